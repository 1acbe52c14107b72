import { expect, test } from 'vitest';
import { buildProse } from '../testing/buildProse';
import { checkProseBlock } from './checkProse';
import { checkStatedChanges } from './statedChanges';

const check = (text: string) => checkStatedChanges(buildProse(text)[0]!).map(({ rule, severity, expected }) => [rule, severity, expected]);

test.each([
  ['2030 年度、2031 年度，净利润分别为 20,000.00 万元、6,000.00 万元，下降 70.20%', 'stated-growth', '-70.00'],
  ['2031 年度、2030 年度，净利润分别为 6,000.00 万元、20,000.00 万元，同比下降 233.33%', 'stated-growth', '-70.00'],
  ['收入由 100.00 万元增至 150.00 万元，增长 55.00%', 'stated-growth', '50.00'],
  ['收入由 100.00 万元下降至 80.00 万元，减少 25.00 万元', 'stated-difference', '-20.00'],
  ['毛利率分别为 20.00%、25.00%，增长 6.00 个百分点', 'stated-difference', '5.00'],
])('a change that does not fit its amounts is an error: %s', (text, rule, expected) => {
  expect(check(text)).toEqual([[rule, 'error', expected]]);
});

test.each([
  '2030 年、2031 年净利润分别为 20,000.00 万元、6,000.00 万元，下降 70.00%',
  '收入、成本分别为 100.00 万元、80.00 万元，毛利率下降 3.20%',
  '收入由 100.00 万元增至 150.00 万元，增幅约 51%',
  '毛利率分别为 20.00%、25.00%，毛利率增长 5.00 个百分点',
  '分别为 1.00 万元、2.00 万元、3.00 万元，下降 9.00%',
])('a change that fits, or that speaks of something else, passes: %s', (text) => {
  expect(check(text)).toEqual([]);
});

test('a difference of two percentages printed with % is a matter of wording', () => {
  expect(check('毛利率分别为 59.37%、62.29%，增长 2.92%')).toEqual([['points-called-rate', 'warning', null]]);
});

test('a change of a rate without its two values is a note, once', () => {
  const rules = (text: string) => checkProseBlock(buildProse(text)[0]!).map(({ rule, severity }) => [rule, severity]);
  expect(rules('综合毛利率增长 0.89%具有合理性')).toEqual([['points-wording', 'note']]);
  expect(rules('毛利率分别为 59.37%、62.29%，毛利率增长 2.92%')).toEqual([['points-called-rate', 'warning']]);
  expect(rules('营业收入增长 2.92%')).toEqual([]);
});
