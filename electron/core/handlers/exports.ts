import { say } from '../../../shared/catalogue/catalogue';
import type { Language } from '../../../shared/catalogue/defineWords';
import { assembleDocument } from '../../../shared/document/assembleDocument';
import { type FilingDocument, getLetter } from '../../../shared/document/filingDocument';
import { findBlanks } from '../../../shared/document/findBlanks';
import { message } from '../../../shared/domain/message';
import type { Warning } from '../../../shared/domain/place';
import type { ProjectSnapshot } from '../../../shared/domain/snapshot';
import { isOpinionVariant, listVariants, type Variant } from '../../../shared/domain/variant';
import { AppError } from '../../../shared/ipc/errors';
import { type AnsweredAsk, answerAsks } from '../../../shared/letter/answerAsks';
import { listAsks } from '../db/queries/asks';
import { readSnapshot } from '../db/queries/snapshot';
import { writeFileWhole } from '../export/writeFileWhole';
import { controls, type HandlersOf } from '../rpc/handlerKinds';

/** Written into files whose announcement has no date yet, so that the same project always gives the same bytes. */
const NO_DATE = '2000-01-01';

export const exportHandlers: HandlersOf<'export'> = {
  'export:document': controls(async (session, { variant, target }) => {
    const { db } = session.getProject();
    const file = session.getFile(target);
    const { language } = session.settings;
    const snapshot = readSnapshot(db);
    refuseUnasked(variant, snapshot, language);
    const asks = answerAsks(
      listAsks(db),
      snapshot.letters.flatMap((letter) => letter.questions),
      snapshot.replies,
      snapshot.tables,
    );
    return session.jobs.start('export:document', async (job) => {
      job.progress(say(language, 'step.assembling'), 0, 2);
      await job.pause();
      const { exportDocx } = await import('../export/docx/exportDocx');
      const document = assembleDocument(variant, snapshot);
      const { title, blocks } = document;
      const bytes = await exportDocx(blocks, { title, created: `${snapshot.details.signedOn || NO_DATE}T00:00:00Z` });
      job.progress(say(language, 'step.writing', { file: file.name }), 1, 2);
      await job.pause();
      await writeFileWhole(file.path, bytes);
      const warnings = [...findBlanks(blocks, file.name), ...warnOfOpenAsks(document, snapshot, asks, file.name)];
      return { fileName: file.name, ...countShown(document), warnings };
    });
  }),
};

/** A verifier nobody asked has no document. */
function refuseUnasked(variant: Variant, snapshot: ProjectSnapshot, language: Language): void {
  if (!isOpinionVariant(variant) || listVariants(getLetter(snapshot)).includes(variant)) return;
  throw new AppError('no-verifier', { role: say(language, `role.${variant}`), variant: say(language, `variant.${variant}`) });
}

/** Each ask the document leaves open, by name. */
function warnOfOpenAsks({ shown }: FilingDocument, snapshot: ProjectSnapshot, asks: readonly AnsweredAsk[], file: string): Warning[] {
  const questions = new Map(getLetter(snapshot).questions.map((question) => [question.questionId, question]));
  return shown.flatMap(({ questionId, itemIds }) => {
    const { no, items } = questions.get(questionId)!;
    const open = asks.filter(
      (ask) =>
        ask.questionId === questionId &&
        ask.state === 'open' &&
        (itemIds.length === 0 || ask.itemId === null || itemIds.includes(ask.itemId)),
    );
    return open.map(({ itemId, verb, object, missing }) => {
      const item = items.find((one) => one.itemId === itemId)?.no;
      const said = message('warning.ask-open', {
        where: item === undefined ? message('warning.of-question', { no }) : message('warning.of-item', { no, item }),
        ask: `${verb}${object}`,
        missing: missing.length === 0 ? null : message('warning.missing-columns', { columns: missing.join('、') }),
      });
      return { code: 'ask-open', message: said, file, place: null };
    });
  });
}

function countShown({ shown }: FilingDocument): { tables: number; figures: number } {
  let tables = 0;
  let figures = 0;
  for (const block of shown.flatMap(({ sections }) => sections.flatMap((section) => section.blocks))) {
    if (block.type === 'table') tables += 1;
    else if (block.type !== 'picture') figures += block.inlines.filter((inline) => inline.type === 'figure').length;
  }
  return { tables, figures };
}
