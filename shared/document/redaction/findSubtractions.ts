import type { DataTable } from '../../domain/dataTable';
import type { DecimalString } from '../../util/decimal';
import { findRevealed } from './findRevealed';

/** A hidden cell whose number the rest of its own table tells. `row` and `column` name it; `by` is the printed number that tells it. */
export type Subtraction = { caption: string | null; row: string; column: string; by: string };

/** Every hidden cell of a table that a printed total or difference gives away to who reads a copy of it: what differs from the original is hidden, what is empty is not there. */
export function findToldByCopy(original: DataTable, copy: DataTable): Subtraction[] {
  const rows = new Map(original.rows.map((row) => [row.rowId, row.cells]));
  const isHidden = (row: number, col: number) => {
    const [shown, own] = [copy.rows[row]!.cells[col]!.text, rows.get(copy.rows[row]!.rowId)?.[col]?.text];
    return shown !== '' && own !== undefined && shown !== own;
  };
  const numbers = copy.rows.map(({ rowId, cells }, row) =>
    cells.map((cell, col) => (cell.covered ? null : isHidden(row, col) ? rows.get(rowId)![col]!.value : cell.value)),
  );
  return findTold(copy, numbers, isHidden);
}

function findTold(
  table: DataTable,
  values: readonly (readonly (DecimalString | null)[])[],
  isHidden: (row: number, col: number) => boolean,
): Subtraction[] {
  const numbers = values.map((line, row) => (row < table.headerRows ? line.map(() => null) : line));
  const totals = table.rows.flatMap(({ role }, row) => (role === 'total' || role === 'subtotal' ? [row] : []));
  return findRevealed(numbers, isHidden, totals).map(({ row, col, by }) => ({
    caption: table.caption,
    row: table.rows[row]!.cells[0]?.text ?? '',
    column: table.columns[col]?.path.join(' / ') ?? '',
    by: table.rows[by.row]?.cells[by.col]?.text ?? '',
  }));
}

/** A place as a refusal names it. */
export function describeSubtraction({ caption, row, column, by }: Subtraction): string {
  return `${caption ?? ''} ${row} / ${column} ← ${by}`.trim();
}
