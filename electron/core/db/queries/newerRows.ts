import type { Cell, DataTable, RowRole } from '../../../../shared/domain/dataTable';
import { newId, type RowId } from '../../../../shared/domain/ids';
import { assert } from '../../../../shared/util/assert';
import type { ReadableDb } from '../handles';
import type { Recorder } from '../history/recordedWrite';
import { sql } from '../sql';
import type { CellKey } from './cells';
import { getTableKey } from './dataTables';
import { nextLineKey } from './tableLines';

type Line = { rowKey: number; rowId: RowId; cells: Cell[] };

/** Rows of a newer version being taken over into a table. `finish` gives every row its place. */
export type RowEdit = {
  /**
   * Puts a row behind another (null: before all). `cells[c]` goes into column c, null into one the newer version does not have; a cell it covers from
   * above lengthens the span there. Returns the new row and the keys of its cells.
   */
  insert(behind: RowId | null, role: RowRole, cells: readonly (Cell | null)[]): { rowId: RowId; keys: CellKey[] };
  /** Takes a row out; a span that begins in it goes on in the next row, one that covers it gets shorter. Returns the keys of its cells. */
  remove(rowId: RowId): CellKey[];
  finish(): void;
};

const BLANK = { text: '', value: null, unit: null, rowSpan: 1, colSpan: 1 };

/** Opens a stored table for rows to come and go. */
export function editRows(db: ReadableDb, recorder: Recorder, table: DataTable): RowEdit {
  const tableKey = getTableKey(db, table.tableId);
  const keys = db.all<{ rowKey: number; rowId: RowId }>(
    sql`SELECT rowKey, rowId FROM table_row WHERE tableKey = ${tableKey} ORDER BY position`,
  );
  const lines: Line[] = keys.map((key, row) => ({ ...key, cells: table.rows[row]!.cells.map((cell) => ({ ...cell })) }));
  const colKeys = db
    .all<{ colKey: number }>(sql`SELECT colKey FROM table_col WHERE tableKey = ${tableKey} ORDER BY position`)
    .map(({ colKey }) => colKey);
  let nextKey = nextLineKey(db, 'row');

  const stretch = (row: number, col: number, by: 1 | -1) => {
    const { rowKey, cells } = lines[row]!;
    cells[col]!.rowSpan += by;
    recorder.updateRow('cell', { rowKey, colKey: colKeys[col]! }, { rowSpan: cells[col]!.rowSpan });
  };
  const findLine = (rowId: RowId) => {
    const at = lines.findIndex((line) => line.rowId === rowId);
    assert(at >= 0, 'a row to stand behind or to take out is in the table');
    return at;
  };

  return {
    insert(behind, role, cells) {
      const above = behind === null ? -1 : findLine(behind);
      const line: Line = { rowKey: nextKey++, rowId: newId(), cells: [] };
      recorder.insertRow('table_row', { rowKey: line.rowKey, rowId: line.rowId, tableKey, position: above + 1, role });
      colKeys.forEach((colKey, col) => {
        const cell = cells[col] ?? null;
        const fromLeft = cells.slice(0, col).some((left, c) => left && !left.covered && c + left.colSpan > col);
        const owner = above < 0 || fromLeft ? null : findOwner(lines, above, col);
        const crosses = owner !== null && owner.row + lines[owner.row]!.cells[owner.col]!.rowSpan > above + 1;
        const fromAbove = owner !== null && (crosses || cell?.covered === true);
        if (fromAbove && owner.col === col) stretch(owner.row, col, 1);
        const covered = fromLeft || fromAbove;
        const { text, value, unit, colSpan } = cell && !covered ? cell : BLANK;
        line.cells.push({ text, value, unit, colSpan, rowSpan: 1, covered, revision: 0 });
        const originals = { originalText: null, originalValue: null, originalUnit: null };
        const content = { text, value, unit, rowSpan: 1, colSpan, covered: covered ? 1 : 0, nested: null, ...originals };
        recorder.insertRow('cell', { rowKey: line.rowKey, colKey, ...content });
      });
      lines.splice(above + 1, 0, line);
      return { rowId: line.rowId, keys: colKeys.map((colKey) => ({ rowKey: line.rowKey, colKey })) };
    },

    remove(rowId) {
      const at = findLine(rowId);
      const { rowKey, cells } = lines[at]!;
      cells.forEach((cell, col) => {
        const owner = cell.covered ? findOwner(lines, at, col) : null;
        if (owner && owner.row < at && owner.col === col) stretch(owner.row, col, -1);
        const next = lines[at + 1];
        if (cell.covered || cell.rowSpan === 1 || !next) return;
        const { text, value, unit, colSpan } = cell;
        const moved = { text, value, unit, colSpan, rowSpan: cell.rowSpan - 1 };
        Object.assign(next.cells[col]!, moved, { covered: false });
        recorder.updateRow('cell', { rowKey: next.rowKey, colKey: colKeys[col]! }, { ...moved, covered: 0 });
      });
      const corrections = db.all<{ correctionId: string }>(sql`SELECT correctionId FROM cell_correction WHERE rowKey = ${rowKey}`);
      for (const { correctionId } of corrections) recorder.deleteRow('cell_correction', { correctionId });
      const keysOfRow = colKeys.map((colKey) => ({ rowKey, colKey }));
      for (const key of keysOfRow) recorder.deleteRow('cell', key);
      recorder.deleteRow('table_row', { rowKey });
      lines.splice(at, 1);
      return keysOfRow;
    },

    finish() {
      lines.forEach(({ rowKey }, position) => recorder.updateRow('table_row', { rowKey }, { position }));
    },
  };
}

/** The cell that shows at a position: itself, or the one whose span covers it. */
function findOwner(lines: readonly Line[], row: number, col: number): { row: number; col: number } {
  for (let r = row; r >= 0; r -= 1) {
    for (let c = col; c >= 0; c -= 1) {
      const cell = lines[r]!.cells[c]!;
      if (!cell.covered && r + cell.rowSpan > row && c + cell.colSpan > col) return { row: r, col: c };
    }
  }
  return { row, col };
}
