import type {
  Cell,
  DataTable,
  ReadTable,
  RowRole,
  TableColumn,
  TableDoubt,
  TableRow,
  TableSummary,
} from '../../../../shared/domain/dataTable';
import { type ColId, newId, type RowId, type SourceId, type TableId } from '../../../../shared/domain/ids';
import type { Place } from '../../../../shared/domain/place';
import { AppError } from '../../../../shared/ipc/errors';
import { toSearchAmountOfText } from '../../../../shared/util/units';
import type { ReadableDb, WritableDb } from '../handles';
import { freezeDeep } from '../freezeDeep';
import { remember } from '../remember';
import { addSearchEntry, writeSearchEntry } from '../search/searchEntries';
import { type Sql, sql } from '../sql';
import { message } from '../../../../shared/domain/message';

type TableHead = {
  tableKey: number;
  tableId: TableId;
  kind: DataTable['kind'];
  sourceId: SourceId | null;
  position: number;
  place: string;
  caption: string | null;
  unit: string | null;
  period: string | null;
  headerRows: number;
  notes: string;
  doubts: string;
};
type CellRow = Pick<Cell, 'text' | 'value' | 'unit' | 'rowSpan' | 'colSpan' | 'revision'> & {
  rowKey: number;
  covered: number;
  nested: string | null;
  originalText: string | null;
};

/** Cells bound to one statement. */
const CELLS_AT_ONCE = 500;

const HEAD = sql`t.tableKey, t.tableId, t.kind, t.sourceId, t.position, t.place, t.caption, t.unit, t.period, t.headerRows, t.notes, t.doubts`;
/** A table is seen unless its source is hidden or still being imported. */
const VISIBLE = sql`(t.sourceId IS NULL OR EXISTS (SELECT 1 FROM source s WHERE s.sourceId = t.sourceId AND s.state = 'shown'))`;

/** The value of a cell in search integers without sign; null when it is not a number of a known unit. */
export function toCellAmount(value: string | null, unit: string | null): bigint | null {
  return value === null || unit === null ? null : toSearchAmountOfText(value, unit);
}

/**
 * Stores a table as read, with ids for its rows and columns, its nested tables behind it, and its search rows. Unrecorded: the rows of an import are
 * seen through their source, and a pasted table (no source) through the reply that refers to it. `rowCount` stores the first rows alone. Returns the
 * table's id and how many tables were stored (positions used).
 */
export function insertTable(
  db: WritableDb,
  table: ReadTable,
  sourceId: SourceId | null,
  position: number,
  rowCount = table.rows.length,
): { tableId: TableId; stored: number } {
  const tableId = newId<'table'>();
  const { lastKey: tableKey } = db.run(sql`
    INSERT INTO data_table (tableId, kind, sourceId, position, place, caption, unit, period, headerRows, notes, doubts)
    VALUES (${tableId}, ${sourceId === null ? 'reply' : 'source'}, ${sourceId}, ${position}, ${JSON.stringify(table.place)}, ${table.caption}, ${table.unit}, ${table.period},
      ${table.headerRows}, ${JSON.stringify(table.notes)}, ${JSON.stringify(table.doubts)})`);
  const width = table.rows.reduce((widest, row) => Math.max(widest, row.length), table.columns.length);
  const colKeys: number[] = [];
  for (let col = 0; col < width; col += 1) {
    colKeys.push(
      db.run(sql`
        INSERT INTO table_col (colId, tableKey, position, path)
        VALUES (${newId()}, ${tableKey}, ${col}, ${JSON.stringify(table.columns[col] ?? [])})`).lastKey,
    );
  }
  const stored = 1 + insertRows(db, { table, tableKey, colKeys, sourceId, position: position + 1 }, 0, rowCount);
  indexTable(db, tableKey);
  return { tableId, stored };
}

/**
 * Stores the rows from `first` on of a table whose rows before it are stored: a long table takes several transactions. `position` is the first that
 * nested tables may take; returns how many they took.
 */
export function insertFurtherRows(
  db: WritableDb,
  { table, tableId, sourceId, position }: { table: ReadTable; tableId: TableId; sourceId: SourceId | null; position: number },
  first: number,
  count: number,
): number {
  const tableKey = getTableKey(db, tableId);
  const colKeys = db
    .all<{ colKey: number }>(sql`SELECT colKey FROM table_col WHERE tableKey = ${tableKey} ORDER BY position`)
    .map((column) => column.colKey);
  return insertRows(db, { table, tableKey, colKeys, sourceId, position }, first, count);
}

type RowsTarget = { table: ReadTable; tableKey: number; colKeys: readonly number[]; sourceId: SourceId | null; position: number };

function insertRows(db: WritableDb, { table, tableKey, colKeys, sourceId, position }: RowsTarget, first: number, count: number): number {
  let stored = 0;
  table.rows.slice(first, first + count).forEach((cells, offset) => {
    const rowId = newId<'row'>();
    const row = first + offset;
    const { lastKey: rowKey } = db.run(sql`
      INSERT INTO table_row (rowId, tableKey, position, role) VALUES (${rowId}, ${tableKey}, ${row}, ${table.rowRoles[row] ?? 'body'})`);
    const lines = cells.map((cell, col) => {
      const nested: TableId[] = [];
      for (const inner of cell.nested ?? []) {
        const result = insertTable(db, inner, sourceId, position + stored);
        nested.push(result.tableId);
        stored += result.stored;
      }
      const { text, value, unit, rowSpan, colSpan, covered } = cell;
      const inside = nested.length > 0 ? JSON.stringify(nested) : null;
      return [rowKey, colKeys[col]!, text, value, unit, rowSpan, colSpan, covered ? 1 : 0, 0, inside, toCellAmount(value, unit)];
    });
    // Many cells in one statement: a statement for each takes most of the time of a long import.
    for (let from = 0; from < lines.length; from += CELLS_AT_ONCE) {
      db.run(sql`
        INSERT INTO cell (rowKey, colKey, text, value, unit, rowSpan, colSpan, covered, revision, nested, amount)
        VALUES ${sql.rows(lines.slice(from, from + CELLS_AT_ONCE))}`);
    }
    addSearchEntry(
      db,
      'row',
      rowId,
      cells.map((cell) => cell.text),
    );
  });
  return stored;
}

/** Makes the search rows of a table's caption and notes say what they say now. */
export function indexTable(db: WritableDb, tableKey: number): void {
  const head = db.get<TableHead>(sql`SELECT ${HEAD} FROM data_table t WHERE t.tableKey = ${tableKey}`);
  if (!head) return;
  writeSearchEntry(db, 'table', head.tableId, [head.caption ?? '']);
  writeSearchEntry(db, 'note', head.tableId, JSON.parse(head.notes) as string[]);
}

/** Heads of all visible tables, or of one source's, in reading order. */
export function listTables(db: ReadableDb, sourceId: SourceId | null): TableSummary[] {
  const ofSource = sourceId === null ? sql`TRUE` : sql`t.sourceId = ${sourceId}`;
  const heads = db.all<TableHead & { rowCount: number; columnCount: number; headline: string | null }>(sql`
    SELECT ${HEAD},
      (SELECT count(*) FROM table_row r WHERE r.tableKey = t.tableKey) AS rowCount,
      (SELECT count(*) FROM table_col c WHERE c.tableKey = t.tableKey) AS columnCount,
      (SELECT group_concat(c.text, ' / ' ORDER BY k.position) FROM table_row r JOIN cell c USING (rowKey) JOIN table_col k USING (colKey)
        WHERE r.tableKey = t.tableKey AND r.position = 0 AND c.text <> '') AS headline
    FROM data_table t LEFT JOIN source o USING (sourceId)
    WHERE ${VISIBLE} AND ${ofSource} ORDER BY o.position, t.position`);
  return heads.map((head) => {
    const { tableKey: _key, notes: _notes, ...summary } = head;
    return {
      ...summary,
      place: JSON.parse(head.place) as Place,
      doubts: JSON.parse(head.doubts) as TableDoubt[],
      headline: head.headline ?? '',
    };
  });
}

/** A table with all its cells, visible or not; null when there is none. */
export function findTable(db: ReadableDb, tableId: TableId): DataTable | null {
  return findTables(db, sql`t.tableId = ${tableId}`)[0] ?? null;
}

/** A table with all its cells, visible or not (a hidden source's table may still be shown in a reply). Throws not-found. */
export function getTable(db: ReadableDb, tableId: TableId): DataTable {
  const table = findTables(db, sql`t.tableId = ${tableId}`)[0];
  if (!table) throw new AppError('not-found', { what: message('what.table'), id: tableId });
  return table;
}

/** Tables by their ids with all their cells, visible or not, in reading order; ids without a table are passed over. */
export function listTablesById(db: ReadableDb, tableIds: readonly TableId[]): DataTable[] {
  return findTables(db, sql`t.tableId IN ${sql.list(tableIds)}`);
}

/** Every visible table with its cells, and those named although hidden. */
export function listWholeTables(db: ReadableDb, alsoShown: readonly TableId[]): DataTable[] {
  return findTables(db, sql`(${VISIBLE} OR t.tableId IN ${sql.list(alsoShown)})`);
}

/** Integer key of a table; throws not-found. */
export function getTableKey(db: ReadableDb, tableId: TableId): number {
  const row = db.get<{ tableKey: number }>(sql`SELECT tableKey FROM data_table WHERE tableId = ${tableId}`);
  if (!row) throw new AppError('not-found', { what: message('what.table'), id: tableId });
  return row.tableKey;
}

/** A table without its rows, and its integer key. Throws not-found. */
export function getTableHead(db: ReadableDb, tableId: TableId): Omit<DataTable, 'rows'> & { tableKey: number } {
  const head = db.get<TableHead>(sql`SELECT ${HEAD} FROM data_table t WHERE t.tableId = ${tableId}`);
  if (!head) throw new AppError('not-found', { what: message('what.table'), id: tableId });
  return readHead(db, head);
}

/** Rows of a table from position `from` on, `count` of them or all. */
export function readRows(db: ReadableDb, tableKey: number, from = 0, count: number | null = null): TableRow[] {
  const within = count === null ? sql`TRUE` : sql`r.position >= ${from} AND r.position < ${from + count}`;
  const rows = db.all<{ rowKey: number; rowId: RowId; role: RowRole }>(
    sql`SELECT rowKey, rowId, role FROM table_row r WHERE tableKey = ${tableKey} AND ${within} ORDER BY position`,
  );
  const cellsByRow = new Map<number, Cell[]>(rows.map(({ rowKey }) => [rowKey, []]));
  const cells = db.all<CellRow>(sql`
    SELECT c.rowKey, c.text, c.value, c.unit, c.rowSpan, c.colSpan, c.covered, c.revision, c.nested, c.originalText
    FROM table_row r JOIN cell c USING (rowKey) JOIN table_col k USING (colKey)
    WHERE r.tableKey = ${tableKey} AND ${within} ORDER BY r.position, k.position`);
  for (const cell of cells) cellsByRow.get(cell.rowKey)?.push(toCell(cell));
  return rows.map(({ rowKey, rowId, role }): TableRow => ({ rowId, role, cells: cellsByRow.get(rowKey)! }));
}

/** Tables read since one was last written: what documents and checks are made from is mostly the same from one call to the next. */
const tablesRead = remember(['data_table', 'table_row', 'table_col', 'cell'], () => new Map<TableId, DataTable>());

function findTables(db: ReadableDb, condition: Sql): DataTable[] {
  const known = tablesRead(db);
  const heads = db.all<TableHead>(
    sql`SELECT ${HEAD} FROM data_table t LEFT JOIN source o USING (sourceId) WHERE ${condition} ORDER BY o.position, t.position`,
  );
  return heads.map((head) => {
    const kept = known.get(head.tableId);
    if (kept) return kept;
    const { tableKey, ...whole } = readHead(db, head);
    const table = freezeDeep({ ...whole, rows: readRows(db, tableKey) });
    known.set(head.tableId, table);
    return table;
  });
}

function readHead(db: ReadableDb, head: TableHead): Omit<DataTable, 'rows'> & { tableKey: number } {
  const columns = db
    .all<{ colId: ColId; path: string }>(sql`SELECT colId, path FROM table_col WHERE tableKey = ${head.tableKey} ORDER BY position`)
    .map(({ colId, path }): TableColumn => ({ colId, path: JSON.parse(path) as string[] }));
  return {
    ...head,
    place: JSON.parse(head.place) as Place,
    notes: JSON.parse(head.notes) as string[],
    doubts: JSON.parse(head.doubts) as TableDoubt[],
    columns,
  };
}

function toCell(row: CellRow): Cell {
  const { rowKey: _key, covered, nested, originalText, ...cell } = row;
  return {
    ...cell,
    covered: covered === 1,
    ...(originalText === null ? {} : { original: originalText }),
    ...(nested === null ? {} : { nested: JSON.parse(nested) as TableId[] }),
  };
}
