import { countDecimals, type DecimalString } from '../util/decimal';

/**
 * Rigorous intervals over fixed-point integers: every bound is an integer number of 10^-18, sums are exact and quotients are rounded outwards,
 * so a statement outside an interval is wrong whatever the unprinted digits were.
 */
export type Interval = { readonly low: bigint; readonly high: bigint };

const SCALE_DIGITS = 18;
export const SCALE = 10n ** BigInt(SCALE_DIGITS);

/** The fixed-point integer of a decimal string; digits beyond the 18th are cut. */
export function toFixedPoint(text: DecimalString): bigint {
  const negative = text.startsWith('-');
  const [whole = '0', fraction = ''] = (negative ? text.slice(1) : text).split('.');
  const magnitude = BigInt(whole + fraction.slice(0, SCALE_DIGITS).padEnd(SCALE_DIGITS, '0'));
  return negative ? -magnitude : magnitude;
}

/** Decimal string of a fixed-point integer, rounded half up to `decimals` digits. */
export function fromFixedPoint(value: bigint, decimals: number): DecimalString {
  const unit = 10n ** BigInt(SCALE_DIGITS - decimals);
  const magnitude = ((value < 0n ? -value : value) + unit / 2n) / unit;
  const digits = magnitude.toString().padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const sign = value < 0n && magnitude !== 0n ? '-' : '';
  return decimals === 0 ? `${sign}${whole}` : `${sign}${whole}.${digits.slice(-decimals)}`;
}

/** Half a unit of the last digit by how many decimals are printed. */
const HALF_UNITS = Array.from({ length: SCALE_DIGITS }, (_, decimals) => 10n ** BigInt(SCALE_DIGITS - decimals) / 2n);

/** Half a unit of the last printed digit: what rounding may have hidden. */
function halfUnit(text: DecimalString): bigint {
  return HALF_UNITS[Math.min(countDecimals(text), SCALE_DIGITS - 1)]!;
}

/** All values that print as `text`, whose fixed-point integer is `value`. */
export function printedInterval(text: DecimalString, value = toFixedPoint(text)): Interval {
  const half = halfUnit(text);
  return { low: value - half, high: value + half };
}

export function add(a: Interval, b: Interval): Interval {
  return { low: a.low + b.low, high: a.high + b.high };
}

export function subtract(a: Interval, b: Interval): Interval {
  return { low: a.low - b.high, high: a.high - b.low };
}

export function scaleBy(a: Interval, factor: bigint): Interval {
  return factor >= 0n ? { low: a.low * factor, high: a.high * factor } : { low: a.high * factor, high: a.low * factor };
}

/** |a|; null when the interval contains zero, where a quotient by it says nothing. */
export function absoluteBase(a: Interval): Interval | null {
  if (a.low > 0n) return a;
  if (a.high < 0n) return { low: -a.high, high: -a.low };
  return null;
}

/** a / b for b entirely above zero, rounded outwards. */
export function divideByPositive(a: Interval, b: Interval): Interval {
  const low = a.low >= 0n ? floorDivide(a.low * SCALE, b.high) : floorDivide(a.low * SCALE, b.low);
  const high = a.high >= 0n ? ceilDivide(a.high * SCALE, b.low) : ceilDivide(a.high * SCALE, b.high);
  return { low, high };
}

/** a × b, rounded outwards. */
export function multiply(a: Interval, b: Interval): Interval {
  const products = [a.low * b.low, a.low * b.high, a.high * b.low, a.high * b.high];
  let [low, high] = [products[0]!, products[0]!];
  for (const product of products) {
    if (product < low) low = product;
    if (product > high) high = product;
  }
  return { low: floorDivide(low, SCALE), high: ceilDivide(high, SCALE) };
}

/** (a − b) / |b| in percent; null when b may be zero. a and b vary together, so b's error is not counted twice. */
export function growthPercent(a: Interval, b: Interval): Interval | null {
  const base = absoluteBase(b);
  if (!base) return null;
  const quotient = scaleBy(divideByPositive(a, base), 100n);
  const shift = 100n * SCALE * (b.high < 0n ? 1n : -1n);
  return { low: quotient.low + shift, high: quotient.high + shift };
}

export function overlaps(a: Interval, b: Interval): boolean {
  return a.low <= b.high && b.low <= a.high;
}

function floorDivide(a: bigint, b: bigint): bigint {
  const quotient = a / b;
  return a % b !== 0n && a < 0n !== b < 0n ? quotient - 1n : quotient;
}

function ceilDivide(a: bigint, b: bigint): bigint {
  return -floorDivide(-a, b);
}
