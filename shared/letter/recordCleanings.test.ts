import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { normaliseLetterText } from './normalise';
import { recordCleanings } from './recordCleanings';

const record = (original: string, cleaned: string) =>
  recordCleanings(original, cleaned).map(({ kind, line, original: was, kept }) => [kind, line, was, kept]);

test('a joined line is recorded with what stood on both sides of its end', () => {
  expect(record('请你公司说明存货大幅增\n长的原因', '请你公司说明存货大幅增长的原因')).toEqual([
    ['lineJoin', 1, '司说明存货大幅增⏎长的原因', '司说明存货大幅增长的原因'],
  ]);
});

test('a page number left out is recorded whole, also when the next digits begin like it', () => {
  expect(record('报告期末\n12\n2022年末余额', '报告期末\n2022年末余额')).toEqual([['pageNumber', 2, '12', '']]);
  expect(record('说明原因。 - 3 - 请补充', '说明原因。 请补充')).toEqual([['pageNumber', 1, '- 3 -', '']]);
});

test('a head of a page left out is recorded', () => {
  expect(record('说明原因。\n蓝鹭精工 问询函\n请补充披露相关情况', '说明原因。\n请补充披露相关情况')).toEqual([
    ['pageHead', 2, '蓝鹭精工 问询函', ''],
  ]);
});

test('a letter-spaced run closed up is one entry', () => {
  expect(record('深 圳 证 券 交 易 所\n上市公司', '深圳证券交易所\n上市公司')).toEqual([
    ['letterSpacing', 1, '深 圳 证 券 交 易 所', '深圳证券交易所'],
  ]);
});

test('a radical read as the character it is drawn like is recorded', () => {
  expect(record('同\u2f50增\u2ed3', '同比增长')).toEqual([
    ['glyph', 1, '\u2f50', '比'],
    ['glyph', 1, '\u2ed3', '长'],
  ]);
});

test('text that was not changed has nothing to record', () => {
  expect(record('1. 请说明。\n2. 请披露。', '1. 请说明。\n2. 请披露。')).toEqual([]);
});

test('a page number left out between words that repeat takes none of them along', () => {
  const original = '1\n深 圳 证 券\n2\n深 圳 证 券深 圳 证 券深 圳 证 券';
  const removed = recordCleanings(original, normaliseLetterText(original).text).filter(({ kept }) => kept === '');
  expect(removed.map((entry) => entry.original)).toEqual(['1', '2']);
});

test('what is left of any text after cleaning, with what was recorded as left out, has every visible character of the original', () => {
  const piece = fc.constantFrom(
    '请你公司说明',
    '存货',
    '\n',
    '\n1\n',
    '\n2\n',
    ' ',
    '。',
    '深 圳 证 券',
    '- 3 -',
    '2022年末',
    '\u2ed3',
    '，',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const original = pieces.join('');
      const { text } = normaliseLetterText(original);
      const removed = recordCleanings(original, text).filter(({ kept }) => kept === '');
      const visible = (value: string) => value.replace(/\s/g, '').length;
      expect(visible(text) + removed.reduce((sum, entry) => sum + visible(entry.original), 0)).toBe(visible(original));
    }),
    { numRuns: 500 },
  );
});
