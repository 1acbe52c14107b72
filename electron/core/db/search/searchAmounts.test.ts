import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Decimal } from '../../../../shared/util/decimal';
import { toSearchAmount } from '../../../../shared/util/units';
import { listRoundedAmounts, readPrintedNumbers, readSearchAmounts, toAmountRanges } from './searchAmounts';

const read = (text: string) => readPrintedNumbers(text).map(({ value, decimals, unit }) => [value.toFixed(), decimals, unit]);

describe('amounts for searching', () => {
  it('are read from prose with their decimals and units', () => {
    expect(read('营业收入 4.32 亿元，净利润-902.25万元，同比下滑33.35%，共 1,234 件')).toEqual([
      ['4.32', 2, '亿元'],
      ['902.25', 2, '万元'],
      ['33.35', 2, '%'],
      ['1234', 0, '件'],
    ]);
  });

  it('of one value are equal in whatever unit it is printed', () => {
    expect(readSearchAmounts('6,715.63 万元')).toEqual(readSearchAmounts('67156300 元'));
    expect(readSearchAmounts('2023 年第 3 次')).toEqual([]);
  });

  it('stand for everything that prints as they do, and for nothing else', () => {
    const cents = fc.bigInt({ min: 1_000_000n, max: 10n ** 15n });
    fc.assert(
      fc.property(cents, fc.integer({ min: 2, max: 4 }), (amount, decimals) => {
        const yuan = new Decimal(amount.toString()).div(100);
        const printed = yuan.div(10_000).toFixed(decimals);
        const [number] = readPrintedNumbers(`${printed}万元`);
        const inRange = (value: Decimal) =>
          toAmountRanges(number!).some(({ from, to }) => toSearchAmount(value, '元')! >= from && toSearchAmount(value, '元')! <= to);
        expect(inRange(yuan)).toBe(true);
        expect(inRange(yuan.plus(new Decimal(10_000).times(new Decimal(10).pow(-decimals)).times(2)))).toBe(false);
      }),
    );
  });

  it('are looked for in texts that round them, as long as the rounding still says something', () => {
    const rounded = listRoundedAmounts(readPrintedNumbers('432,123,456.78元')[0]!);
    const has = (value: string, unit: string) => rounded.includes(toSearchAmount(new Decimal(value), unit)!);
    expect([has('4.32', '亿元'), has('43212.35', '万元'), has('43212.3457', '万元'), has('4', '亿元'), has('4.33', '亿元')]).toEqual([
      true,
      true,
      true,
      false,
      false,
    ]);
  });
});
