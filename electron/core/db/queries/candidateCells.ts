import type { CellRef, RowRole } from '../../../../shared/domain/dataTable';
import type { Place } from '../../../../shared/domain/place';
import { type BandPaths, chooseColumnPath, passRow } from '../../../../shared/tables/headerBands';
import { memoize } from '../../../../shared/util/memoize';
import { addTo } from '../../../../shared/util/multimap';
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

/**
 * Integer keys of visible rows that hold the words, stand in a table whose caption or header does, or below further header rows that do. `phrases` is a
 * query of the search index.
 */
export function findRowsByWords(db: ReadableDb, phrases: string, limit: number): number[] {
  const hits = db.all<{ rowKey: number; role: RowRole; tableKey: number; position: number }>(sql`
    SELECT r.rowKey, r.role, r.tableKey, r.position FROM search_text f JOIN search_entry e ON e.entryKey = f.rowid
      JOIN table_row r ON e.kind = 'row' AND r.rowId = e.ownerId JOIN data_table t USING (tableKey) LEFT JOIN source s USING (sourceId)
    WHERE search_text MATCH ${phrases} AND ${VISIBLE} ORDER BY rank LIMIT ${limit}`);
  const captioned = db.all<{ tableKey: number; position: number }>(sql`
    SELECT t.tableKey, 0 AS position FROM search_text f JOIN search_entry e ON e.entryKey = f.rowid
      JOIN data_table t ON e.kind = 'table' AND t.tableId = e.ownerId LEFT JOIN source s USING (sourceId)
    WHERE search_text MATCH ${phrases} AND ${VISIBLE} ORDER BY rank LIMIT ${limit}`);
  const heads = [...hits.filter(({ role }) => isHead(role)), ...captioned];
  const keys = new Set(hits.filter(({ role }) => !isHead(role)).map((hit) => hit.rowKey));
  for (const { tableKey, position } of heads) {
    if (keys.size >= limit) break;
    const rows = db.all<{ rowKey: number }>(sql`
      SELECT rowKey FROM table_row WHERE tableKey = ${tableKey} AND position >= ${position} AND role NOT IN ('header', 'band')
      ORDER BY position LIMIT ${ROWS_OF_TABLE}`);
    for (const row of rows) keys.add(row.rowKey);
  }
  return [...keys].slice(0, limit);
}

function isHead(role: RowRole): boolean {
  return role === 'header' || role === 'band';
}

/** The numeric cells of these rows, in the order of tables, rows and columns. */
export function readCandidateRows(db: ReadableDb, rowKeys: readonly number[]): CandidateRow[] {
  const cells = db.all<{
    rowKey: number;
    tableKey: number;
    row: number;
    col: number;
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
    SELECT r.rowKey, r.tableKey, r.position AS row, k.position AS col, t.tableId, r.rowId, k.colId, c.text, c.value, c.unit, CAST(c.amount AS TEXT) AS amount, k.path, t.caption, s.fileName, t.place
    FROM table_row r JOIN cell c USING (rowKey) JOIN table_col k USING (colKey) JOIN data_table t ON t.tableKey = r.tableKey
      LEFT JOIN source s USING (sourceId)
    WHERE r.rowKey IN ${sql.list(rowKeys)} AND c.covered = 0 AND c.text <> '' ORDER BY s.position, t.position, r.position, k.position`);
  const labels = new Map<number, string[]>();
  // The cells of a column share one path, those of a table one place.
  const readPath = memoize((json: string) => JSON.parse(json) as string[]);
  const readPlace = memoize((json: string) => JSON.parse(json) as Place);
  const findBands = readBands(db, [...new Set(cells.map(({ tableKey }) => tableKey))]);
  const candidates: CandidateRow[] = [];
  for (const { rowKey, tableKey, row, col, tableId, rowId, colId, text, value, unit, amount, path, caption, fileName, place } of cells) {
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
        columnPath: [...chooseColumnPath(readPath(path), findBands(tableKey, row), col)],
        caption,
        fileName,
        place: readPlace(place),
      });
    }
  }
  return candidates;
}

/** A further header row, and what it and the rows before it print over each column. */
type Band = { position: number; role: 'band'; cells: { text: string; colSpan: number }[]; paths: BandPaths };

/** What further header rows of these tables print above a row, by its table and position. */
function readBands(db: ReadableDb, tableKeys: readonly number[]): (tableKey: number, row: number) => BandPaths {
  const cells = db.all<{ tableKey: number; row: number; col: number; text: string; colSpan: number }>(sql`
    SELECT r.tableKey, r.position AS row, k.position AS col, c.text, c.colSpan
    FROM table_row r JOIN cell c USING (rowKey) JOIN table_col k USING (colKey)
    WHERE r.role = 'band' AND r.tableKey IN ${sql.list(tableKeys)} ORDER BY r.tableKey, r.position, k.position`);
  const bands = new Map<number, Band[]>();
  for (const { tableKey, row, ...cell } of cells) {
    const last = bands.get(tableKey)?.at(-1);
    if (last?.position === row) last.cells.push(cell);
    else addTo(bands, tableKey, { position: row, role: 'band', cells: [cell], paths: null });
  }
  for (const ofTable of bands.values()) {
    for (const [at, band] of ofTable.entries()) {
      const before = ofTable[at - 1];
      band.paths = passRow(before?.paths ?? null, band, before?.position === band.position - 1 ? before : undefined);
    }
  }
  return (tableKey, row) => bands.get(tableKey)?.findLast((band) => band.position < row)?.paths ?? null;
}
