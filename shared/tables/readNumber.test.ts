import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isDecimalString } from '../util/decimal';
import { readPrintedNumber } from './readNumber';

describe('reading a printed number', () => {
  it.each([
    ['1,234,567.89', '1234567.89', null],
    ['-7,134.91', '-7134.91', null],
    ['－12.5', '-12.5', null],
    ['−3', '-3', null],
    ['（1,234.50）', '-1234.50', null],
    ['(12.5%)', '-12.5', '%'],
    ['+8.30%', '8.30', '%'],
    ['4698.57%', '4698.57', '%'],
    ['１２，３４５．６０', '12345.60', null],
    ['￥1,000.00', '1000.00', '元'],
    ['897 万元', '897', '万元'],
    ['166,245.46 (兆瓦时)', '166245.46', '兆瓦时'],
    ['2.5个百分点', '2.5', '个百分点'],
    ['0', '0', null],
    ['-0.00', '0.00', null],
    ['2023', '2023', null],
  ])('reads %s', (text, value, unit) => {
    expect(readPrintedNumber(text)).toEqual({ value, unit });
  });

  it.each([
    '',
    '—',
    '2023年',
    '2023/9/14',
    '2023.9.14',
    '1-2年',
    '3.00-5.00',
    '24,18',
    '1,23,456',
    '000123',
    '531000005000158070',
    '(1)',
    '六、1',
    'a1',
    '10,',
    '1 至 2',
    '12人次半',
  ])('leaves %s as text', (text) => {
    expect(readPrintedNumber(text)).toBeNull();
  });

  it('reads back every amount it is given with thousands separators', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: -(10n ** 14n), max: 10n ** 14n }), (cents) => {
        const sign = cents < 0n ? '-' : '';
        const digits = String(cents < 0n ? -cents : cents).padStart(3, '0');
        const whole = digits.slice(0, -2);
        const value = `${sign}${whole}.${digits.slice(-2)}`;
        const printed = `${sign}${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${digits.slice(-2)}`;
        expect(readPrintedNumber(printed)?.value).toBe(cents === 0n ? '0.00' : value);
      }),
    );
  });

  it('gives plain decimal strings for whatever it reads', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom(...'0 1 2 3 4 5 6 7 8 9 , . - + % （ ） ( ) 万 元 人 次 ￥ —'.split(' ')), maxLength: 12 }),
        (text) => {
          const read = readPrintedNumber(text);
          expect(read === null || isDecimalString(read.value)).toBe(true);
        },
      ),
    );
  });
});
