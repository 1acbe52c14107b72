import type { CellRef } from '../../../../shared/domain/dataTable';
import { type ColId, newId, type RowId, type TableId } from '../../../../shared/domain/ids';
import { listFormulaCells } from '../../../../shared/figures/listFormulaCells';
import { replyTableDefinition } from '../../../../shared/ipc/replyTableSchema';
import { buildFormulas } from '../../../../shared/tables/reply/buildFormulas';
import type { BuiltTable } from '../../../../shared/tables/reply/buildReplyTable';
import { findDefinitionProblem } from '../../../../shared/tables/reply/findDefinitionProblem';
import type { ReplyTableDefinition } from '../../../../shared/tables/reply/replyTableDefinition';
import type { ReadableDb, WritableDb } from '../handles';
import type { Recorder } from '../history/recordedWrite';
import { sql } from '../sql';
import { type CellKey, findCellKey } from './cells';
import { getTableKey } from './dataTables';

/** A stored cell that now holds something else: its place, and what it printed before and prints now ('' where it was or is not there). */
export type WrittenCell = { key: CellKey; cell: CellRef; before: string; after: string };

/** What a reply table is made from; null for a table of a source and for a pasted one. */
export function findDefinition(db: ReadableDb, tableId: TableId): ReplyTableDefinition | null {
  const row = db.get<{ definition: string }>(sql`
    SELECT definition FROM reply_table JOIN data_table USING (tableKey) WHERE tableId = ${tableId}`);
  return row ? replyTableDefinition.parse(JSON.parse(row.definition)) : null;
}

/** Every table that has a definition, in the order made. */
export function listReplyTables(db: ReadableDb): TableId[] {
  return db
    .all<{ tableId: TableId }>(sql`SELECT tableId FROM reply_table JOIN data_table USING (tableKey) ORDER BY tableKey`)
    .map((row) => row.tableId);
}

/** Reply tables that read any of the cells. */
export function listReplyTablesReading(db: ReadableDb, cells: readonly CellKey[]): TableId[] {
  const ids = new Set<TableId>();
  for (const { rowKey, colKey } of cells) {
    const rows = db.all<{ tableId: TableId }>(sql`
      SELECT tableId FROM reply_table_source JOIN data_table USING (tableKey) WHERE rowKey = ${rowKey} AND colKey = ${colKey}`);
    for (const row of rows) ids.add(row.tableId);
  }
  return [...ids];
}

/** Stores a new reply table, without cells: `writeReplyTable` fills it. Returns its id. */
export function insertReplyTable(
  db: ReadableDb,
  recorder: Recorder,
  definition: ReplyTableDefinition,
  tableId: TableId = newId<'table'>(),
): TableId {
  const tableKey = nextKey(db, 'data_table', 'tableKey');
  const { position } = db.get<{ position: number }>(sql`SELECT count(*) AS position FROM data_table WHERE sourceId IS NULL`)!;
  recorder.insertRow('data_table', {
    tableKey,
    tableId,
    kind: 'reply',
    sourceId: null,
    position,
    place: '{}',
    caption: null,
    unit: null,
    period: null,
    headerRows: 0,
    notes: '[]',
    doubts: '[]',
  });
  recorder.insertRow('reply_table', { tableKey, definition: JSON.stringify(definition) });
  return tableId;
}

/** Keeps what a reply table is made from. */
export function updateDefinition(db: ReadableDb, recorder: Recorder, tableId: TableId, definition: ReplyTableDefinition): void {
  recorder.updateRow('reply_table', { tableKey: getTableKey(db, tableId) }, { definition: JSON.stringify(definition) });
}

/** Makes the stored rows, columns and cells of a reply table equal to what was built. Returns the cells that came out different. */
export function writeReplyTable(db: ReadableDb, recorder: Recorder, tableId: TableId, built: BuiltTable): WrittenCell[] {
  const tableKey = getTableKey(db, tableId);
  const { table } = built;
  recorder.updateRow(
    'data_table',
    { tableKey },
    { caption: table.caption, unit: table.unit, headerRows: table.headerRows, notes: JSON.stringify(table.notes) },
  );
  const rows = db.all<{ rowKey: number; rowId: RowId; role: string }>(
    sql`SELECT rowKey, rowId, role FROM table_row WHERE tableKey = ${tableKey} ORDER BY position`,
  );
  const cols = db.all<{ colKey: number; colId: ColId }>(sql`SELECT colKey, colId FROM table_col WHERE tableKey = ${tableKey}`);
  const heads = rows.filter((row) => row.role === 'header').map((row) => row.rowId);
  const rowIds = table.rows.map((_row, index) =>
    index < table.headerRows ? (heads[index] ?? newId<'row'>()) : built.rowIds[index - table.headerRows]!,
  );

  const written = removeGone(db, recorder, { tableId, rows, cols }, { rows: new Set(rowIds), cols: new Set(built.colIds) });
  const rowKeys = new Map(rows.map((row) => [row.rowId, row.rowKey]));
  const colKeys = new Map(cols.map((col) => [col.colId, col.colKey]));
  let nextRow = nextKey(db, 'table_row', 'rowKey');
  let nextCol = nextKey(db, 'table_col', 'colKey');
  rowIds.forEach((rowId, position) => {
    const values = { rowId, tableKey, position, role: table.rowRoles[position]! };
    const rowKey = rowKeys.get(rowId);
    if (rowKey !== undefined) recorder.updateRow('table_row', { rowKey }, values);
    else {
      rowKeys.set(rowId, nextRow);
      recorder.insertRow('table_row', { rowKey: nextRow++, ...values });
    }
  });
  built.colIds.forEach((colId, position) => {
    const values = { colId, tableKey, position, path: JSON.stringify(table.columns[position]) };
    const colKey = colKeys.get(colId);
    if (colKey !== undefined) recorder.updateRow('table_col', { colKey }, values);
    else {
      colKeys.set(colId, nextCol);
      recorder.insertRow('table_col', { colKey: nextCol++, ...values });
    }
  });
  table.rows.forEach((cells, row) => {
    cells.forEach((cell, col) => {
      const ref: CellRef = { tableId, rowId: rowIds[row]!, colId: built.colIds[col]! };
      const key = { rowKey: rowKeys.get(ref.rowId)!, colKey: colKeys.get(ref.colId)! };
      const { text, value, unit, rowSpan, colSpan } = cell;
      const content = { text, value, unit, rowSpan, colSpan, covered: cell.covered ? 1 : 0 };
      const before = readText(db, key);
      if (before === null) {
        recorder.insertRow('cell', { ...key, ...content, nested: null, originalText: null, originalValue: null, originalUnit: null });
      } else if (!recorder.updateRow('cell', key, content)) return;
      written.push({ key, cell: ref, before: before ?? '', after: text });
    });
  });
  return written;
}

/** Keys of all cells of a table. */
export function listCellKeys(db: ReadableDb, tableId: TableId): CellKey[] {
  return db.all<CellKey>(sql`
    SELECT c.rowKey, c.colKey FROM data_table JOIN table_row USING (tableKey) JOIN cell c USING (rowKey) WHERE tableId = ${tableId}`);
}

/** Takes a reply table away: its links, cells, rows, columns and definition. */
export function deleteReplyTable(db: ReadableDb, recorder: Recorder, tableId: TableId): void {
  const tableKey = getTableKey(db, tableId);
  for (const { linkId } of db.all<{ linkId: string }>(sql`SELECT linkId FROM link WHERE tableId = ${tableId}`))
    recorder.deleteRow('link', { linkId });
  for (const key of listCellKeys(db, tableId)) recorder.deleteRow('cell', key);
  const rows = db.all<{ rowKey: number }>(sql`SELECT rowKey FROM table_row WHERE tableKey = ${tableKey}`);
  for (const key of rows) recorder.deleteRow('table_row', key);
  const cols = db.all<{ colKey: number }>(sql`SELECT colKey FROM table_col WHERE tableKey = ${tableKey}`);
  for (const key of cols) recorder.deleteRow('table_col', key);
  recorder.deleteRow('reply_table', { tableKey });
  recorder.deleteRow('data_table', { tableKey });
}

/** Makes the index of what a reply table reads say what its definition says now. */
export function indexReplyTable(db: WritableDb, tableKey: number): void {
  db.run(sql`DELETE FROM reply_table_source WHERE tableKey = ${tableKey}`);
  const row = db.get<{ tableId: TableId }>(
    sql`SELECT tableId FROM reply_table JOIN data_table USING (tableKey) WHERE tableKey = ${tableKey}`,
  );
  const definition = row && findDefinition(db, row.tableId);
  if (!definition || findDefinitionProblem(definition)) return;
  for (const ref of listReadCells(definition)) {
    const key = findCellKey(db, ref);
    if (!key) continue;
    db.run(sql`INSERT INTO reply_table_source (rowKey, colKey, tableKey) VALUES (${key.rowKey}, ${key.colKey}, ${tableKey})`);
  }
}

/** Every source cell a definition's printed cells and its ranking read, each once. */
function listReadCells(definition: ReplyTableDefinition): CellRef[] {
  const find = buildFormulas(definition);
  const cells = new Map<string, CellRef>();
  for (const { rowId } of definition.rows) {
    for (const { colId, hidden } of definition.columns) {
      const formula = hidden && colId !== definition.top?.colId ? null : find(rowId, colId);
      for (const ref of formula ? listFormulaCells(formula) : []) cells.set(`${ref.tableId} ${ref.rowId} ${ref.colId}`, ref);
    }
  }
  return [...cells.values()];
}

type StoredLines = { tableId: TableId; rows: { rowKey: number; rowId: RowId }[]; cols: { colKey: number; colId: ColId }[] };

/** Takes away the rows and columns that are not kept, with their cells. */
function removeGone(
  db: ReadableDb,
  recorder: Recorder,
  { tableId, rows, cols }: StoredLines,
  kept: { rows: ReadonlySet<RowId>; cols: ReadonlySet<ColId> },
): WrittenCell[] {
  const written: WrittenCell[] = [];
  for (const { rowKey, rowId } of rows) {
    for (const { colKey, colId } of cols) {
      if (kept.rows.has(rowId) && kept.cols.has(colId)) continue;
      const before = readText(db, { rowKey, colKey });
      if (before === null) continue;
      recorder.deleteRow('cell', { rowKey, colKey });
      written.push({ key: { rowKey, colKey }, cell: { tableId, rowId, colId }, before, after: '' });
    }
  }
  for (const { rowKey, rowId } of rows) if (!kept.rows.has(rowId)) recorder.deleteRow('table_row', { rowKey });
  for (const { colKey, colId } of cols) if (!kept.cols.has(colId)) recorder.deleteRow('table_col', { colKey });
  return written;
}

function readText(db: ReadableDb, { rowKey, colKey }: CellKey): string | null {
  return db.get<{ text: string }>(sql`SELECT text FROM cell WHERE rowKey = ${rowKey} AND colKey = ${colKey}`)?.text ?? null;
}

function nextKey(db: ReadableDb, table: 'data_table' | 'table_row' | 'table_col', column: 'tableKey' | 'rowKey' | 'colKey'): number {
  const name = sql.identifier(column);
  return db.get<{ next: number }>(sql`SELECT coalesce(max(${name}), 0) + 1 AS next FROM ${sql.identifier(table)}`)!.next;
}
