import type { DataTable, ReadTable } from '../../../../shared/domain/dataTable';
import { assert } from '../../../../shared/util/assert';
import type { ReadableDb } from '../handles';
import type { Recorder } from '../history/recordedWrite';
import { sql } from '../sql';
import { type CellKey, updateCell } from './cells';
import { getTableKey } from './dataTables';

/** Stores a table as understood anew: header, unit, roles, column paths and cells that differ. Texts and spans stay. Returns the cells that changed. */
export function updateTable(db: ReadableDb, recorder: Recorder, table: DataTable, read: ReadTable): CellKey[] {
  const tableKey = getTableKey(db, table.tableId);
  assert(read.rows.length === table.rows.length, 'a table read anew has the rows it had');
  recorder.updateRow(
    'data_table',
    { tableKey },
    { unit: read.unit, period: read.period, headerRows: read.headerRows, doubts: JSON.stringify(read.doubts) },
  );
  const rowKeys = db.all<{ rowKey: number }>(sql`SELECT rowKey FROM table_row WHERE tableKey = ${tableKey} ORDER BY position`);
  const colKeys = db.all<{ colKey: number }>(sql`SELECT colKey FROM table_col WHERE tableKey = ${tableKey} ORDER BY position`);
  rowKeys.forEach(({ rowKey }, row) => recorder.updateRow('table_row', { rowKey }, { role: read.rowRoles[row] ?? 'body' }));
  colKeys.forEach(({ colKey }, col) => recorder.updateRow('table_col', { colKey }, { path: JSON.stringify(read.columns[col] ?? []) }));
  const changed: CellKey[] = [];
  table.rows.forEach(({ cells }, row) => {
    cells.forEach((cell, col) => {
      const { value, unit } = read.rows[row]![col]!;
      if (value === cell.value && unit === cell.unit) return;
      const key = { rowKey: rowKeys[row]!.rowKey, colKey: colKeys[col]!.colKey };
      updateCell(db, recorder, key, { text: cell.text, value, unit });
      changed.push(key);
    });
  });
  return changed;
}
