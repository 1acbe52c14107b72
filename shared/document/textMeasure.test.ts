import { expect, test } from 'vitest';
import { measureEms, measureLeastEms, wrapText } from './textMeasure';

test('Chinese characters are one em, digits half, with a quarter between the two', () => {
  expect(measureEms('营业收入')).toBe(4);
  expect(measureEms('1,234.50')).toBe(3.5);
  expect(measureEms('2024年度')).toBe(2 + 0.25 + 2);
  expect(measureEms('𠮷')).toBe(1);
});

test('a blank between Chinese and digits takes the place of the gap', () => {
  expect(measureEms('2024 年')).toBe(2 + 0.25 + 0.25 + 1);
});

test('the least width keeps a number whole however long, a word up to nine em, and four Chinese characters', () => {
  expect(measureLeastEms('-1,234,567,890,123,456.78')).toBe(measureEms('-1,234,567,890,123,456.78'));
  expect(measureLeastEms('https://example.invalid/a/very/long/address')).toBe(9);
  expect(measureLeastEms('供热节能系统工程')).toBe(4);
  expect(measureLeastEms('项目')).toBe(2);
  expect(measureLeastEms('')).toBe(0);
});

test('a short line stays whole, digits included', () => {
  expect(measureLeastEms('1年以内')).toBe(measureEms('1年以内'));
  expect(measureLeastEms('2023年12月')).toBe(4);
});

test('lines are filled character by character, words and numbers whole, no closing mark at a beginning', () => {
  const wrap = (text: string, width: number) => Object.values(wrapText(text, width));
  expect(wrap('', 5)).toEqual([1, 0]);
  expect(wrap('一二三四', 4)).toEqual([1, 4]);
  expect(wrap('一二三四五', 4.9)).toEqual([2, 1]);
  expect(wrap('一二三四。', 4)).toEqual([2, 2]);
  expect(wrap('占比1,234.56', 4)).toEqual([2, 3.5]);
  expect(wrap('A'.repeat(20), 5)[0]).toBe(3);
  expect(wrap('一', 0)).toEqual([1, 1]);
});
