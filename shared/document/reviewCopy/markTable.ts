import type { DataTable } from '../../domain/dataTable';
import type { RowId, TableId } from '../../domain/ids';
import type { ReviewedChange } from '../../domain/review';
import { addProposal, addRemark, type RemarkList } from './remarkList';
import type { TableMarks } from './reviewMarks';

/** True for a change of this table, or of one of its cells. */
export function isAboutTable({ place }: ReviewedChange, tableId: TableId): boolean {
  return (place?.kind === 'cell' && place.cell.tableId === tableId) || (place?.kind === 'table' && place.tableId === tableId);
}

/** Writes changes of a table into its marks; what Word has no mark for becomes a remark at its first cell. */
export function markTableChanges(marks: TableMarks, table: DataTable, changes: readonly ReviewedChange[], list: RemarkList): void {
  const rowOf = (rowId: RowId | null) => table.rows.findIndex((row) => row.rowId === rowId);
  for (const one of changes) {
    const { payload, author, at, anchor } = one.change;
    const by = { author, at };
    const row = Math.max(0, rowOf(anchor.cell?.rowId ?? null));
    const col = Math.max(
      0,
      table.columns.findIndex((column) => column.colId === anchor.cell?.colId),
    );
    const isTaken = marks.cells.some((cell) => cell.row === row && cell.col === col);
    if (payload.kind === 'setCell' && !isTaken && !table.rows[row]!.cells[col]!.covered)
      marks.cells.push({ row, col, text: payload.text, by });
    else if (payload.kind === 'deleteRow' && !marks.deletedRows.some((deleted) => deleted.row === rowOf(payload.rowId))) {
      marks.deletedRows.push({ row: rowOf(payload.rowId), by });
    } else if (payload.kind === 'insertRow') marks.insertedRows.push({ after: rowOf(payload.after), texts: payload.texts, by });
    else {
      marks.comments.push({ row, col, comment: addRemark(list, one) });
      continue;
    }
    addProposal(list, one);
  }
}
