import type { ItemId, LetterId, QuestionId, VerificationId } from '../../../../shared/domain/ids';
import type {
  Item,
  ItemStatus,
  Letter,
  LetterCleaning,
  LetterHeader,
  Question,
  Verification,
  VerifierRole,
} from '../../../../shared/domain/letter';
import { AppError } from '../../../../shared/ipc/errors';
import type { ReadableDb, WritableDb } from '../handles';
import type { Recorder } from '../history/recordedWrite';
import { writeSearchEntry } from '../search/searchEntries';
import { sql } from '../sql';
import { message } from '../../../../shared/domain/message';

type QuestionRow = Omit<Question, 'items' | 'verifications'> & { letterId: LetterId };
type ItemRow = Item & { questionId: QuestionId };
type VerificationRow = {
  verificationId: VerificationId;
  questionId: QuestionId;
  role: VerifierRole;
  itemIds: string;
  reach: string;
  text: string;
};

/** Makes the search index say what a question says now; one that is gone leaves it. */
export function indexQuestion(db: WritableDb, questionId: QuestionId): void {
  const row = db.get<Pick<Question, 'title' | 'partHeading' | 'text'>>(
    sql`SELECT title, partHeading, text FROM question WHERE questionId = ${questionId}`,
  );
  writeSearchEntry(db, 'letter', questionId, row ? [row.partHeading ?? '', row.title ?? '', row.text] : []);
}

/** Every letter of the project with its questions, in the order received. */
export function listLetters(db: ReadableDb): Letter[] {
  const letters = db.all<{ letterId: LetterId; fileName: string; header: string; spokenBy: string | null }>(
    sql`SELECT letterId, fileName, header, spokenBy FROM letter ORDER BY position`,
  );
  const questions = listQuestions(db);
  return letters.map(({ letterId, fileName, header, spokenBy }) => ({
    letterId,
    fileName,
    header: JSON.parse(header) as LetterHeader,
    ...(spokenBy === null ? {} : { spokenBy }),
    questions: questions.filter((question) => question.letterId === letterId).map(withoutLetter),
  }));
}

/** One letter; throws not-found. */
export function getLetter(db: ReadableDb, letterId: LetterId): Letter {
  const letter = listLetters(db).find((one) => one.letterId === letterId);
  if (!letter) throw new AppError('not-found', { what: message('what.letter'), id: letterId });
  return letter;
}

/** A letter's file as received with the text read from it, null in projects of the first versions. Throws not-found. */
export function findLetterFile(
  db: ReadableDb,
  letterId: LetterId,
): { text: string | null; cleaned: LetterCleaning[]; bytes: Uint8Array; fileName: string } {
  const row = db.get<{ text: string | null; cleaned: string; bytes: Buffer; fileName: string }>(
    sql`SELECT text, cleaned, bytes, fileName FROM letter JOIN file ON file.hash = letter.file WHERE letterId = ${letterId}`,
  );
  if (!row) throw new AppError('not-found', { what: message('what.letter'), id: letterId });
  return { ...row, cleaned: JSON.parse(row.cleaned) as LetterCleaning[], bytes: new Uint8Array(row.bytes) };
}

/** Changes what is named of a letter's header. Throws not-found. */
export function updateHeader(db: ReadableDb, recorder: Recorder, letterId: LetterId, changed: Partial<LetterHeader>): void {
  const { header } = getLetter(db, letterId);
  recorder.updateRow('letter', { letterId }, { header: JSON.stringify({ ...header, ...changed }) });
}

/** Every question of every letter in reading order. */
export function listQuestions(db: ReadableDb): (Question & { letterId: LetterId })[] {
  const items = db.all<ItemRow>(sql`SELECT itemId, questionId, no, label, text, status, owner FROM item ORDER BY position`);
  const verifications = db.all<VerificationRow>(
    sql`SELECT verificationId, questionId, role, itemIds, reach, text FROM verification ORDER BY position`,
  );
  const questions = db.all<QuestionRow>(sql`
    SELECT questionId, letterId, no, label, title, partHeading, question.text, status, owner FROM question JOIN letter USING (letterId)
    ORDER BY letter.position, question.position`);
  return questions.map((question) => ({
    ...question,
    items: items.filter((item) => item.questionId === question.questionId).map(toItem),
    verifications: verifications.filter((row) => row.questionId === question.questionId).map(toVerification),
  }));
}

/** One question; throws not-found. */
export function getQuestion(db: ReadableDb, questionId: QuestionId): Question & { letterId: LetterId } {
  const question = listQuestions(db).find((one) => one.questionId === questionId);
  if (!question) throw new AppError('not-found', { what: message('what.question'), id: questionId });
  return question;
}

/** Changes status or owner of an item, or of a question without one (`itemId` null). Throws not-found. */
export function updateWork(
  db: ReadableDb,
  recorder: Recorder,
  questionId: QuestionId,
  itemId: ItemId | null,
  changed: { status?: ItemStatus; owner?: string | null },
): void {
  const question = getQuestion(db, questionId);
  if (itemId === null) {
    recorder.updateRow('question', { questionId }, changed);
    return;
  }
  if (!question.items.some((item) => item.itemId === itemId)) throw new AppError('not-found', { what: message('what.item'), id: itemId });
  recorder.updateRow('item', { itemId }, changed);
}

function withoutLetter(row: Question & { letterId: LetterId }): Question {
  const { letterId: _letter, ...question } = row;
  return question;
}

function toItem(row: ItemRow): Item {
  const { questionId: _question, ...item } = row;
  return item;
}

function toVerification({ verificationId, role, itemIds, reach, text }: VerificationRow): Verification {
  return { verificationId, role, itemIds: JSON.parse(itemIds) as ItemId[], reach: JSON.parse(reach) as string[], text };
}
