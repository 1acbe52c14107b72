import type { Cell, DataTable } from '../../../../shared/domain/dataTable';
import { type ColId, newId, type RowId } from '../../../../shared/domain/ids';
import { readPrintedNumber } from '../../../../shared/tables/readNumber';
import { assert } from '../../../../shared/util/assert';
import type { ReadableDb } from '../handles';
import type { Recorder } from '../history/recordedWrite';
import { sql } from '../sql';
import { getTableKey } from './dataTables';

type Axis = 'row' | 'column';
type Line = { key: number; id: string };

/** Puts a row after another (first of all for null), its texts read as cells of the row beside it. False where a cell spans that place. */
export function insertTableRow(
  db: ReadableDb,
  recorder: Recorder,
  table: DataTable,
  after: RowId | null,
  texts: readonly string[],
): boolean {
  const at = after === null ? 0 : table.rows.findIndex(({ rowId }) => rowId === after) + 1;
  if ((after !== null && at === 0) || listSpans(table, 'row').some(([first, last]) => first < at && at <= last)) return false;
  const tableKey = getTableKey(db, table.tableId);
  moveLines(db, recorder, tableKey, 'row', at);
  const rowKey = nextLineKey(db, 'row');
  const like = table.rows[at - 1] ?? table.rows[at];
  recorder.insertRow('table_row', { rowKey, rowId: newId(), tableKey, position: at, role: like?.role === 'header' ? 'header' : 'body' });
  listLines(db, tableKey, 'column').forEach(({ key: colKey }, index) => {
    recorder.insertRow('cell', { rowKey, colKey, ...readCell(texts[index] ?? '', like?.cells[index]) });
  });
  return true;
}

/** Puts a column after another (first of all for null). False where a cell spans that place. */
export function insertTableColumn(
  db: ReadableDb,
  recorder: Recorder,
  table: DataTable,
  after: ColId | null,
  texts: readonly string[],
): boolean {
  const at = after === null ? 0 : table.columns.findIndex(({ colId }) => colId === after) + 1;
  if ((after !== null && at === 0) || listSpans(table, 'column').some(([first, last]) => first < at && at <= last)) return false;
  const tableKey = getTableKey(db, table.tableId);
  moveLines(db, recorder, tableKey, 'column', at);
  const colKey = nextLineKey(db, 'column');
  const path = JSON.stringify(texts.slice(0, table.headerRows).filter((text) => text !== ''));
  recorder.insertRow('table_col', { colKey, colId: newId(), tableKey, position: at, path });
  listLines(db, tableKey, 'row').forEach(({ key: rowKey }, index) => {
    const like = table.rows[index]?.cells[at - 1] ?? table.rows[index]?.cells[at];
    recorder.insertRow('cell', { rowKey, colKey, ...readCell(texts[index] ?? '', like) });
  });
  return true;
}

/** Takes a row away with its cells. False where a cell spans several rows there, or when it is the last. */
export function deleteTableRow(db: ReadableDb, recorder: Recorder, table: DataTable, rowId: RowId): boolean {
  return deleteLine(
    db,
    recorder,
    table,
    'row',
    table.rows.findIndex((row) => row.rowId === rowId),
  );
}

/** Takes a column away with its cells. False where a cell spans several columns there, or when it is the last. */
export function deleteTableColumn(db: ReadableDb, recorder: Recorder, table: DataTable, colId: ColId): boolean {
  return deleteLine(
    db,
    recorder,
    table,
    'column',
    table.columns.findIndex((column) => column.colId === colId),
  );
}

function deleteLine(db: ReadableDb, recorder: Recorder, table: DataTable, axis: Axis, at: number): boolean {
  const tableKey = getTableKey(db, table.tableId);
  const lines = listLines(db, tableKey, axis);
  const line = lines[at];
  if (!line || lines.length === 1 || listSpans(table, axis).some(([first, last]) => first <= at && at <= last)) return false;
  const ofLine = axis === 'row' ? sql`rowKey = ${line.key}` : sql`colKey = ${line.key}`;
  for (const { correctionId } of db.all<{ correctionId: string }>(sql`SELECT correctionId FROM cell_correction WHERE ${ofLine}`)) {
    recorder.deleteRow('cell_correction', { correctionId });
  }
  for (const key of db.all<{ rowKey: number; colKey: number }>(sql`SELECT rowKey, colKey FROM cell WHERE ${ofLine}`)) {
    recorder.deleteRow('cell', key);
  }
  if (axis === 'row') recorder.deleteRow('table_row', { rowKey: line.key });
  else recorder.deleteRow('table_col', { colKey: line.key });
  lines.slice(at + 1).forEach((next, index) => setPosition(recorder, axis, next.key, at + index));
  return true;
}

/** First and last line of every cell that spans several. */
function listSpans(table: DataTable, axis: Axis): [number, number][] {
  return table.rows.flatMap(({ cells }, row) =>
    cells.flatMap((cell, col): [number, number][] => {
      const [start, span] = axis === 'row' ? [row, cell.rowSpan] : [col, cell.colSpan];
      return cell.covered || span < 2 ? [] : [[start, start + span - 1]];
    }),
  );
}

function listLines(db: ReadableDb, tableKey: number, axis: Axis): Line[] {
  return axis === 'row'
    ? db.all<Line>(sql`SELECT rowKey AS key, rowId AS id FROM table_row WHERE tableKey = ${tableKey} ORDER BY position`)
    : db.all<Line>(sql`SELECT colKey AS key, colId AS id FROM table_col WHERE tableKey = ${tableKey} ORDER BY position`);
}

function moveLines(db: ReadableDb, recorder: Recorder, tableKey: number, axis: Axis, from: number): void {
  listLines(db, tableKey, axis).forEach(({ key }, position) => {
    if (position >= from) setPosition(recorder, axis, key, position + 1);
  });
}

function setPosition(recorder: Recorder, axis: Axis, key: number, position: number): void {
  if (axis === 'row') recorder.updateRow('table_row', { rowKey: key }, { position });
  else recorder.updateRow('table_col', { colKey: key }, { position });
}

/** A key no row ever had: keys of deleted rows stay in the log, which may bring them back. */
export function nextLineKey(db: ReadableDb, axis: Axis): number {
  const [table, column] = axis === 'row' ? (['table_row', 'rowKey'] as const) : (['table_col', 'colKey'] as const);
  const row = db.get<{ last: number }>(sql`
    SELECT max((SELECT coalesce(max(${sql.identifier(column)}), 0) FROM ${sql.identifier(table)}),
      (SELECT coalesce(max(json_extract(rowKey, '$[0]')), 0) FROM operation_change WHERE tableName = ${table})) AS last`);
  assert(row, 'an aggregate has one row');
  return row.last + 1;
}

function readCell(text: string, like: Cell | undefined) {
  const number = readPrintedNumber(text);
  return {
    text,
    value: number?.value ?? null,
    unit: number ? (number.unit ?? like?.unit ?? null) : null,
    rowSpan: 1,
    colSpan: 1,
    covered: 0,
    nested: null,
    originalText: null,
    originalValue: null,
    originalUnit: null,
  };
}
