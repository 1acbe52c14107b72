import { expect, test } from 'vitest';
import { readOriginal } from './locateOriginal';

const find = (original: string, words: string, from = 0) => {
  const span = readOriginal(original).locate(words, from);
  return span && original.slice(span.start, span.end);
};

test('words are found across breaks, spaces and a page number', () => {
  const original = '一、请你公司 说明存货大幅增\n长的原因及合理\n- 3 -\n性，以及报告期内存货跌价准备计提是否充分。\n二、';
  expect(find(original, '请你公司说明存货大幅增长的原因及合理性，以及报告期内存货跌价准备计提是否充分。')).toBe(
    '请你公司 说明存货大幅增\n长的原因及合理\n- 3 -\n性，以及报告期内存货跌价准备计提是否充分。',
  );
});

test('words that come again are found behind the place searched from', () => {
  expect(readOriginal('请说明。请说明。').locate('请说明。', 4)).toEqual({ start: 4, end: 8 });
});

test('words that are not there have no place', () => {
  expect(find('请说明。', '请披露。')).toBe(null);
});
