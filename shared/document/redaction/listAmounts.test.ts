import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { listAmounts, readCellAmount } from './listAmounts';

test.each([
  ['金额12,345.67万元', ['123456700 money']],
  ['金额１２３４５．６７万元', ['123456700 money']],
  ['共1亿2,345万6,700元。', ['100000000', '23450000', '123450000', '6700 money', '123456700 money']],
  ['同比增长31.42%', ['31.42 rate']],
  ['壹亿贰仟叁佰肆拾伍万陆仟柒佰元整', ['123456700 money']],
  ['壹仟零伍拾元叁角贰分', ['1050.32 money']],
  ['一千二百三十四点五六万元', ['12345600 money']],
  ['二〇二四年', ['2024 other']],
  ['详见1.2.3', []],
  ['没有数字', []],
])('of %s', (text, amounts) => {
  const found = listAmounts(text).map(({ base, kind }) => `${base.toFixed()}${kind === null ? '' : ` ${kind}`}`);
  expect(found).toEqual(amounts);
});

test('years are known as such, amounts written with separators are none', () => {
  expect(listAmounts('2024年、2024、2,024、2,024元').map(({ isYear }) => isYear)).toEqual([true, true, false, false]);
});

test('an amount lies where it is written, whatever stands around it', () => {
  const around = fc.string({ unit: fc.constantFrom('甲', '（', '，', ' ', '𠮷', 'Ａ'), maxLength: 8 });
  fc.assert(
    fc.property(around, around, (before, after) => {
      const [amount] = listAmounts(`${before}12,345.67${after}`);
      expect([amount!.from, amount!.to]).toEqual([before.length, before.length + 9]);
    }),
  );
});

test('a cell takes its unit from its column', () => {
  expect(readCellAmount('12,345.67', '万元')).toMatchObject({ kind: 'money', digits: 7 });
  expect(readCellAmount('12,345.67', '万元')!.base.toFixed()).toBe('123456700');
  expect(readCellAmount('31.42', '%')!.kind).toBe('rate');
});
