import type { DataTable } from '../../domain/dataTable';
import type { TableId } from '../../domain/ids';
import type { GetSourceCell } from './printReplyCell';

/** Looks cells of these tables up by their ids; each table is indexed once. */
export function readSourceCells(tables: ReadonlyMap<TableId, DataTable>): GetSourceCell {
  const indexes = new Map<TableId, { rows: Map<string, DataTable['rows'][number]>; columns: Map<string, number> }>();
  return ({ tableId, rowId, colId }) => {
    const table = tables.get(tableId);
    if (!table) return null;
    let index = indexes.get(tableId);
    if (!index) {
      index = {
        rows: new Map(table.rows.map((row) => [row.rowId, row])),
        columns: new Map(table.columns.map((column, col) => [column.colId, col])),
      };
      indexes.set(tableId, index);
    }
    const col = index.columns.get(colId);
    return (col === undefined ? undefined : index.rows.get(rowId)?.cells[col]) ?? null;
  };
}
