import { type FileHash, type ItemId, type LetterId, newId, type QuestionId, type VerificationId } from '../../../../shared/domain/ids';
import type {
  Item,
  ItemStatus,
  Letter,
  LetterHeader,
  ParsedAsk,
import { message } from '../../../../shared/domain/message';
  ParsedLetter,
  ParsedQuestion,
  Question,
  Verification,
  VerifierRole,
} from '../../../../shared/domain/letter';
import { AppError } from '../../../../shared/ipc/errors';
import type { ReadableDb, WritableDb } from '../handles';
import type { Recorder } from '../history/recordedWrite';
import { addSearchEntry } from '../search/searchEntries';
import { sql } from '../sql';

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

/** Stores a letter as parsed, with ids for all it holds, and makes it searchable. Returns it as stored. */
export function insertLetter(db: WritableDb, parsed: ParsedLetter, file: FileHash, fileName: string): Letter {
  const letterId = newId<'letter'>();
  db.run(sql`
    INSERT INTO letter (letterId, position, file, fileName, header)
    VALUES (${letterId}, (SELECT count(*) FROM letter), ${file}, ${fileName}, ${JSON.stringify(parsed.header)})`);
  parsed.questions.forEach((question, position) => insertQuestion(db, letterId, question, position));
  return listLetters(db).find((letter) => letter.letterId === letterId)!;
}

function insertQuestion(db: WritableDb, letterId: LetterId, question: ParsedQuestion, position: number): void {
  const questionId = newId<'question'>();
  const status: ItemStatus = 'toWrite';
  db.run(sql`
    INSERT INTO question (questionId, letterId, position, no, label, title, text, status, owner)
    VALUES (${questionId}, ${letterId}, ${position}, ${question.no}, ${question.label}, ${question.title}, ${question.text}, ${status}, NULL)`);
  addSearchEntry(db, 'letter', questionId, [question.title ?? '', question.text]);
  let askPosition = 0;
  const insertAsk = (ask: ParsedAsk, itemId: ItemId | null) =>
    db.run(sql`
      INSERT INTO ask (askId, questionId, itemId, position, verb, object, state, reason)
      VALUES (${newId<'ask'>()}, ${questionId}, ${itemId}, ${askPosition++}, ${ask.verb}, ${ask.object}, 'open', NULL)`);
  for (const ask of question.asks) insertAsk(ask, null);
  const itemIds = new Map<string, ItemId>();
  question.items.forEach((item, itemPosition) => {
    const itemId = newId<'item'>();
    itemIds.set(item.no, itemId);
    db.run(sql`
      INSERT INTO item (itemId, questionId, position, no, label, text, status, owner)
      VALUES (${itemId}, ${questionId}, ${itemPosition}, ${item.no}, ${item.label}, ${item.text}, ${status}, NULL)`);
    for (const ask of item.asks) insertAsk(ask, itemId);
  });
  question.verifications.forEach((verification, verificationPosition) => {
    const reached = verification.items.flatMap((no) => itemIds.get(no) ?? []);
    db.run(sql`
      INSERT INTO verification (verificationId, questionId, position, role, itemIds, reach, text)
      VALUES (${newId<'verification'>()}, ${questionId}, ${verificationPosition}, ${verification.role}, ${JSON.stringify(reached)},
        ${JSON.stringify(verification.reach ?? [])}, ${verification.text})`);
  });
}

/** Every letter of the project with its questions, in the order received. */
export function listLetters(db: ReadableDb): Letter[] {
  const letters = db.all<{ letterId: LetterId; fileName: string; header: string }>(
    sql`SELECT letterId, fileName, header FROM letter ORDER BY position`,
  );
  const questions = listQuestions(db);
  return letters.map(({ letterId, fileName, header }) => ({
    letterId,
    fileName,
    header: JSON.parse(header) as LetterHeader,
    questions: questions.filter((question) => question.letterId === letterId).map(withoutLetter),
  }));
}

/** Every question of every letter in reading order. */
export function listQuestions(db: ReadableDb): (Question & { letterId: LetterId })[] {
  const items = db.all<ItemRow>(sql`SELECT itemId, questionId, no, label, text, status, owner FROM item ORDER BY position`);
  const verifications = db.all<VerificationRow>(
    sql`SELECT verificationId, questionId, role, itemIds, reach, text FROM verification ORDER BY position`,
  );
  const questions = db.all<QuestionRow>(sql`
    SELECT questionId, letterId, no, label, title, text, status, owner FROM question JOIN letter USING (letterId)
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
