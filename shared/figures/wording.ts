import { Decimal } from '../util/decimal';
import { DECREASE, ROUNDS_DOWN, ROUNDS_UP, STANDS_BEHIND, WORDING } from './figureTerms';

/** True for 余 and 多, which stand between the number and its unit: 8,600余万元. */
export function standsBehind(wording: string): boolean {
  return STANDS_BEHIND.has(wording.trim());
}

/**
 * Rounds as the wording demands: 逾 and 余 never above the value, 近 and 不足 never below it, all else half up. Negative decimals round to tens,
 * hundreds…: 8,534.55 at −2 is 逾8,500.
 */
export function roundByWording(value: Decimal, decimals: number, wording: string): Decimal {
  const word = wording.trim();
  const mode = ROUNDS_DOWN.has(word) ? Decimal.ROUND_DOWN : ROUNDS_UP.has(word) ? Decimal.ROUND_UP : Decimal.ROUND_HALF_UP;
  if (decimals >= 0) return value.toDecimalPlaces(decimals, mode);
  const unit = new Decimal(10).pow(-decimals);
  return value.div(unit).toDecimalPlaces(0, mode).times(unit);
}

/** The decimals an approximate number is rounded to: those printed, or less than none where it ends in zeros. 逾8,500 has −2. */
export function countRoundedDecimals(value: string, wording: string): number {
  const point = value.indexOf('.');
  if (point >= 0) return value.length - point - 1;
  return wording === '' ? 0 : 0 - /0*$/.exec(value.replace(/^-?0+$/, ''))![0].length;
}

/** The words of an approximate number right before it, with the blanks between; '' for none. */
export function readWording(text: string, start: number): string {
  return WORDING.exec(text.slice(Math.max(0, start - 6), start))?.[0] ?? '';
}

/** True where the words up to `end` say that what follows is a decrease or a loss. */
export function saysDecrease(text: string, end: number): boolean {
  return DECREASE.test(text.slice(Math.max(0, end - 20), end));
}
