import { divideByPositive, type Interval, scaleBy } from './interval';
import type { NumberGrid } from './numberGrid';

/** Rows that must point at one base before it is believed, and the part of all rows they must be. */
const LEAST_ROWS = 3;
/** A base known no better than this says nothing of the rows that miss it. */
const WIDEST = 10n;

/**
 * The whole that the percentages of a column are shares of, where it stands in another table: amount ÷ share is the same for nearly all rows. The
 * interval of all values it may have; null when the rows do not agree on one.
 */
export function findCommonBase(grid: NumberGrid, amounts: number, shares: number): Interval | null {
  const bases: Interval[] = [];
  for (const row of grid.rows) {
    const amount = row.numbers[amounts];
    const share = row.numbers[shares];
    if (!amount || !share || amount.printed.low <= 0n || share.printed.low <= 0n) continue;
    bases.push(scaleBy(divideByPositive(amount.printed, share.printed), 100n));
  }
  if (bases.length < LEAST_ROWS + 1) return null;
  let best: { base: Interval; count: number } | null = null;
  // A value inside all intervals but one is not below the second greatest of their lower bounds.
  const lows = bases.map((base) => base.low).sort((a, b) => (a < b ? 1 : a > b ? -1 : 0));
  for (const low of lows.slice(0, 2)) {
    const around = bases.filter((base) => base.low <= low && low <= base.high);
    if (best && around.length <= best.count) continue;
    best = {
      base: { low, high: around.reduce((high, base) => (base.high < high ? base.high : high), around[0]!.high) },
      count: around.length,
    };
  }
  if (!best || best.count < LEAST_ROWS || best.count < bases.length - 1) return null;
  return (best.base.high - best.base.low) * WIDEST < best.base.low ? best.base : null;
}
