import { countDecimals, Decimal, type DecimalString } from '../../util/decimal';

/** Numbers of a table by row and column, null where a position holds none. */
export type NumberGrid = readonly (readonly (DecimalString | null)[])[];

/** A hidden number that the printed ones tell, and the position of a printed one it is told by: the sum, or a part where the sum itself is hidden. */
export type Revealed = { row: number; col: number; by: { row: number; col: number } };

/**
 * Hidden numbers anyone can work out from printed ones: the one number missing from a printed sum and its other parts, in a column or in a
 * row, and the one missing from a difference of two columns or rows. A sum counts where the whole numbers bear it out, up to rounding.
 */
export function findRevealed(
  numbers: NumberGrid,
  isHidden: (row: number, col: number) => boolean,
  totalRows: readonly number[],
): Revealed[] {
  const width = Math.max(0, ...numbers.map((row) => row.length));
  const turned = Array.from({ length: width }, (_, col) => numbers.map((row) => row[col] ?? null));
  const inColumns = turned.flatMap((column, col) =>
    findInLine(column, (row) => isHidden(row, col), totalRows).map(({ at, by }) => ({ row: at, col, by: { row: by, col } })),
  );
  const inRows = numbers.flatMap((line, row) =>
    findInLine(line, (col) => isHidden(row, col), []).map(({ at, by }) => ({ row, col: at, by: { row, col: by } })),
  );
  const seen = new Set<string>();
  return [...inColumns, ...inRows].filter(({ row, col }) => !seen.has(`${row},${col}`) && seen.add(`${row},${col}`));
}

type Line = readonly (DecimalString | null)[];
type Parts = { total: number; parts: number[] };

function findInLine(line: Line, isHidden: (at: number) => boolean, totals: readonly number[]): { at: number; by: number }[] {
  if (!line.some((value, at) => value !== null && isHidden(at))) return [];
  return listSums(line, totals).flatMap(({ total, parts }) => {
    const hidden = [total, ...parts].filter(isHidden);
    const [at] = hidden;
    return hidden.length === 1 && at !== undefined ? [{ at, by: at === total ? parts[0]! : total }] : [];
  });
}

/** Numbers above which a line bears out known totals alone: of so many some always add up to another by chance. */
const LONGEST = 120;

/** The sums a line bears out: known totals of what stands before them, any number that is the sum of those right before or after it, and of any two. */
function listSums(line: Line, totals: readonly number[]): Parts[] {
  const filled = line.flatMap((value, at) => (value === null ? [] : [at]));
  const sums: Parts[] = [];
  const isShort = filled.length <= LONGEST;
  for (const total of isShort ? filled : totals.filter((at) => filled.includes(at))) {
    const before = filled.filter((at) => at < total);
    const after = filled.filter((at) => at > total);
    const parts = before.filter((at) => !totals.includes(at));
    const subtotals = before.filter((at) => totals.includes(at));
    const runs = isShort
      ? [...before.keys()].map((from) => before.slice(from)).concat([...after.keys()].map((to) => after.slice(0, to + 1)))
      : [];
    for (const candidate of [parts, subtotals, ...runs])
      if (candidate.length > 1 && isSum(line, total, candidate)) sums.push({ total, parts: candidate });
    for (const [index, first] of isShort ? filled.entries() : []) {
      for (const second of filled.slice(index + 1)) {
        if (first !== total && second !== total && isSum(line, total, [first, second])) sums.push({ total, parts: [first, second] });
      }
    }
  }
  return sums;
}

/** Whether a number is the sum of others, half a unit of the last digit granted for each; zeros add up to everything and bear nothing out. */
function isSum(line: Line, total: number, parts: readonly number[]): boolean {
  if ([total, ...parts].filter((at) => !new Decimal(line[at]!).isZero()).length < 3) return false;
  const decimals = Math.min(...[total, ...parts].map((at) => countDecimals(line[at]!)));
  const sum = parts.reduce((value, at) => value.plus(line[at]!), new Decimal(0));
  const granted =
    decimals === 0
      ? new Decimal(0)
      : new Decimal(10)
          .pow(-decimals)
          .times(parts.length + 1)
          .div(2);
  return sum.minus(line[total]!).abs().lte(granted);
}
