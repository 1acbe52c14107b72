import type { CorrectionKind } from '../../../shared/domain/dataTable';
import type { ChangedFigure } from '../../../shared/domain/figure';
import { AppError } from '../../../shared/ipc/errors';
import type { PlacedChange } from '../../../shared/review/findConflicts';
import { printInCell } from '../../../shared/review/printInCell';
import { findCell } from '../db/queries/cells';
import { findTable } from '../db/queries/dataTables';
import { getFigure } from '../db/queries/figures';
import { findDefinition } from '../db/queries/replyTables';
import { deleteTableColumn, deleteTableRow, insertTableColumn, insertTableRow } from '../db/queries/tableLines';
import type { WriteContext } from '../rpc/handlerKinds';
import { correctCell } from './correctCell';

/** How an accepted change of a number is entered: as 识别更正 or 数据调整, why, and by whom. */
export type CellVerdict = { kind: CorrectionKind; why: string; actor: string };

/** Carries out an accepted change of a cell, row or column; null when it cannot be: a table made by its definition, or a span in the way. */
export function applyToTable(context: WriteContext, { change, place }: PlacedChange, verdict: CellVerdict): ChangedFigure[] | null {
  if (place.kind !== 'cell' && place.kind !== 'table') return null;
  const { db, recorder } = context;
  const { payload } = change;
  const table = findTable(db, place.kind === 'cell' ? place.cell.tableId : place.tableId);
  if (!table || findDefinition(db, table.tableId)) return null;
  const asDone = (isDone: boolean) => (isDone ? [] : null);
  switch (payload.kind) {
    case 'setCell': {
      const correction = { ...verdict, text: payload.text, why: explain(change.author, verdict) };
      return place.kind === 'cell' ? correctCell(context, place.cell, correction).changedFigures : null;
    }
    case 'insertRow':
      return asDone(insertTableRow(db, recorder, table, payload.after, payload.texts));
    case 'insertColumn':
      return asDone(insertTableColumn(db, recorder, table, payload.after, payload.texts));
    case 'deleteRow':
      return asDone(deleteTableRow(db, recorder, table, payload.rowId));
    case 'deleteColumn':
      return asDone(deleteTableColumn(db, recorder, table, payload.colId));
    default:
      return null;
  }
}

/**
 * Corrects the cell a figure shows so that the figure says what was proposed. Throws not-a-number where that says none; null for a figure computed from
 * several cells, where no one cell is to be corrected.
 */
export function correctOverriddenCell(context: WriteContext, { change }: PlacedChange, verdict: CellVerdict): ChangedFigure[] | null {
  if (change.payload.kind !== 'overrideFigure') return null;
  const { figureId, proposed } = change.payload;
  const figure = getFigure(context.db, figureId);
  if (figure.formula.op !== 'cell') return null;
  const { cell } = figure.formula;
  const content = findCell(context.db, cell);
  if (!content || findDefinition(context.db, cell.tableId)) return null;
  const text = printInCell(proposed, figure.format, content);
  if (text === null) throw new AppError('not-a-number', { text: proposed });
  return correctCell(context, cell, { ...verdict, text, why: explain(change.author, verdict) }).changedFigures;
}

function explain(author: string, { why }: CellVerdict): string {
  return why === '' ? author : `${author}：${why}`;
}
