import type { CellRef, DataTable } from '../../../../shared/domain/dataTable';
import type { FigureCandidate } from '../../../../shared/ipc/results';

/** A cell in words: its text with unit, the labels of its row and the path of its column; null when the table has no such cell. */
export function describeCell(
  table: DataTable,
  ref: CellRef,
): (Pick<FigureCandidate, 'unit' | 'rowPath' | 'columnPath'> & { text: string; printed: string }) | null {
  const row = table.rows.find((one) => one.rowId === ref.rowId);
  const col = table.columns.findIndex((one) => one.colId === ref.colId);
  const cell = row?.cells[col];
  if (!row || !cell) return null;
  const rowPath = row.cells
    .slice(0, col)
    .filter((one) => one.value === null && one.text !== '')
    .map((one) => one.text);
  const hasUnit = cell.unit === null || cell.text.endsWith(cell.unit);
  return {
    text: hasUnit ? cell.text : `${cell.text} ${cell.unit}`,
    printed: cell.text,
    unit: cell.unit,
    rowPath,
    columnPath: table.columns[col]!.path,
  };
}
