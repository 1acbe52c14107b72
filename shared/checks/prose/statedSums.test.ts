import * as fc from 'fast-check';
import { sayMessage } from '../../catalogue/catalogue';
import { expect, test } from 'vitest';
import { buildProse } from '../testing/buildProse';
import { checkStatedSums } from './statedSums';

const check = (text: string) => checkStatedSums(buildProse(text)[0]!);

test('a sum that only the other sign of one term gives is reported with that sign', () => {
  const [finding, ...others] = check('分别为 48,671.78 万元、4,538.87 万元、-3,156.33 万元，共合计 56,366.97 万元。');
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ rule: 'stated-sum', severity: 'error', expected: '50054.32', stated: '56,366.97 万元' });
  expect(sayMessage('zh-CN', finding!.message)).toContain('“-3,156.33 万元”的正负号相反');
});

test.each([
  '三年分别为 100.10 万元、200.20 万元和 300.30 万元，合计 600.60 万元',
  '三项为 0.33 万元、0.33 万元、0.33 万元，合计 1.00 万元',
  '分别为 5,000.00 万元、7,000.00 万元，合计 1.20 亿元',
  '收入 10 万元、20 万元，合计占比 30%',
  '甲 100 万元，乙 200 万元，另有其他合计 900 万元',
])('a right sum, a rounded one and numbers that are no list pass: %s', (text) => {
  expect(check(text)).toEqual([]);
});

test('a sum off by more than rounding is an error whatever its terms are', () => {
  const cents = fc.integer({ min: 1, max: 9_999_999 });
  const print = (value: number) => `${Math.trunc(value / 100)}.${String(value % 100).padStart(2, '0')} 万元`;
  fc.assert(
    fc.property(fc.array(cents, { minLength: 2, maxLength: 6 }), fc.integer({ min: 10, max: 99_999 }), (terms, error) => {
      const sum = terms.reduce((total, term) => total + term, 0);
      const say = (total: number) => `分别为 ${terms.map(print).join('、')}，合计 ${print(total)}。`;
      expect(check(say(sum))).toEqual([]);
      expect(check(say(sum + error)).map((finding) => finding.rule)).toEqual(['stated-sum']);
    }),
  );
});
