import { findExemption } from '../../../shared/domain/exemption';
import type { QuestionId } from '../../../shared/domain/ids';
import { buildCellIndex } from '../../../shared/figures/cellIndex';
import { linkReplyFigures, listReplyNumbers, readCellsOf } from '../../../shared/figures/linkReplyFigures';
import { MetricNames } from '../../../shared/figures/metricNames';
import type { FigureTally } from '../../../shared/ipc/results';
import { insertFigure } from '../db/queries/figures';
import { saveSections } from '../db/queries/replies';
import { readSnapshot } from '../db/queries/snapshot';
import type { WriteContext } from '../rpc/handlerKinds';

/** 全部自动引用: links every number of one reply, or of all, that has exactly one home; one operation, undone at once. */
export function linkFigures({ db, recorder, describe }: WriteContext, questionId: QuestionId | null): FigureTally {
  const snapshot = readSnapshot(db);
  const index = buildCellIndex(snapshot.tables.values(), [snapshot.details.shortName, snapshot.details.company]);
  const getCell = readCellsOf(snapshot.tables.values());
  const names = new MetricNames(snapshot.aliases ?? []);
  const tally: FigureTally = { linked: 0, candidates: 0, open: 0 };
  for (const reply of snapshot.replies) {
    if (questionId !== null && reply.questionId !== questionId) continue;
    const linkedTables = new Set(snapshot.links.flatMap((link) => (link.questionId === reply.questionId ? [link.tableId] : [])));
    const numbers = listReplyNumbers(reply, index, linkedTables, names).filter(
      ({ block, found, occurrence }) => !findExemption(snapshot.exemptions, { blockId: block.blockId, text: found.text, occurrence }),
    );
    const { sections, figures } = linkReplyFigures(reply, numbers, getCell);
    for (const figure of figures) insertFigure(recorder, figure);
    if (figures.length > 0) saveSections(db, recorder, reply.questionId, sections);
    tally.linked += figures.length;
    tally.candidates += numbers.filter((number) => number.choice.state === 'candidate').length;
    tally.open += numbers.filter((number) => number.choice.state === 'unlinked').length;
  }
  describe({ count: tally.linked });
  return tally;
}
