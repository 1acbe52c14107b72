import { say } from '../../../shared/catalogue/catalogue';
import { compareOpinion } from '../../../shared/document/opinion/compareOpinion';
import { redactSnapshot } from '../../../shared/document/redaction/redactSnapshot';
import { getLetter } from '../../../shared/document/filingDocument';
import { listScopes } from '../../../shared/document/opinionScope';
import { renumberSections } from '../../../shared/document/sectionNumbers';
import { newId } from '../../../shared/domain/ids';
import { message } from '../../../shared/domain/message';
import type { OpinionBlock } from '../../../shared/domain/opinion';
import { toInlines } from '../../../shared/domain/readRun';
import type { Block, Section } from '../../../shared/domain/reply';
import { AppError } from '../../../shared/ipc/errors';
import { describeTable } from '../../../shared/tables/describeTable';
import type { WritableDb } from '../db/handles';
import { findAccepted, listAcceptedDifferences, setAccepted } from '../db/queries/acceptedDifferences';
import { insertTable } from '../db/queries/dataTables';
import { listQuestions } from '../db/queries/letters';
import { getReply, saveSections } from '../db/queries/replies';
import { listRedactions } from '../db/queries/redactions';
import { readSnapshot } from '../db/queries/snapshot';
import { readNamedFile } from '../readNamedFile';
import { controls, type HandlersOf, writes } from '../rpc/handlerKinds';

export const opinionHandlers: HandlersOf<'opinion'> = {
  'opinion:compare': controls(async (session, { file: token, verifier }) => {
    const { db } = session.getProject();
    const file = session.getFile(token);
    const { language } = session.settings;
    return session.jobs.start('opinion:compare', async (job) => {
      job.progress(say(language, 'step.reading', { file: file.name }), 0, null);
      const onPage = async (done: number, total: number) => {
        job.progress(say(language, 'step.reading', { file: file.name }), done, total);
        await job.pause();
      };
      const { parts, warnings } = await session.readers.source(await readNamedFile(file), file.name, {
        onPage,
        forReply: true,
        signal: job.signal,
      });
      const snapshot = readSnapshot(db);
      if (listScopes(getLetter(snapshot), verifier).length === 0) {
        const role = say(language, `role.${verifier}`);
        throw new AppError('no-verifier', { role, variant: role });
      }
      job.progress(say(language, 'step.comparing'), 0, null);
      await job.pause();
      // A firm may have written from the full text or from the one that is published: the one it is nearer to is the one it means.
      const published = redactSnapshot(snapshot, listRedactions(db));
      const [compared] = [snapshot, ...(published === snapshot ? [] : [published])]
        .map((ours) => compareOpinion(parts, verifier, ours))
        .toSorted((a, b) => a.differences.length - b.differences.length) as [ReturnType<typeof compareOpinion>];
      const accepted = listAcceptedDifferences(db, verifier);
      return {
        verifier,
        fileName: file.name,
        differences: compared.differences.map((one) => ({ ...one, reason: findAccepted(accepted, one)?.reason ?? null })),
        suggestions: compared.suggestions,
        warnings: [...warnings, ...compared.warnings.map((warning) => ({ ...warning, file: file.name }))],
      };
    });
  }),

  'opinion:accept': writes(({ db, recorder, describe }, { verifier, difference, reason }) => {
    setAccepted(db, recorder, verifier, difference, reason);
    describe({ question: difference.question });
    return null;
  }),

  'opinion:adopt': writes(({ db, recorder, describe }, { questionId, verifier, role, blocks }) => {
    const question = listQuestions(db).find((one) => one.questionId === questionId);
    if (!question) throw new AppError('not-found', { what: message('what.question'), id: questionId });
    const { sections } = getReply(db, questionId);
    const placed = placeSection(sections, { verifier, role, blocks: blocks.map((block) => makeBlock(db, block)) });
    saveSections(db, recorder, questionId, renumberSections(placed));
    describe({ question: question.no });
    return null;
  }),
};

function makeBlock(db: WritableDb, block: OpinionBlock): Block {
  const blockId = newId<'block'>();
  if (block.type === 'heading') return { type: 'heading', blockId, level: block.level, inlines: toInlines(block) };
  if (block.type === 'paragraph') return { type: 'paragraph', blockId, inlines: toInlines(block) };
  const { caption, unit, headerRows, notes, cells } = block.table;
  const raw = { cells, spansKnown: true, markedHeaderRows: headerRows, place: {} };
  const table = describeTable(raw, { caption, unitLine: unit, notes, inherited: null });
  return { type: 'table', blockId, tableId: insertTable(db, table, null, 0).tableId };
}

/** The sections with a verifier's own replaced, or put where it belongs: procedures before the conclusion, both after what is already there. */
function placeSection(sections: readonly Section[], { verifier, role, blocks }: Pick<Section, 'verifier' | 'role' | 'blocks'>): Section[] {
  const own = sections.find((section) => section.verifier === verifier && section.role === role);
  if (own) return sections.map((section) => (section === own ? { ...own, blocks } : section));
  const added: Section = { sectionId: newId(), verifier, role, itemIds: [], blocks };
  const conclusion =
    role === 'procedures' ? sections.findIndex((section) => section.verifier === verifier && section.role === 'conclusion') : -1;
  return conclusion < 0 ? [...sections, added] : sections.toSpliced(conclusion, 0, added);
}
