import type { CellRef, DescribedCell, OpenTable, TableRow } from '../../../../shared/domain/dataTable';
import type { RowId, TableId } from '../../../../shared/domain/ids';
import { readRowPaths } from '../../../../shared/figures/rowPath';
import { type BandPaths, chooseColumnPath, passRow } from '../../../../shared/tables/headerBands';
import type { ReadableDb } from '../handles';
import { sql } from '../sql';
import { getTableHead, getTableKey, readRows } from './dataTables';

/** Rows that come with a table's head: what a screen shows first, and most tables whole. */
const FIRST_ROWS = 400;
/** Rows above a cell in which a label reaching down to it is looked for. */
const ROWS_ABOVE = 100;

/** A table's head with its first rows, and what it takes to lay the others out before they are read. Throws not-found. */
export function openTable(db: ReadableDb, tableId: TableId): OpenTable {
  const { tableKey, ...head } = getTableHead(db, tableId);
  const rowCount = countRows(db, tableKey);
  const rows = readRows(db, tableKey, 0, FIRST_ROWS);
  if (rowCount <= FIRST_ROWS) return { ...head, rowCount, rows, tall: [], widest: [] };
  return { ...head, rowCount, rows, tall: listTallCells(db, tableKey), widest: measureColumns(db, tableKey) };
}

/** How many rows a table has. */
export function countRows(db: ReadableDb, tableKey: number): number {
  return db.get<{ rowCount: number }>(sql`SELECT count(*) AS rowCount FROM table_row WHERE tableKey = ${tableKey}`)!.rowCount;
}

/** Rows [from, from + count) of a table. Throws not-found. */
export function listTableRows(db: ReadableDb, tableId: TableId, from: number, count: number): TableRow[] {
  return readRows(db, getTableKey(db, tableId), from, count);
}

/** Position of a row in its table, from 0; null when it is not there. */
export function findRowPosition(db: ReadableDb, tableId: TableId, rowId: RowId): number | null {
  const row = db.get<{ position: number }>(
    sql`SELECT r.position FROM table_row r JOIN data_table t USING (tableKey) WHERE t.tableId = ${tableId} AND r.rowId = ${rowId}`,
  );
  return row?.position ?? null;
}

/** A cell with the words that say what it is, read without its whole table; null when it is gone. */
export function describeCell(db: ReadableDb, cell: CellRef): DescribedCell | null {
  const position = findRowPosition(db, cell.tableId, cell.rowId);
  const { tableKey, columns, caption, sourceId, place } = getTableHead(db, cell.tableId);
  const col = columns.findIndex((column) => column.colId === cell.colId);
  if (position === null || col < 0) return null;
  const from = Math.max(0, position - ROWS_ABOVE);
  const above = readRows(db, tableKey, from, position - from + 1);
  const rows = above.map((row) => row.cells);
  const found = rows.at(-1)?.[col];
  if (!found) return null;
  const source = db.get<{ fileName: string }>(sql`SELECT fileName FROM source WHERE sourceId = ${sourceId}`);
  const rowPath = readRowPaths(rows)(position - from, col);
  const bands = above.reduce<BandPaths>((paths, row, at) => passRow(paths, row, above[at - 1]), null);
  const columnPath = [...chooseColumnPath(columns[col]!.path, bands, col)];
  const { text, unit } = found;
  return { cell, text, unit, rowPath, columnPath, caption, fileName: source?.fileName ?? null, place };
}

/** The next cell in reading order, behind the given one (or before it), that holds the text, upper and lower case alike; null when none does. */
export function findTableText(
  db: ReadableDb,
  tableId: TableId,
  { text, row, col, backwards }: { text: string; row: number; col: number; backwards: boolean },
): { row: number; col: number } | null {
  const beyond = backwards
    ? sql`(r.position < ${row} OR (r.position = ${row} AND k.position < ${col}))`
    : sql`(r.position > ${row} OR (r.position = ${row} AND k.position > ${col}))`;
  const order = backwards ? sql`r.position DESC, k.position DESC` : sql`r.position, k.position`;
  return (
    db.get<{ row: number; col: number }>(sql`
      SELECT r.position AS row, k.position AS col
      FROM table_row r JOIN cell c USING (rowKey) JOIN table_col k USING (colKey)
      WHERE r.tableKey = ${getTableKey(db, tableId)} AND instr(lower(c.text), ${text.toLowerCase()}) > 0 AND ${beyond}
      ORDER BY ${order} LIMIT 1`) ?? null
  );
}

/** Rows with a cell that reaches over several rows. */
function listTallCells(db: ReadableDb, tableKey: number): OpenTable['tall'] {
  return db.all<{ row: number; rowSpan: number }>(sql`
    SELECT r.position AS row, max(c.rowSpan) AS rowSpan FROM table_row r JOIN cell c USING (rowKey)
    WHERE r.tableKey = ${tableKey} AND c.rowSpan > 1 GROUP BY r.position ORDER BY r.position`);
}

/** Per column the widest text of one cell, in halves of a Han character. */
function measureColumns(db: ReadableDb, tableKey: number): number[] {
  // A Han character is three bytes and two halves wide; the others are one byte and one half.
  const rows = db.all<{ halves: number }>(sql`
    SELECT max(CASE WHEN c.colSpan = 1 THEN (octet_length(c.text) + length(c.text)) / 2 ELSE 0 END) AS halves
    FROM table_row r CROSS JOIN cell c USING (rowKey) JOIN table_col k USING (colKey)
    WHERE r.tableKey = ${tableKey} GROUP BY k.position ORDER BY k.position`);
  return rows.map((row) => row.halves);
}
