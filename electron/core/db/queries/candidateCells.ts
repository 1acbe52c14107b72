import type { CellRef } from '../../../../shared/domain/dataTable';
import type { Place } from '../../../../shared/domain/place';
import type { ReadableDb } from '../handles';
import { sql } from '../sql';

/** A numeric cell of a visible table with the words that say what it is. `amount` is its search integer as text, null for an unknown unit. */
export type CandidateRow = {
  cell: CellRef;
  text: string;
  value: string;
  unit: string | null;
  amount: string | null;
  rowPath: string[];
  columnPath: string[];
  caption: string | null;
  fileName: string | null;
  place: Place;
};

type Range = { from: bigint; to: bigint };

/** Rows read of a table that is found by its caption or header alone. */
const ROWS_OF_TABLE = 60;

const VISIBLE = sql`(t.sourceId IS NULL OR s.state = 'shown')`;

/** Integer keys of visible rows that hold an amount in any of the ranges. */
export function findRowsByAmounts(db: ReadableDb, ranges: readonly Range[], limit: number): number[] {
  const keys = new Set<number>();
  for (const { from, to } of ranges) {
    const rows = db.all<{ rowKey: number }>(sql`
      SELECT DISTINCT c.rowKey FROM cell c JOIN table_row r USING (rowKey) JOIN data_table t USING (tableKey) LEFT JOIN source s USING (sourceId)
      WHERE c.amount BETWEEN ${from} AND ${to} AND ${VISIBLE} LIMIT ${limit}`);
    for (const row of rows) keys.add(row.rowKey);
  }
  return [...keys].slice(0, limit);
}

/** Integer keys of visible rows that hold the words, or stand in a table whose caption or header does. `phrases` is a query of the search index. */
export function findRowsByWords(db: ReadableDb, phrases: string, limit: number): number[] {
  const hits = db.all<{ rowKey: number; role: string; tableKey: number }>(sql`
    SELECT r.rowKey, r.role, r.tableKey FROM search_text f JOIN search_entry e ON e.entryKey = f.rowid
      JOIN table_row r ON e.kind = 'row' AND r.rowId = e.ownerId JOIN data_table t USING (tableKey) LEFT JOIN source s USING (sourceId)
    WHERE search_text MATCH ${phrases} AND ${VISIBLE} ORDER BY rank LIMIT ${limit}`);
  const captioned = db.all<{ tableKey: number }>(sql`
    SELECT t.tableKey FROM search_text f JOIN search_entry e ON e.entryKey = f.rowid
      JOIN data_table t ON e.kind = 'table' AND t.tableId = e.ownerId LEFT JOIN source s USING (sourceId)
    WHERE search_text MATCH ${phrases} AND ${VISIBLE} ORDER BY rank LIMIT ${limit}`);
  const tableKeys = new Set([...hits.filter((hit) => hit.role === 'header'), ...captioned].map((hit) => hit.tableKey));
  const keys = new Set(hits.filter((hit) => hit.role !== 'header').map((hit) => hit.rowKey));
  for (const tableKey of tableKeys) {
    if (keys.size >= limit) break;
    const rows = db.all<{ rowKey: number }>(sql`
      SELECT rowKey FROM table_row WHERE tableKey = ${tableKey} AND role <> 'header' ORDER BY position LIMIT ${ROWS_OF_TABLE}`);
    for (const row of rows) keys.add(row.rowKey);
  }
  return [...keys].slice(0, limit);
}

/** The numeric cells of these rows, in the order of tables, rows and columns. */
export function readCandidateRows(db: ReadableDb, rowKeys: readonly number[]): CandidateRow[] {
  const cells = db.all<{
    rowKey: number;
    tableId: CellRef['tableId'];
    rowId: CellRef['rowId'];
    colId: CellRef['colId'];
    text: string;
    value: string | null;
    unit: string | null;
    amount: string | null;
    path: string;
    caption: string | null;
    fileName: string | null;
    place: string;
  }>(sql`
    SELECT r.rowKey, t.tableId, r.rowId, k.colId, c.text, c.value, c.unit, CAST(c.amount AS TEXT) AS amount, k.path, t.caption, s.fileName, t.place
    FROM table_row r JOIN cell c USING (rowKey) JOIN table_col k USING (colKey) JOIN data_table t ON t.tableKey = r.tableKey
      LEFT JOIN source s USING (sourceId)
    WHERE r.rowKey IN ${sql.list(rowKeys)} AND c.covered = 0 AND c.text <> '' ORDER BY s.position, t.position, r.position, k.position`);
  const labels = new Map<number, string[]>();
  const readPath = readOnce<string[]>();
  const readPlace = readOnce<Place>();
  const candidates: CandidateRow[] = [];
  for (const { rowKey, tableId, rowId, colId, text, value, unit, amount, path, caption, fileName, place } of cells) {
    const rowPath = labels.get(rowKey) ?? [];
    if (value === null) labels.set(rowKey, [...rowPath, text]);
    else {
      candidates.push({
        cell: { tableId, rowId, colId },
        text,
        value,
        unit,
        amount,
        rowPath,
        columnPath: readPath(path),
        caption,
        fileName,
        place: readPlace(place),
      });
    }
  }
  return candidates;
}

/** Reads stored JSON, every text of it once: the cells of a column share one path, those of a table one place. */
function readOnce<Value>(): (json: string) => Value {
  const known = new Map<string, Value>();
  return (json) => {
    const value = known.get(json) ?? (JSON.parse(json) as Value);
    known.set(json, value);
    return value;
  };
}
