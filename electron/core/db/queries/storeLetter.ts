import { type FileHash, type ItemId, type LetterId, newId } from '../../../../shared/domain/ids';
import type { ItemStatus, Letter, LetterCleaning, ParsedAsk, ParsedLetter, ParsedQuestion } from '../../../../shared/domain/letter';
import type { Section } from '../../../../shared/domain/reply';
import type { WritableDb } from '../handles';
import type { Recorder } from '../history/recordedWrite';
import { sql } from '../sql';
import { listLetters } from './letters';

/** A letter to be stored: as parsed, its file as received, and the text it was read from. */
export type NewLetter = {
  parsed: Pick<ParsedLetter, 'header' | 'questions'>;
  file: FileHash;
  fileName: string;
  text: string;
  cleaned: readonly LetterCleaning[];
  /** Who spoke, of oral feedback. */
  spokenBy: string | null;
};

const NEW: ItemStatus = 'toWrite';

/** Stores a letter behind those there are, with ids for all it holds. Returns it as stored; its replies are the caller's. */
export function insertLetter(db: WritableDb, recorder: Recorder, { parsed, file, fileName, text, cleaned, spokenBy }: NewLetter): Letter {
  const letterId = newId<'letter'>();
  const position = db.get<{ next: number }>(sql`SELECT coalesce(max(position) + 1, 0) AS next FROM letter`)!.next;
  const header = JSON.stringify(parsed.header);
  recorder.insertRow('letter', { letterId, position, file, fileName, header, spokenBy, text, cleaned: JSON.stringify(cleaned) });
  parsed.questions.forEach((question, at) => insertQuestion(recorder, letterId, question, at));
  return listLetters(db).find((letter) => letter.letterId === letterId)!;
}

function insertQuestion(recorder: Recorder, letterId: LetterId, question: ParsedQuestion, position: number): void {
  const questionId = newId<'question'>();
  const { no, label, title, partHeading, text } = question;
  recorder.insertRow('question', { questionId, letterId, position, no, label, title, partHeading, text, status: NEW, owner: null });
  let askPosition = 0;
  const insertAsk = ({ verb, object }: ParsedAsk, itemId: ItemId | null) => {
    const ask = { askId: newId<'ask'>(), questionId, itemId, position: askPosition++, verb, object };
    recorder.insertRow('ask', { ...ask, state: 'open', reason: null });
  };
  for (const ask of question.asks) insertAsk(ask, null);
  const itemIds = new Map<string, ItemId>();
  question.items.forEach((item, at) => {
    const itemId = newId<'item'>();
    itemIds.set(item.no, itemId);
    recorder.insertRow('item', {
      itemId,
      questionId,
      position: at,
      no: item.no,
      label: item.label,
      text: item.text,
      status: NEW,
      owner: null,
    });
    for (const ask of item.asks) insertAsk(ask, itemId);
  });
  question.verifications.forEach((verification, at) => {
    const reached = verification.items.flatMap((reachedNo) => itemIds.get(reachedNo) ?? []);
    recorder.insertRow('verification', {
      verificationId: newId<'verification'>(),
      questionId,
      position: at,
      role: verification.role,
      itemIds: JSON.stringify(reached),
      reach: JSON.stringify(verification.reach ?? []),
      text: verification.text,
    });
  });
}

/** Stores the reply of a new question with its first sections. */
export function insertReply(recorder: Recorder, questionId: string, sections: readonly Section[]): void {
  recorder.insertRow('reply', { questionId, savedAt: null });
  sections.forEach(({ sectionId, role, verifier, itemIds, blocks }, position) => {
    const blockIds = JSON.stringify(blocks.map((block) => block.blockId));
    recorder.insertRow('section', { sectionId, questionId, position, role, verifier, itemIds: JSON.stringify(itemIds), blockIds });
    for (const block of blocks) recorder.insertRow('block', { blockId: block.blockId, sectionId, document: JSON.stringify(block) });
  });
}
