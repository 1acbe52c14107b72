import type { DataTable, ReadPart, ReadTable } from '../../domain/dataTable';
import { newId } from '../../domain/ids';

/** Gives ids to the tables of a read document as the database does, nested ones after their parent. For tests. */
export function storeTables(parts: readonly ReadPart[]): DataTable[] {
  const tables: DataTable[] = [];
  for (const part of parts) if (part.type === 'table') storeTable(part.table, tables);
  return tables;
}

function storeTable(read: ReadTable, tables: DataTable[]): DataTable {
  const table: DataTable = {
    tableId: newId(),
    kind: 'source',
    sourceId: newId(),
    position: tables.length,
    place: read.place,
    caption: read.caption,
    unit: read.unit,
    period: read.period,
    headerRows: read.headerRows,
    columns: read.columns.map((path) => ({ colId: newId(), path })),
    rows: [],
    notes: read.notes,
    doubts: read.doubts,
  };
  tables.push(table);
  table.rows = read.rows.map((cells, index) => ({
    rowId: newId(),
    role: read.rowRoles[index]!,
    cells: cells.map(({ nested, ...cell }) =>
      nested ? { ...cell, revision: 1, nested: nested.map((inner) => storeTable(inner, tables).tableId) } : { ...cell, revision: 1 },
    ),
  }));
  return table;
}
