import type { FigureId, LetterId, QuestionId } from '../../../../shared/domain/ids';
import type { Question } from '../../../../shared/domain/letter';
import type { Link } from '../../../../shared/domain/link';
import type { LetterStructure } from '../../../../shared/letter/correct/correction';
import { timestamp } from '../../timestamp';
import type { ReadableDb, WritableDb } from '../handles';
import type { Recorder } from '../history/recordedWrite';
import { sql } from '../sql';
import { listAsks } from './asks';
import { listQuestions } from './letters';
import { getReply } from './replies';

/** A letter's questions with all that hangs on them, links to hidden sources and figures no longer shown included. */
export function readLetterStructure(db: ReadableDb, letterId: LetterId): LetterStructure {
  const questions = listQuestions(db)
    .filter((question) => question.letterId === letterId)
    .map(({ letterId: _letter, ...question }): Question => question);
  const ids = new Set<QuestionId>(questions.map(({ questionId }) => questionId));
  const isOwn = ({ questionId }: { questionId: QuestionId }) => ids.has(questionId);
  return {
    questions,
    asks: listAsks(db).filter(isOwn),
    links: db.all<Link>(sql`SELECT linkId, questionId, itemId, tableId, reason, createdAt FROM link ORDER BY rowid`).filter(isOwn),
    replies: questions.map(({ questionId }) => getReply(db, questionId)),
    figures: db.all<{ figureId: FigureId; questionId: QuestionId }>(sql`SELECT figureId, questionId FROM figure`).filter(isOwn),
  };
}

/** Stores what a correction changed, row by row. A reply whose sections came or went counts as saved, so that an open editor notices. */
export function saveLetterStructure(
  db: WritableDb,
  recorder: Recorder,
  letterId: LetterId,
  before: LetterStructure,
  after: LetterStructure,
): void {
  // Rows move between questions of which one may be new and another about to go.
  db.run(sql`PRAGMA defer_foreign_keys = ON`);
  saveQuestions(recorder, letterId, before, after);
  saveAsks(recorder, before, after);
  for (const { linkId, questionId, itemId } of after.links) recorder.updateRow('link', { linkId }, { questionId, itemId });
  for (const { figureId, questionId } of after.figures) recorder.updateRow('figure', { figureId }, { questionId });
  saveReplies(recorder, before, after);
  for (const { questionId } of before.questions) {
    if (!after.questions.some((question) => question.questionId === questionId)) recorder.deleteRow('question', { questionId });
  }
}

function saveQuestions(recorder: Recorder, letterId: LetterId, before: LetterStructure, after: LetterStructure): void {
  const known = new Set<string>(before.questions.flatMap(listIds));
  after.questions.forEach((question, position) => {
    const { questionId, no, label, title, partHeading, text, status, owner, items, verifications } = question;
    const row = { letterId, position, no, label, title, partHeading, text, status, owner };
    if (known.delete(questionId)) recorder.updateRow('question', { questionId }, row);
    else recorder.insertRow('question', { questionId, ...row });
    items.forEach(({ itemId, ...item }, at) => {
      const itemRow = { questionId, position: at, ...item };
      if (known.delete(itemId)) recorder.updateRow('item', { itemId }, itemRow);
      else recorder.insertRow('item', { itemId, ...itemRow });
    });
    verifications.forEach(({ verificationId, role, itemIds, reach, text: asked }, at) => {
      const asking = { questionId, position: at, role, itemIds: JSON.stringify(itemIds), reach: JSON.stringify(reach), text: asked };
      if (known.delete(verificationId)) recorder.updateRow('verification', { verificationId }, asking);
      else recorder.insertRow('verification', { verificationId, ...asking });
    });
  });
  for (const { items, verifications } of before.questions) {
    for (const { itemId } of items) if (known.has(itemId)) recorder.deleteRow('item', { itemId });
    for (const { verificationId } of verifications) if (known.has(verificationId)) recorder.deleteRow('verification', { verificationId });
  }
}

function listIds({ questionId, items, verifications }: Question): string[] {
  return [questionId, ...items.map(({ itemId }) => itemId), ...verifications.map(({ verificationId }) => verificationId)];
}

function saveAsks(recorder: Recorder, before: LetterStructure, after: LetterStructure): void {
  const known = new Set(before.asks.map(({ askId }) => askId));
  const counts = new Map<QuestionId, number>();
  after.asks.forEach(({ askId, ...ask }) => {
    const position = counts.get(ask.questionId) ?? 0;
    counts.set(ask.questionId, position + 1);
    if (known.delete(askId)) recorder.updateRow('ask', { askId }, { ...ask, position });
    else recorder.insertRow('ask', { askId, ...ask, position });
  });
  for (const askId of known) recorder.deleteRow('ask', { askId });
}

function saveReplies(recorder: Recorder, before: LetterStructure, after: LetterStructure): void {
  const replies = new Map(before.replies.map((reply) => [reply.questionId, reply]));
  for (const { questionId, sections } of after.replies) {
    const former = replies.get(questionId);
    replies.delete(questionId);
    if (!former) recorder.insertRow('reply', { questionId, savedAt: null });
    let changed = former !== undefined && former.sections.length !== sections.length;
    sections.forEach(({ sectionId, itemIds }, position) => {
      changed = recorder.updateRow('section', { sectionId }, { questionId, position, itemIds: JSON.stringify(itemIds) }) || changed;
    });
    if (former && changed) recorder.updateRow('reply', { questionId }, { savedAt: timestamp() });
  }
  const kept = new Set(after.replies.flatMap(({ sections }) => sections.map(({ sectionId }) => sectionId)));
  for (const { sectionId, blocks } of before.replies.flatMap(({ sections }) => sections)) {
    if (kept.has(sectionId)) continue;
    for (const { blockId } of blocks) recorder.deleteRow('block', { blockId });
    recorder.deleteRow('section', { sectionId });
  }
  for (const questionId of replies.keys()) recorder.deleteRow('reply', { questionId });
}
