import { expect, test } from 'vitest';
import type { QuestionId } from '../../domain/ids';
import { MetricNames } from '../../figures/metricNames';
import { buildProse } from '../testing/buildProse';
import { readStatedAmounts } from './readStatedAmounts';
import { StatedTwice } from './statedTwice';

const NAMES = new MetricNames([{ first: '营业收入', second: '销售收入', verdict: 'confirmed', actor: '', at: '' }]);
const read = (no: string, text: string) => {
  const questionId = no as QuestionId;
  return readStatedAmounts({ ...buildProse(text)[0]!, questionId }, 'company', NAMES);
};
const [one, two] = ['q1' as QuestionId, 'q2' as QuestionId];
const A = '公司 2029 年度营业收入为 43,215.67 万元。';
const B = '2029 年度营业收入为 43,251.67 万元。';

test('what contradicts does not depend on which text was taken in last', () => {
  const stated = new StatedTwice();
  stated.put(one, read('q1', A));
  stated.put(two, read('q2', B));
  const first = stated.listFindings([one, two]);
  expect(first).toMatchObject([{ rule: 'stated-twice', severity: 'error', stated: '43,251.67 万元' }]);
  stated.put(one, read('q1', A));
  expect(stated.listFindings([one, two])).toEqual(first);
  stated.put(two, read('q2', A));
  expect(stated.listFindings([one, two])).toEqual([]);
  stated.put(two, read('q2', B));
  stated.remove(one);
  expect(stated.listFindings([two])).toEqual([]);
});

test('a confirmed other name is the same metric', () => {
  const stated = new StatedTwice();
  stated.put(one, read('q1', A));
  stated.put(two, read('q2', '2029 年度销售收入为 43,251.67 万元。'));
  expect(stated.listFindings([one, two])).toMatchObject([{ rule: 'stated-twice' }]);
});
