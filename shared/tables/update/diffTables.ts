import type { Cell, DataTable } from '../../domain/dataTable';
import type { TableUpdate, UpdatedRow } from '../../domain/sourceUpdate';
import { readRowPaths } from '../../figures/rowPath';
import { getCellKind, squash } from '../cellText';
import { isSerialNumber } from '../rowLabels';
import { type Alignment, alignLines } from './alignLines';

/** How the rows and columns of an older and a newer version of a table belong together. */
export type TableAlignment = { rows: Alignment; cols: Alignment };

/** Share of equal cells from which two rows under other labels are the same row. */
const ALIKE = 0.6;

/** Aligns two versions of a table: columns by their header paths, rows by the words that head them. */
export function alignTables(older: DataTable, newer: DataTable): TableAlignment {
  const cols = alignLines(nameColumns(older), nameColumns(newer), (from, to) => from === to);
  const rows = alignLines(nameRows(older), nameRows(newer), (from, to) => {
    const own = older.rows[from]!.cells;
    const other = newer.rows[to]!.cells;
    const told = cols.pairs.filter(([c]) => !own[c]!.covered && squash(own[c]!.text) !== '');
    const same = told.filter(([c, d]) => squash(own[c]!.text) === squash(other[d]!.text)).length;
    return told.length > 1 && same >= told.length * ALIKE;
  });
  return { rows, cols };
}

/**
 * What a newer version of a table changes. `misread` names cells ("rowId colId") somebody corrected because they were misread: where the newer
 * file prints what the older printed, they stand.
 */
export function diffTables(older: DataTable, newer: DataTable, misread: ReadonlySet<string> = new Set()): TableUpdate {
  const { rows, cols } = alignTables(older, newer);
  const cells: TableUpdate['cells'] = [];
  const getRowPath = readRowPaths(older.rows.map((row) => row.cells));
  for (const [r, s] of rows.pairs) {
    for (const [c, d] of cols.pairs) {
      const before = older.rows[r]!.cells[c]!;
      const after = newer.rows[s]!.cells[d]!;
      const { rowId } = older.rows[r]!;
      const { colId } = older.columns[c]!;
      if (before.covered || after.covered || isSame(before, after)) continue;
      if (misread.has(`${rowId} ${colId}`) && before.original !== undefined && squash(before.original) === squash(after.text)) continue;
      cells.push({
        cell: { tableId: older.tableId, rowId, colId },
        newCell: { tableId: newer.tableId, rowId: newer.rows[s]!.rowId, colId: newer.columns[d]!.colId },
        row: getRowPath(r, c).join(' / '),
        column: older.columns[c]!.path.join(' / '),
        before: before.text,
        after: after.text,
      });
    }
  }
  return {
    tableId: older.tableId,
    newTableId: newer.tableId,
    caption: older.caption,
    cells,
    rowsAdded: rows.added.map((row) => describeRow(newer, row)),
    rowsRemoved: rows.removed.map((row) => describeRow(older, row)),
    columnsAdded: cols.added.map((col) => newer.columns[col]!.path.join(' / ')),
    columnsRemoved: cols.removed.map((col) => older.columns[col]!.path.join(' / ')),
    unit: older.unit === newer.unit ? null : { before: older.unit, after: newer.unit },
  };
}

/** Whether a newer version changes anything that can be taken over. */
export function isUpToDate({ cells, rowsAdded, rowsRemoved, columnsAdded }: TableUpdate): boolean {
  return [cells, rowsAdded, rowsRemoved, columnsAdded].every((list) => list.length === 0);
}

function isSame(before: Cell, after: Cell): boolean {
  return (
    squash(before.text) === squash(after.text) && before.value === after.value && (before.value === null || before.unit === after.unit)
  );
}

function describeRow(table: DataTable, row: number): UpdatedRow {
  const { rowId, cells } = table.rows[row]!;
  return { rowId, texts: cells.filter((cell) => !cell.covered).map((cell) => cell.text) };
}

function nameColumns(table: DataTable): string[] {
  return table.columns.map(({ path }) => squash(path.join('/')));
}

/** Header rows by their number; others by the words before their first number, serial numbers left out where other words are. */
function nameRows(table: DataTable): string[] {
  const getRowPath = readRowPaths(table.rows.map((row) => row.cells));
  return table.rows.map(({ cells, role }, r) => {
    if (r < table.headerRows) return `header ${r}`;
    const first = cells.findIndex((cell, c) => !cell.covered && cell.value !== null && !(c === 0 && isSerialNumber(cell.text)));
    const path = getRowPath(r, first < 0 ? Math.min(2, cells.length) : first).filter((text) => getCellKind(text) !== 'nil');
    const words = path.filter((text) => !isSerialNumber(text));
    const label = (words.length > 0 ? words : path).map(squash).join('/');
    return `${role === 'band' ? 'band ' : ''}${label === '' ? squash(cells[0]?.text ?? '') : label}`;
  });
}
