import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { stripAutospaceBlanks, stripAutospaceBlanksAcross } from './cjkBlanks';

test('blanks between Chinese and digits or Latin letters go, in both directions', () => {
  expect(stripAutospaceBlanks('公司 2023 年度营业收入 1,234.50 万元，同比下降 3.2%，')).toBe(
    '公司2023年度营业收入1,234.50万元，同比下降3.2%，',
  );
  expect(stripAutospaceBlanks('（ 2023 年） A 股')).toBe('（2023年）A股');
});

test('blanks inside Latin text stay as they are', () => {
  expect(stripAutospaceBlanks('由 Blue Lake  Holdings Co., Ltd. 持有')).toBe('由Blue Lake  Holdings Co., Ltd.持有');
});

test('blanks inside Chinese text stay: a stub head like 项 目 is printed so', () => {
  expect(stripAutospaceBlanks('项 目')).toBe('项 目');
});

test('blanks at the ends stay, so that pieces can be joined', () => {
  expect(stripAutospaceBlanks(' 2023 年 ')).toBe(' 2023年 ');
});

test('characters outside the basic plane count as Chinese', () => {
  expect(stripAutospaceBlanks('𠮷 2023 𠮷')).toBe('𠮷2023𠮷');
});

test('a blank beside a cut between two runs goes as it would in one run', () => {
  expect(stripAutospaceBlanksAcross(['收入为 ', '1,234.50', ' 万元', '', '，Blue ', 'Lake'])).toEqual([
    '收入为',
    '1,234.50',
    '万元',
    '',
    '，Blue ',
    'Lake',
  ]);
});

const pieces = fc.array(fc.stringMatching(/^[年度收2A%. ]{0,6}$/), { maxLength: 6 });

test('cutting text into runs never changes what is printed', () => {
  fc.assert(
    fc.property(pieces, (parts) => {
      expect(stripAutospaceBlanksAcross(parts).join('')).toBe(stripAutospaceBlanks(parts.join('')));
    }),
  );
});

test('stripping twice is stripping once, and only blanks are lost', () => {
  fc.assert(
    fc.property(pieces, (parts) => {
      const once = stripAutospaceBlanks(parts.join(''));
      expect(stripAutospaceBlanks(once)).toBe(once);
      expect(once.replaceAll(' ', '')).toBe(parts.join('').replaceAll(' ', ''));
    }),
  );
});
