import type { Cell, CellRef, DataTable } from '../domain/dataTable';

/** The cell a reference names; null when table, row or column is gone. */
export function findCellAt(table: DataTable | null, { rowId, colId }: Pick<CellRef, 'rowId' | 'colId'>): Cell | null {
  const col = table?.columns.findIndex((column) => column.colId === colId) ?? -1;
  return table?.rows.find((row) => row.rowId === rowId)?.cells[col] ?? null;
}
