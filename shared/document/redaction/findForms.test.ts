import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createFormFinder } from './findForms';

const find = (word: string, text: string) => createFormFinder([word])?.(text).map(([from, to]) => text.slice(from, to)) ?? null;

test.each([
  ['华东机电', '客户华东机电有限公司', '华东机电'],
  ['华东机电', '客户华 东\u00a0机\n电有限公司', '华 东\u00a0机\n电'],
  ['华东机电', '客户华\u200b东机电', '华\u200b东机电'],
  ['ABC Motor', '客户ＡＢＣ　ｍｏｔｏｒ公司', 'ＡＢＣ　ｍｏｔｏｒ'],
  ['12,345.67', '金额12345.67万元', '12345.67'],
  ['12,345.67', '金额１２，３４５．６７万元', '１２，３４５．６７'],
  ['12345.67', '金额1 2 3 4 5 . 6 7万元', '1 2 3 4 5 . 6 7'],
  ['-12,345.67', '亏损12,345.67万元', '12,345.67'],
  ['33.35%', '同比下降33.35 个百分点', '33.35'],
  ['35.1%', '占比35.1 ％', '35.1'],
  ['351.00', '金额351.00', '351.00'],
])('%s is found in %s', (word, text, found) => {
  expect(find(word, text)).toEqual([found]);
});

test.each([
  ['12,345.67', '112,345.67'],
  ['12,345.67', '12,345.678'],
  ['345.67', '12,345.67'],
  ['华东机电', '华东电机'],
  ['35.1%', '单价35.1元'],
  ['351.00', '共351人'],
])('%s is not found in %s', (word, text) => {
  expect(find(word, text)).toEqual([]);
});

test('words and numbers too short to tell anything are not looked for', () => {
  const words = ['5', '100', '128', '2,024', '3.51', '0.00', '1,000.00', '甲'];
  expect(words.map((word) => createFormFinder([word]))).toEqual(words.map(() => null));
});

test('the longest of several words is taken', () => {
  const text = '华东机电有限公司与华东机电';
  expect(createFormFinder(['华东机电', '华东机电有限公司'])!(text)).toEqual([
    [0, 8],
    [9, 13],
  ]);
});

test('a word is found wherever it stands, whatever stands around it', () => {
  const around = fc.string({ unit: fc.constantFrom('甲', '（', '1', 'Ａ', '①', ' ', '𠮷'), maxLength: 10 });
  fc.assert(
    fc.property(around, around, (before, after) => {
      const found = createFormFinder(['华东机电'])!(`${before}华东机电${after}`);
      expect(found).toEqual([[before.length, before.length + 4]]);
    }),
  );
});
