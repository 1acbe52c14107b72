import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { divideByPositive, fromFixedPoint, printedInterval, SCALE, toFixedPoint } from './interval';

describe('interval', () => {
  test('reads and prints decimal strings exactly, rounding half up', () => {
    expect(fromFixedPoint(toFixedPoint('-7134.91'), 2)).toBe('-7134.91');
    expect(fromFixedPoint(toFixedPoint('0.125'), 2)).toBe('0.13');
    expect(fromFixedPoint(toFixedPoint('-0.125'), 2)).toBe('-0.13');
    expect(fromFixedPoint(toFixedPoint('-0.001'), 2)).toBe('0.00');
    expect(fromFixedPoint(toFixedPoint('12'), 0)).toBe('12');
  });

  test('spans half a unit of the last printed digit on both sides', () => {
    expect(printedInterval('35.10')).toEqual({ low: toFixedPoint('35.095'), high: toFixedPoint('35.105') });
    expect(printedInterval('7')).toEqual({ low: toFixedPoint('6.5'), high: toFixedPoint('7.5') });
  });

  test('encloses every quotient of numbers inside its operands', () => {
    const number = fc.integer({ min: -1_000_000, max: 1_000_000 }).map((n) => BigInt(n) * (SCALE / 100n));
    const positive = fc.integer({ min: 1, max: 1_000_000 }).map((n) => BigInt(n) * (SCALE / 100n));
    const width = fc.integer({ min: 0, max: 1_000 }).map((n) => BigInt(n) * (SCALE / 1000n));
    fc.assert(
      fc.property(number, width, positive, width, (a, aw, b, bw) => {
        const quotient = divideByPositive({ low: a, high: a + aw }, { low: b, high: b + bw });
        for (const x of [a, a + aw]) {
          for (const y of [b, b + bw]) {
            expect(quotient.low * y <= x * SCALE && x * SCALE <= quotient.high * y).toBe(true);
          }
        }
      }),
    );
  });
});
