import { expect, test } from 'vitest';
import { cleanMetricName } from './cleanMetricName';
import { MetricNames } from './metricNames';

const names = new MetricNames([
  { first: '营业收入', second: '销售收入', verdict: 'confirmed', actor: '', at: '' },
  { first: '净利润', second: '归母净利润', verdict: 'rejected', actor: '', at: '' },
]);

test.each([
  ['一、营业收入（万元）', '营业收入'],
  ['其中：2029年度主营业务收入 金额', '主营业务收入'],
  ['减: 坏账准备', '坏账准备'],
  ['2029年12月31日余额', ''],
  ['期末余额', ''],
])('a label is a metric without numbering, unit, period and words of form: %s', (label, name) => {
  expect(cleanMetricName(label)).toBe(name);
});

test('a decision is found whatever form the labels have', () => {
  expect(names.judge('一、营业收入', '2029年度 销售收入')).toBe('confirmed');
  expect(names.judge('归母净利润', '净利润')).toBe('rejected');
  expect(names.judge('营业收入', '营业成本')).toBeNull();
});

test('a text is widened by the other confirmed names of what it names, by no others', () => {
  expect(names.widen('公司营业收入为')).toBe('公司营业收入为 销售收入');
  expect(names.widen('销售收入即营业收入')).toBe('销售收入即营业收入');
  expect(names.widen('净利润为')).toBe('净利润为');
});
