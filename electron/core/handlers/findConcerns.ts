import { runLocalChecks } from '../../../shared/checks/runChecks';
import type { ChangedFigure } from '../../../shared/domain/figure';
import type { Finding } from '../../../shared/domain/finding';
import type { TableId } from '../../../shared/domain/ids';
import type { ReadableDb } from '../db/handles';
import { listFormulaCells } from '../../../shared/figures/listFormulaCells';
import { findRowsByAmounts } from '../db/queries/candidateCells';
import { listFiguresOf } from '../db/queries/figures';
import { getReply } from '../db/queries/replies';
import { readSnapshotOf } from '../db/queries/snapshot';
import { readPrintedNumbers, toAmountRanges } from '../db/search/searchAmounts';

/** What the checks say about a table and the replies whose figures changed with it; of the other tables only those these replies show or rest on are read. */
export function findConcerns(db: ReadableDb, tableId: TableId, changed: readonly ChangedFigure[]): Finding[] {
  const questions = new Set(changed.map((change) => change.questionId));
  const tables = new Set([tableId]);
  for (const questionId of questions) {
    for (const figure of listFiguresOf(db, questionId)) for (const cell of listFormulaCells(figure.formula)) tables.add(cell.tableId);
    // A text may speak of any table its own reply shows; without one of them its numbers would seem to stand nowhere.
    for (const block of getReply(db, questionId).sections.flatMap((section) => section.blocks)) {
      if (block.type === 'table') tables.add(block.tableId);
    }
  }
  return runLocalChecks(readSnapshotOf(db, questions, tables)).filter(
    (finding) =>
      finding.places.some((place) => place.tableId === tableId || (place.questionId !== undefined && questions.has(place.questionId))) &&
      !(finding.rule === 'text-table' && standsInTable(db, finding.stated ?? '')),
  );
}

/** A number of prose that a table not read here holds is no slip of another. */
function standsInTable(db: ReadableDb, stated: string): boolean {
  return findRowsByAmounts(db, readPrintedNumbers(stated).flatMap(toAmountRanges), 1).length > 0;
}
