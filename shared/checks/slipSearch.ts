import { type Interval, overlaps } from './interval';
import type { GridNumber } from './numberGrid';

export type Computed = { range: Interval; value: bigint };

/** A number of fewer digits reaches any sum by chance once a digit may change. */
const LEAST_DIGITS = 4n;
/** A rate is seldom reached by chance from numbers that hold it in other rows. */
const LEAST_DIGITS_OF_RATE = 3n;

/**
 * Whether one usual slip in one number (another sign, a shifted point, one digit, two digits exchanged) would make a relation hold that does not.
 * `recompute` gives the formula's value for changed inputs. Such a near miss says as much for a stated relation as rows in which it holds.
 */
export function isOneSlipAway(
  stated: GridNumber,
  inputs: readonly GridNumber[],
  recompute: (inputs: readonly GridNumber[]) => Computed | null,
): boolean {
  const unit = stated.printed.high - stated.printed.low;
  const expected = recompute(inputs);
  if (unit === 0n || !expected) return false;
  if (overlaps({ low: -stated.printed.high, high: -stated.printed.low }, expected.range)) return true;
  if (magnitude(stated.value) / unit < 10n ** ((stated.percent ? LEAST_DIGITS_OF_RATE : LEAST_DIGITS) - 1n)) return false;
  if (listAlternatives(stated).some((number) => overlaps(number.printed, expected.range))) return true;
  return inputs.some((input, index) =>
    listAlternatives(input).some((alternative) => {
      const computed = recompute(inputs.map((number, at) => (at === index ? alternative : number)));
      return computed !== null && overlaps(stated.printed, computed.range);
    }),
  );
}

/** What a printed number may have been meant to be. */
function listAlternatives(number: GridNumber): GridNumber[] {
  const half = (number.printed.high - number.printed.low) / 2n;
  const make = (value: bigint): GridNumber => ({ ...number, value, printed: { low: value - half, high: value + half } });
  const values: bigint[] = [-number.value];
  for (const power of [1n, 2n, 3n, 4n]) values.push(number.value * 10n ** power, number.value / 10n ** power);
  const unit = half * 2n;
  const size = magnitude(number.value);
  const sign = number.value < 0n ? -1n : 1n;
  for (let place = unit; place <= size; place *= 10n) {
    const digit = (size / place) % 10n;
    const next = (size / (place * 10n)) % 10n;
    for (let other = 0n; other <= 9n; other++) if (other !== digit) values.push(sign * (size + (other - digit) * place));
    if (digit !== next && place * 10n <= size) values.push(sign * (size + (next - digit) * place + (digit - next) * place * 10n));
  }
  return values.map(make);
}

function magnitude(value: bigint): bigint {
  return value < 0n ? -value : value;
}
