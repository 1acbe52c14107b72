import { add, divideByPositive, growthPercent, type Interval, multiply, SCALE, scaleBy, subtract } from './interval';
import type { GridNumber, GridRow, NumberGrid } from './numberGrid';
import type { Computed } from './slipSearch';
import { MOVEMENT } from './terms';

const HUNDRED = 100n;

/** One column less another; null where either is blank. */
export function differenceOf(row: GridRow, first: number, second: number): Computed | null {
  const pair = readPair(row, first, second);
  return pair && { range: subtract(pair.a.printed, pair.b.printed), value: pair.a.value - pair.b.value };
}

/** The sum of columns; blanks add nothing, and one number alone is no sum. */
export function sumOf(row: GridRow, columns: readonly number[]): Computed | null {
  let range: Interval = { low: 0n, high: 0n };
  let value = 0n;
  let numbers = 0;
  for (const column of columns) {
    const number = row.numbers[column];
    if (!number) continue;
    range = add(range, number.printed);
    value += number.value;
    numbers++;
  }
  return numbers >= 2 ? { range, value } : null;
}

export type Movement = { start: number; more: number[]; less: number[] };

/** The columns a closing balance is rolled forward from: an opening one, what came and what went. */
export function readMovement(grid: NumberGrid, target: number): Movement | null {
  if (!MOVEMENT.end.test(grid.heads[target] ?? '')) return null;
  const before = grid.heads.flatMap((head, column) => (column < target ? [{ head, column }] : []));
  const pick = (term: RegExp) => before.filter(({ head }) => term.test(head)).map(({ column }) => column);
  const [starts, more, less] = [pick(MOVEMENT.start), pick(MOVEMENT.more), pick(MOVEMENT.less)];
  return starts.length === 1 && more.length + less.length >= 1 ? { start: starts[0]!, more, less } : null;
}

/** Blanks moved nothing. */
export function rollForward(row: GridRow, { start, more, less }: Movement): Computed | null {
  const opening = row.numbers[start];
  if (!opening || ![...more, ...less].some((column) => row.numbers[column])) return null;
  const zero: Interval = { low: 0n, high: 0n };
  const sum = (columns: readonly number[]) => columns.reduce((total, column) => add(total, row.numbers[column]?.printed ?? zero), zero);
  const value = (columns: readonly number[]) => columns.reduce((total, column) => total + (row.numbers[column]?.value ?? 0n), 0n);
  return { range: subtract(add(opening.printed, sum(more)), sum(less)), value: opening.value + value(more) - value(less) };
}

/** The mean of a row's numbers, of all columns where blanks count as zero. */
export function averageOf(row: GridRow, columns: readonly number[], blanks: boolean): Computed | null {
  const numbers = columns.flatMap((column) => row.numbers[column] ?? []);
  const count = BigInt(blanks ? columns.length : numbers.length);
  if (numbers.length < 2) return null;
  const sum = numbers.reduce((range, number) => add(range, number.printed), { low: 0n, high: 0n });
  const value = numbers.reduce((total, number) => total + number.value, 0n);
  return { range: { low: sum.low / count - 1n, high: sum.high / count + 1n }, value: value / count };
}

/** A rate raised by another, as loss rates are for what is to come; no rate of loss is above 100 %. */
export function raiseRate(row: GridRow, first: number, second: number): Computed | null {
  const pair = readPair(row, first, second);
  if (!pair) return null;
  const whole = HUNDRED * SCALE;
  const raised = multiply(pair.a.printed, { low: pair.b.printed.low + whole, high: pair.b.printed.high + whole });
  const cap = (value: bigint) => (value > whole ? whole : value);
  return {
    range: { low: cap(raised.low / HUNDRED - 1n), high: cap(raised.high / HUNDRED + 1n) },
    value: cap((pair.a.value * (pair.b.value + whole)) / SCALE / HUNDRED),
  };
}

/** (first − second) ÷ |second| in %. */
export function growthOf(row: GridRow, first: number, second: number): Computed | null {
  const pair = readPair(row, first, second);
  const range = pair && growthPercent(pair.a.printed, pair.b.printed);
  if (!pair || !range) return null;
  const magnitude = pair.b.value < 0n ? -pair.b.value : pair.b.value;
  return { range, value: ((pair.a.value - pair.b.value) * HUNDRED * SCALE) / magnitude };
}

/** first ÷ second, times 100 for a rate; null where the divisor may be zero or less. */
export function quotientOf(row: GridRow, first: number, second: number, factor: bigint): Computed | null {
  const pair = readPair(row, first, second);
  if (!pair || pair.b.printed.low <= 0n) return null;
  return {
    range: scaleBy(divideByPositive(pair.a.printed, pair.b.printed), factor),
    value: (pair.a.value * factor * SCALE) / pair.b.value,
  };
}

/** A column as a share of one base that stands elsewhere, in %. */
export function shareOfBase(row: GridRow, column: number, base: Interval): Computed | null {
  const part = row.numbers[column];
  if (!part) return null;
  const middle = (base.low + base.high) / 2n;
  return { range: scaleBy(divideByPositive(part.printed, base), HUNDRED), value: (part.value * HUNDRED * SCALE) / middle };
}

/** A column as a share of its total, in %. */
export function shareOfTotal(row: GridRow, grid: NumberGrid, column: number): Computed | null {
  const total = grid.total?.numbers[column];
  const part = row.numbers[column];
  if (!total || !part || total.printed.low <= 0n) return null;
  return { range: scaleBy(divideByPositive(part.printed, total.printed), HUNDRED), value: (part.value * HUNDRED * SCALE) / total.value };
}

/** The cell of the total a share is taken of. */
export function totalOf(grid: NumberGrid, column: number): { row: number; column: number }[] {
  return grid.total ? [{ row: grid.total.index, column }] : [];
}

function readPair(row: GridRow, first: number, second: number): { a: GridNumber; b: GridNumber } | null {
  const a = row.numbers[first];
  const b = row.numbers[second];
  return a && b ? { a, b } : null;
}
