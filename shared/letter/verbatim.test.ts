import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { compareQuestion, saysTheSame, type VerbatimDifference } from './verbatim';

const kinds = (asked: string, restated: string) => compareQuestion(asked, restated).map(({ kind, asked: a, restated: b }) => [kind, a, b]);

test('white space, wraps and width are differences of format only', () => {
  const asked = '请 你公司：\n（1）说明 2024 年第一季度，收入１２.5%下滑的原因；';
  const restated = '请你公司: (1)说明2024年第一季度,收入12.5％下滑的原因；';
  expect(compareQuestion(asked, restated).every(({ kind }) => kind === 'format')).toBe(true);
  expect(saysTheSame(asked, restated)).toBe(true);
  expect(compareQuestion(asked, asked)).toEqual([]);
});

test.each([
  ['客户名称、签收时间', '客户名称、答收时间', [['meaning', '签', '答']]],
  [
    '董事胡晗东的职责',
    '董事胡哈东的职贵',
    [
      ['meaning', '晗', '哈'],
      ['meaning', '责', '贵'],
    ],
  ],
  ['说明原因及合理性。', '说明原因。', [['meaning', '及合理性', '']]],
  ['说明原因。', '说明下滑的原因。', [['meaning', '', '下滑的']]],
  ['净利润为-7,134.91 万元', '净利润为7,134.91 万元', [['meaning', '-', '']]],
  ['同比下滑 33.35%', '同比下滑 33.53%', [['meaning', '35', '53']]],
])('a changed word is a difference of meaning: %s → %s', (asked, restated, expected) => {
  expect(kinds(asked, restated)).toEqual(expected);
  expect(saysTheSame(asked, restated)).toBe(false);
});

test('a difference tells its place in both texts', () => {
  expect(compareQuestion('（1）说明签收时间', '(1) 说明答收时间').find(({ kind }) => kind === 'meaning')).toEqual({
    kind: 'meaning',
    askedAt: 5,
    restatedAt: 6,
    asked: '签',
    restated: '答',
  });
});

test('the differences turn the one text into the other', () => {
  const text = fc.string({ unit: fc.constantFrom('签', '答', '收', '1', '１', ' ', '\n', '（', '(', '，', '原因'), maxLength: 40 });
  fc.assert(
    fc.property(text, text, (asked, restated) => {
      const differences = compareQuestion(asked, restated);
      expect(replaceAll(asked, differences)).toBe(restated);
      if (asked.replace(/\s/g, '') === restated.replace(/\s/g, '')) expect(saysTheSame(asked, restated)).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

function replaceAll(asked: string, differences: readonly VerbatimDifference[]): string {
  let result = '';
  let at = 0;
  for (const difference of differences) {
    result += asked.slice(at, difference.askedAt) + difference.restated;
    at = difference.askedAt + difference.asked.length;
  }
  return result + asked.slice(at);
}
