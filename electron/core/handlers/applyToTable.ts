import type { CorrectionKind } from '../../../shared/domain/dataTable';
import { message } from '../../../shared/domain/message';
import { AppError } from '../../../shared/ipc/errors';
import { editDefinition } from '../../../shared/review/editDefinition';
import type { PlacedChange } from '../../../shared/review/findConflicts';
import { printInCell } from '../../../shared/review/printInCell';
import { assert } from '../../../shared/util/assert';
import { findCell } from '../db/queries/cells';
import { findTable } from '../db/queries/dataTables';
import { getFigure } from '../db/queries/figures';
import { findDefinition } from '../db/queries/replyTables';
import { deleteTableColumn, deleteTableRow, insertTableColumn, insertTableRow } from '../db/queries/tableLines';
import type { WriteContext } from '../rpc/handlerKinds';
import type { Applied } from './applyRecord';
import { changeReplyTable } from './changeReplyTable';
import { correctCell } from './correctCell';

/** How an accepted change of a number is entered: as 识别更正 or 数据调整, why, and by whom. */
export type CellVerdict = { kind: CorrectionKind; why: string; actor: string };

/** Carries out an accepted change of a cell, row or column: in a table made for the reply, in what it is made from. */
export function applyToTable(context: WriteContext, { change, place }: PlacedChange, verdict: CellVerdict): Applied {
  const cell = place.kind === 'cell' ? place.cell : null;
  const tableId = place.kind === 'table' ? place.tableId : cell?.tableId;
  const { db, recorder } = context;
  const { payload } = change;
  const table = tableId ? findTable(db, tableId) : null;
  if (!table) return { why: message('why.placeGone') };
  const definition = findDefinition(db, table.tableId);
  if (definition) {
    const edited = editDefinition(definition, table, payload, cell);
    return 'why' in edited ? edited : { figures: changeReplyTable(context, table.tableId, edited.definition) };
  }
  const asDone = (isDone: boolean): Applied => (isDone ? { figures: [] } : { why: message('why.spanned') });
  switch (payload.kind) {
    case 'setCell': {
      if (!cell) return { why: message('why.placeGone') };
      const correction = { ...verdict, text: payload.text, why: explain(change.author, verdict) };
      return { figures: correctCell(context, cell, correction).changedFigures };
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
      return { why: message('why.placeGone') };
  }
}

/**
 * Corrects the cell a figure shows so that the figure says what was proposed. Throws not-a-number where that says none. A figure computed from
 * several cells has no one cell to be corrected.
 */
export function correctOverriddenCell(context: WriteContext, { change }: PlacedChange, verdict: CellVerdict): Applied {
  assert(change.payload.kind === 'overrideFigure', 'an overwritten figure is corrected in its cell');
  const { figureId, proposed } = change.payload;
  const figure = getFigure(context.db, figureId);
  if (figure.formula.op !== 'cell') return { why: message('why.notOneCell') };
  const { cell } = figure.formula;
  const content = findCell(context.db, cell);
  if (!content) return { why: message('why.placeGone') };
  if (findDefinition(context.db, cell.tableId)) return { why: message('why.computedTable') };
  const text = printInCell(proposed, figure.format, content);
  if (text === null) throw new AppError('not-a-number', { text: proposed });
  return { figures: correctCell(context, cell, { ...verdict, text, why: explain(change.author, verdict) }).changedFigures };
}

function explain(author: string, { why }: CellVerdict): string {
  return why === '' ? author : `${author}：${why}`;
}
