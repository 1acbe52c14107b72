import type { Cell, DataTable } from '../../../../shared/domain/dataTable';
import { newId } from '../../../../shared/domain/ids';
import type { ReadableDb } from '../handles';
import type { Recorder } from '../history/recordedWrite';
import { sql } from '../sql';
import { getTableKey } from './dataTables';
import { nextLineKey } from './tableLines';

/** A column of a newer version: where it goes, its header path, and its cell in each row of the table, null where the newer version has no such row. */
export type NewerColumn = { at: number; path: readonly string[]; cells: readonly (Cell | null)[] };

/** Puts a column of a newer version into a stored table. A cell that spans the place, or reaches over the column in the newer version, grows by it. */
export function insertNewerColumn(db: ReadableDb, recorder: Recorder, table: DataTable, { at, path, cells }: NewerColumn): void {
  const tableKey = getTableKey(db, table.tableId);
  const columns = db.all<{ colKey: number }>(sql`SELECT colKey FROM table_col WHERE tableKey = ${tableKey} ORDER BY position`);
  const rows = db.all<{ rowKey: number }>(sql`SELECT rowKey FROM table_row WHERE tableKey = ${tableKey} ORDER BY position`);
  const colKey = nextLineKey(db, 'column');
  columns.slice(at).forEach((column, index) => recorder.updateRow('table_col', column, { position: at + index + 1 }));
  recorder.insertRow('table_col', { colKey, colId: newId(), tableKey, position: at, path: JSON.stringify(path) });
  rows.forEach(({ rowKey }, row) => {
    const cell = cells[row] ?? null;
    const own = table.rows[row]!.cells;
    const left = own.findLastIndex((other, col) => col < at && !other.covered);
    const span = own[left]?.colSpan ?? 0;
    const grows = left + span > at || (cell?.covered === true && left + span === at && span > 1);
    if (grows) recorder.updateRow('cell', { rowKey, colKey: columns[left]!.colKey }, { colSpan: span + 1 });
    const { text, value, unit } = cell && !grows ? cell : { text: '', value: null, unit: null };
    const originals = { originalText: null, originalValue: null, originalUnit: null };
    recorder.insertRow('cell', {
      rowKey,
      colKey,
      text,
      value,
      unit,
      rowSpan: 1,
      colSpan: 1,
      covered: grows ? 1 : 0,
      nested: null,
      ...originals,
    });
  });
}
