import { Decimal, type DecimalString } from '../../util/decimal';
import type { NumberGrid, Revealed } from './findRevealed';

type Relation = (base: Decimal, rate: Decimal) => Decimal;

/** How a number follows from another and a rate in %: a share of it, what it is a share of, what it grew to or from, what a margin leaves. */
const RELATIONS: readonly Relation[] = [
  (base, rate) => base.times(rate).div(100),
  (base, rate) => base.times(100).div(rate),
  (base, rate) => base.times(rate.plus(100)).div(100),
  (base, rate) => base.times(100).div(rate.plus(100)),
  (base, rate) => base.times(new Decimal(100).minus(rate)).div(100),
  (base, rate) => base.times(100).div(new Decimal(100).minus(rate)),
];

/** A number is told when a rate leaves it less room than this, as a part of itself. */
const TELLING = new Decimal('0.005');
/** Where no other row bears the relation out, so little room that it is none by chance. */
const TELLING_ALONE = new Decimal('0.0002');
/** Rows looked at for one that bears a relation out. */
const MOST_ROWS = 60;

/**
 * Hidden amounts that a printed rate tells together with a printed number of its row, or with a total of its column: 占比 and 合计, 增长率 and 上年. A
 * relation counts where another row bears it out. `isRate` says which numbers are rates in %.
 */
export function findByRate(
  numbers: NumberGrid,
  isHidden: (row: number, col: number) => boolean,
  isRate: (row: number, col: number) => boolean,
  totalRows: readonly number[],
): Revealed[] {
  const read = (row: number, col: number) => toDecimal(numbers[row]?.[col] ?? null);
  const width = Math.max(0, ...numbers.map((line) => line.length));
  const cols = Array.from({ length: width }, (_, col) => col);
  const rows = [...numbers.keys()].slice(0, MOST_ROWS);
  const found: Revealed[] = [];
  for (const [row, line] of numbers.entries()) {
    for (const col of line.keys()) {
      const hidden = read(row, col);
      if (hidden === null || !isHidden(row, col) || isRate(row, col)) continue;
      const rates = cols.filter((at) => at !== col && isRate(row, at) && !isHidden(row, at) && read(row, at) !== null);
      const ofRow = cols.filter((at) => at !== col && !isRate(row, at) && !isHidden(row, at)).map((at) => ({ row: null, col: at }));
      const ofTotal = totalRows.filter((total) => total !== row && !isHidden(total, col)).map((total) => ({ row: total, col }));
      const told = rates.flatMap((rate) =>
        [...ofTotal, ...ofRow].flatMap((base) => {
          const isTold = RELATIONS.some((relation) => {
            const room = measureRoom(relation, hidden, read(base.row ?? row, base.col), read(row, rate));
            if (room === null || room.gt(TELLING)) return false;
            if (room.lte(TELLING_ALONE)) return true;
            return rows.some((other) => {
              if (other === row || isHidden(other, col) || isHidden(other, rate) || !isRate(other, rate)) return false;
              const value = read(other, col);
              return value !== null && measureRoom(relation, value, read(base.row ?? other, base.col), read(other, rate)) !== null;
            });
          });
          return isTold ? [{ row, col, by: { row, col: rate } }] : [];
        }),
      );
      if (told[0]) found.push(told[0]);
    }
  }
  return found;
}

function toDecimal(value: DecimalString | null): Decimal | null {
  const number = value === null ? null : new Decimal(value).abs();
  return number === null || number.isZero() ? null : number;
}

/** How much room a relation leaves, as a part of the number; null when the number is not within it. */
function measureRoom(relation: Relation, value: Decimal, base: Decimal | null, rate: Decimal | null): Decimal | null {
  if (base === null || rate === null || rate.eq(100)) return null;
  const half = new Decimal(10).pow(-rate.decimalPlaces()).div(2);
  const ends = [relation(base, rate.minus(half)), relation(base, rate.plus(half))];
  const [low, high] = [Decimal.min(...ends), Decimal.max(...ends)];
  const rounding = new Decimal(10).pow(-value.decimalPlaces());
  if (value.lt(low.minus(rounding)) || value.gt(high.plus(rounding))) return null;
  return high.minus(low).plus(rounding).div(value);
}
