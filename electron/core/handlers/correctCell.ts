import type { CellRef, CorrectionKind } from '../../../shared/domain/dataTable';
import type { CorrectionResult } from '../../../shared/ipc/results';
import { readPrintedNumber } from '../../../shared/tables/readNumber';
import { findCell, getCellKey, insertCorrection, updateCell } from '../db/queries/cells';
import { getTableHead } from '../db/queries/dataTables';
import { listFiguresDependingOn } from '../db/queries/figures';
import type { WriteContext } from '../rpc/handlerKinds';
import { recomputeFigures } from './recomputeFigures';
import { recomputeReplyTables } from './recomputeReplyTables';
import { refuseComputed } from './refuseComputed';

/** What a correction is: the new words, whether we misread or the owner changed the number, and why. */
export type Correction = { text: string; kind: CorrectionKind; why: string; actor: string };

/**
 * Corrects a cell and brings reply tables and figures computed from it along. Returns what followed and the words that stood there. Throws not-found, and
 * computed-table for a cell that follows from others.
 */
export function correctCell(
  { db, recorder }: Pick<WriteContext, 'db' | 'recorder'>,
  ref: CellRef,
  { text, kind, why, actor }: Correction,
): Omit<CorrectionResult, 'findings'> & { before: string } {
  const key = getCellKey(db, ref);
  refuseComputed(db, getTableHead(db, ref.tableId));
  const before = findCell(db, ref)!;
  const number = readPrintedNumber(text);
  updateCell(db, recorder, key, { text, value: number?.value ?? null, unit: number ? (number.unit ?? before.unit) : before.unit });
  insertCorrection(recorder, key, { actor, kind, oldText: before.text, newText: text, why });
  const { changes: changedCells, keys } = recomputeReplyTables(db, recorder, [key]);
  const changedFigures = recomputeFigures(db, recorder, listFiguresDependingOn(db, [key, ...keys]));
  return { changedCells, changedFigures, before: before.text };
}
