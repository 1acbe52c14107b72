import type { FoundFigure } from '../figures/findFigures';
import { Decimal, type DecimalString } from '../util/decimal';
import { convertUnit, getDimension } from '../util/units';
import { type Interval, printedInterval, SCALE, toFixedPoint } from './interval';

/** A printed number as exact checks take it: point value and the interval of all values that print so, both in `unit`. */
export type Amount = { value: bigint; printed: Interval; unit: string };

/** The amount a figure prints, converted to `unit`; null when it cannot be converted. */
export function readAmount(figure: Pick<FoundFigure, 'value' | 'unit'>, unit: string = figure.unit): Amount | null {
  return convertAmount(toAmount(figure.value, figure.unit), unit);
}

/** The amount a decimal string prints in a unit. */
export function toAmount(text: DecimalString, unit: string): Amount {
  const value = toFixedPoint(text);
  return { value, printed: printedInterval(text, value), unit };
}

/** The same amount in another unit of its dimension; percentages and percentage points are told apart by their names only. Null when it cannot be converted. */
export function convertAmount(amount: Amount, unit: string): Amount | null {
  if (amount.unit === unit || (isRate(amount.unit) && isRate(unit))) return { ...amount, unit };
  const times = getFactor(amount.unit, unit);
  if (times === null) return null;
  const scale = (value: bigint) => (value * times) / SCALE;
  return { value: scale(amount.value), printed: { low: scale(amount.printed.low), high: scale(amount.printed.high) }, unit };
}

const factors = new Map<string, bigint | null>();

/** How many of `to` one of `from` is, fixed-point; null when they do not convert. Worked out once for each pair of units. */
function getFactor(from: string, to: string): bigint | null {
  const key = `${from} ${to}`;
  const known = factors.get(key);
  if (known !== undefined) return known;
  const factor = convertUnit(new Decimal(1), from, to);
  const times = factor ? toFixedPoint(factor.toFixed()) : null;
  factors.set(key, times);
  return times;
}

/** True for % and for percentage points. */
export function isRate(unit: string): boolean {
  const dimension = getDimension(unit);
  return dimension === 'rate' || dimension === 'point';
}

export function isPoint(unit: string): boolean {
  return getDimension(unit) === 'point';
}

/** True when the printed numbers can be added: one unit or units of one dimension. */
export function areComparable(a: string, b: string): boolean {
  return a === b || (getDimension(a) !== null && getDimension(a) === getDimension(b));
}

/** A decimal string with thousands separators, as reports print it. */
export function printNumber(value: string): string {
  const [whole = '', fraction] = value.split('.');
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ',');
  return fraction === undefined ? grouped : `${grouped}.${fraction}`;
}

/** Number and unit as prose prints them: 8.10%, 1,234.56 万元. */
export function printAmount(value: string, unit: string): string {
  if (unit === '') return printNumber(value);
  return unit === '%' || unit === '‰' ? `${printNumber(value)}${unit}` : `${printNumber(value)} ${unit}`;
}
