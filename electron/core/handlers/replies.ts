import type { Reply, Section } from '../../../shared/domain/reply';
import { isTextBlock } from '../../../shared/domain/reply';
import { replaceNumber } from '../../../shared/figures/replaceNumber';
import { AppError } from '../../../shared/ipc/errors';
import type { ReadableDb } from '../db/handles';
import { findFigureTexts, getFigure, listFiguresOf } from '../db/queries/figures';
import { getQuestion } from '../db/queries/letters';
import { getReply, saveSections } from '../db/queries/replies';
import { saveRestatedQuestion } from '../db/queries/restatedQuestions';
import { controls, type HandlersOf, reads, writes } from '../rpc/handlerKinds';
import { importDraft } from './drafts';
import { message } from '../../../shared/domain/message';
import { timestamp } from '../timestamp';

export const replyHandlers: HandlersOf<'reply'> = {
  'reply:get': reads(({ db }, { questionId }) => ({ ...getReply(db, questionId), figures: listFiguresOf(db, questionId) })),

  'reply:save': writes(({ db, recorder, describe }, { questionId, baseRevision, sections }) => {
    const before = getReply(db, questionId);
    const question = getQuestion(db, questionId);
    if (before.revision !== baseRevision) {
      throw new AppError('revision-conflict', {
        what: message('what.revisions', { no: question.no, from: baseRevision, to: before.revision }),
      });
    }
    describe({ question: question.no }, scopeOf(before, sections));
    const saved = saveSections(db, recorder, questionId, withPresentFigures(db, sections));
    return { revision: (saved ?? before).revision, savedAt: timestamp() };
  }),

  'reply:followLetter': writes(({ db, recorder, describe }, { questionId }) => {
    describe({ question: getQuestion(db, questionId).no });
    saveRestatedQuestion(db, recorder, questionId, null);
    return null;
  }),

  'reply:replaceNumber': writes(({ db, recorder, describe }, { questionId, blockId, start, before, after, unlinks }) => {
    const reply = getReply(db, questionId);
    const block = reply.sections.flatMap((section) => section.blocks).find((one) => one.blockId === blockId);
    const replaced = block && isTextBlock(block) ? replaceNumber(block.inlines, start, before, after, unlinks) : null;
    if (!block || !isTextBlock(block) || replaced === null) throw new AppError('not-found', { what: message('what.number'), id: before });
    if ('figureId' in replaced) return { figure: getFigure(db, replaced.figureId) };
    const changed = { ...block, inlines: replaced.inlines };
    const sections = reply.sections.map((section) => ({
      ...section,
      blocks: section.blocks.map((one) => (one === block ? changed : one)),
    }));
    saveSections(db, recorder, questionId, sections);
    describe({ question: getQuestion(db, questionId).no, before, after });
    return { figure: null };
  }),

  'reply:importDraft': controls(async (session, { file }) => {
    session.getWritableProject();
    const named = session.getFile(file);
    return session.jobs.start('reply:importDraft', (job) => importDraft(session, job, named));
  }),
};

/** Core knows what a figure shows; the words an editor sends for it may be older. A figure of no project row becomes plain text. */
export function withPresentFigures(db: ReadableDb, sections: readonly Section[]): Section[] {
  const texts = findFigureTexts(db, sections);
  return sections.map((section) => ({
    ...section,
    blocks: section.blocks.map((block) => {
      if (!isTextBlock(block)) return block;
      const inlines = block.inlines.map((inline) => {
        if (inline.type !== 'figure') return inline;
        const text = texts.get(inline.figureId);
        return text === undefined ? { type: 'text' as const, text: inline.text, ...inline.style } : { ...inline, text };
      });
      return { ...block, inlines };
    }),
  }));
}

/** Text saves of the same section follow each other in one operation: the section whose blocks differ names the run; several at once stand alone. */
export function scopeOf(before: Reply, sections: readonly Section[]): string | undefined {
  const blocksOf = (section: Section | undefined) => JSON.stringify(section?.blocks ?? null);
  const changed = sections.filter((section) => {
    const former = before.sections.find((one) => one.sectionId === section.sectionId);
    return blocksOf(former) !== blocksOf(section);
  });
  const sameSections = sections.length === before.sections.length;
  return changed.length === 1 && sameSections ? `section ${changed[0]!.sectionId}` : undefined;
}
