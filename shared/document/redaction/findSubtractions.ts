import type { DataTable } from '../../domain/dataTable';
import { Decimal, type DecimalString } from '../../util/decimal';
import { findByRate } from './findByRate';
import { findRevealed, type Revealed } from './findRevealed';
import { countDigits, listAmounts, readCellAmount } from './listAmounts';

/** A hidden cell whose number others tell. `row` and `column` name it; `by` is the printed number that tells it. */
export type Subtraction = { caption: string | null; row: string; column: string; by: string };

/**
 * Every hidden cell of a table that a printed total or difference gives away to who reads a copy of it: what differs from the original is hidden, what
 * is empty is not there.
 */
export function findToldByCopy(original: DataTable, copy: DataTable): Subtraction[] {
  const { numbers, isHidden, totals } = readCopy(original, copy);
  return findRevealed(numbers, isHidden, totals).map((one) => describeCell(copy, one, sayBy(copy, one)));
}

/** Hidden cells of which a printed rate and what it is a rate of tell nearly as much: no more than the rate's own rounding is left open. */
export function findToldByRates(original: DataTable, copy: DataTable): Subtraction[] {
  const { numbers, isHidden, totals } = readCopy(original, copy);
  const isRateAt = (row: number, col: number) => isRate(original, copy, row, col);
  return findByRate(numbers, isHidden, isRateAt, totals).map((one) => describeCell(copy, one, sayBy(copy, one)));
}

/** Digits a total needs to be known again among the numbers of a document. */
const TELLING_TOTAL = 5;

/** Hidden cells that are the only hidden ones of their column, whose total a text prints although the table does not. */
export function findToldByTexts(original: DataTable, copy: DataTable, texts: Iterable<string>): Subtraction[] {
  const { numbers, isHidden, totals } = readCopy(original, copy);
  const sums = (copy.columns ?? []).flatMap((_, col) => {
    const rows = [...numbers.keys()].filter((row) => !totals.includes(row) && (numbers[row]![col] ?? null) !== null);
    const hidden = rows.filter((row) => isHidden(row, col));
    const [row] = hidden;
    if (row === undefined || hidden.length > 1 || rows.length < 3) return [];
    const total = rows.reduce((sum, at) => sum.plus(numbers[at]![col]!), new Decimal(0)).abs();
    if (countDigits(total) < TELLING_TOTAL) return [];
    const printed = readCellAmount(total.toFixed(), original.rows[row]!.cells[col]!.unit ?? original.unit)!;
    return [{ row, col, printed }];
  });
  if (sums.length === 0) return [];
  const left = new Set(sums);
  for (const text of texts) {
    for (const amount of listAmounts(text)) {
      for (const sum of left) {
        const { printed } = sum;
        const isSame = amount.kind !== null && printed.kind !== null ? amount.base.eq(printed.base) : amount.number.eq(printed.number);
        if (isSame) left.delete(sum);
      }
    }
    if (left.size === 0) break;
  }
  return sums
    .filter((sum) => !left.has(sum))
    .map(({ row, col, printed }) => describeCell(copy, { row, col, by: { row, col } }, printed.number.toFixed()));
}

/** The numbers of a copy, those that are hidden in it as they are, and which these are. */
function readCopy(original: DataTable, copy: DataTable) {
  const rows = new Map(original.rows.map((row) => [row.rowId, row.cells]));
  const isHidden = (row: number, col: number) => {
    const [shown, own] = [copy.rows[row]?.cells[col]?.text ?? '', rows.get(copy.rows[row]!.rowId)?.[col]?.text];
    return shown !== '' && own !== undefined && shown !== own;
  };
  const numbers = copy.rows.map(({ rowId, cells }, row) =>
    cells.map((cell, col): DecimalString | null => {
      if (row < copy.headerRows || cell.covered) return null;
      return isHidden(row, col) ? (rows.get(rowId)![col]!.value ?? null) : cell.value;
    }),
  );
  const totals = copy.rows.flatMap(({ role }, row) => (role === 'total' || role === 'subtotal' ? [row] : []));
  return { numbers, isHidden, totals };
}

function sayBy(copy: DataTable, { by }: Revealed): string {
  return copy.rows[by.row]?.cells[by.col]?.text ?? '';
}

/** Heads of columns of rates. */
const RATE_HEAD = /%|％|比例|占比|比重|率/;

function isRate(original: DataTable, copy: DataTable, row: number, col: number): boolean {
  const { rowId, cells } = copy.rows[row]!;
  const cell = original.rows.find((one) => one.rowId === rowId)?.cells[col] ?? cells[col];
  if (cell === undefined) return false;
  return cell.unit === '%' || /[%％]\s*$/.test(cell.text) || (cell.unit === null && RATE_HEAD.test(copy.columns[col]?.path.join('') ?? ''));
}

function describeCell(table: DataTable, { row, col }: Revealed, by: string): Subtraction {
  return {
    caption: table.caption,
    row: table.rows[row]!.cells[0]?.text ?? '',
    column: table.columns[col]?.path.join(' / ') ?? '',
    by,
  };
}

/** A place as a refusal names it. */
export function describeSubtraction({ caption, row, column, by }: Subtraction): string {
  return `${caption ?? ''} ${row} / ${column} ← ${by}`.trim();
}
