import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { repairSharedGlyphs } from '../tables/pdf/sharedGlyphs';
import { parseLetter } from './parseLetter';

describe('any text', () => {
  const fragment = fc.constantFrom(
    '1.',
    '2、',
    '（1）',
    '(2)',
    '一、',
    '问题3',
    '【问题1】',
    '请你公司说明原因',
    '请年审会计师核查并发表明确意见',
    '。',
    '；',
    '：',
    ' ',
    '\n',
    '\n\n',
    '回复：',
    '特此函告',
    '2022 年',
    '3.5',
    '蓝鹭精工股份有限公司董事会：',
    '结合',
    '是否',
    '，',
    '12',
    '\t',
    '至',
    '第',
    '🀄',
    '\ud800',
  );
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(fragment, { maxLength: 60 }).map((parts) => parts.join('')),
  );

  test('is read without an exception, and question texts hold only its characters, in order', () => {
    fc.assert(
      fc.property(text, (source) => {
        const { questions } = parseLetter(source);
        for (const question of questions) {
          expect(isSubsequence(question.text.replace(/\s/g, ''), repairSharedGlyphs(source, new Map()))).toBe(true);
          for (const item of question.items) expect(question.text).toContain(item.text);
        }
      }),
      { numRuns: 2000 },
    );
  });

  test.each([
    ['numbers', '1、2.（1）'],
    ['requests', '请'],
    ['requests to verifiers', '请会计师核查。'],
    ['lists', '请说明：（1）说明；（2）说明。'],
    ['questions', '\n1. 请你公司说明原因。回复：\n'],
    ['spaces', '一 '],
    ['blanks', '     '],
    ['words', '就对并结合以及同时'],
    ['digits', ' 7 '],
  ])('of five million characters of %s is read in one go', (_, unit) => {
    expect(parseLetter(unit.repeat(Math.ceil(5_000_000 / unit.length))).problems.map(({ code }) => code)).toContain('truncated');
  });
});

function isSubsequence(part: string, whole: string): boolean {
  let at = 0;
  for (const character of part) {
    at = whole.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
