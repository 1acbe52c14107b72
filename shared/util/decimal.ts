import { Decimal as DecimalJs } from 'decimal.js';

/** Exact decimal used for every amount: 60 significant digits, never exponential notation, half-up rounding as accountants round. */
export const Decimal = DecimalJs.clone({ precision: 60, rounding: DecimalJs.ROUND_HALF_UP, toExpNeg: -9e15, toExpPos: 9e15 });
export type Decimal = DecimalJs;

/** Plain decimal string such as "-7134.91": optional minus, digits, optional fraction; no separators, no exponent. */
export type DecimalString = string;

const PLAIN = /^-?\d+(?:\.\d+)?$/;

/** True when `text` is a plain decimal string; the guard before a stored value becomes a Decimal. */
export function isDecimalString(text: string): text is DecimalString {
  return PLAIN.test(text);
}

/** Number of digits after the point as written, so "35.10" has 2: the printed precision of a figure. */
export function countDecimals(text: DecimalString): number {
  const point = text.indexOf('.');
  return point < 0 ? 0 : text.length - point - 1;
}
