import { expect, test } from 'vitest';
import type { AliasVerdict } from '../../domain/metricAlias';
import { runChecks } from '../runChecks';
import { buildReply } from '../testing/buildProse';
import { buildTable } from '../testing/buildTable';
import { learnMetricAliases } from './metricAliases';

const HEAD = '项目|2027年度|2028年度|2029年度|2030年度';
const ours = buildTable([HEAD, '一、营业收入|1,234.56|2,345.67|3,456.78|4,567.89', '净利润|123.45|234.56|345.67|456.78']);
const theirs = (third: string) => buildTable([HEAD, `销售收入(万元)|1,234.56|2,345.67|${third}|4,567.89`]);

test('two names are learnt as one metric from the numbers they share, with the places', () => {
  expect(learnMetricAliases([ours, theirs('3,456.78')], [])).toMatchObject([
    { first: '营业收入', second: '销售收入', equal: 4, differing: 0, places: [{ text: '1,234.56' }, { text: '1,234.56' }, {}, {}] },
  ]);
  expect(learnMetricAliases([ours, theirs('3,456.87')], [])).toMatchObject([{ equal: 3, differing: 1 }]);
});

test('names that share too few numbers, or say only whose period a number is of, are not learnt', () => {
  expect(learnMetricAliases([ours, buildTable([HEAD, '订单金额|1,234.56|2,345.67|9.99|8.88'])], [])).toEqual([]);
  const named = (name: string) => buildTable([HEAD, `${name}|1,234.56|2,345.67|3,456.78|4,567.89`]);
  expect(learnMetricAliases([ours, named('青禾精工'), named('某某有限公司')], ['青禾精工'])).toEqual([]);
  const customers = (head: string) => buildTable([`客户|${head}`, '甲公司|1,111.11', '乙公司|2,222.22', '丙公司|3,333.33']);
  expect(learnMetricAliases([customers('2029年末余额'), customers('期末余额')], [])).toEqual([]);
});

const sameMetric = (verdict: AliasVerdict | null, tables: Parameters<typeof buildReply>[0]) =>
  runChecks({
    ...buildReply(tables),
    aliases: verdict === null ? [] : [{ first: '营业收入', second: '销售收入', verdict, actor: '董秘', at: '2030-01-01' }],
  }).flatMap(({ rule, expected }) => (rule === 'same-metric' ? [expected] : []));

test('a metric under two names is compared by itself once enough numbers agree, and no longer when the names are told apart', () => {
  const tables = [ours, theirs('3,456.87')];
  expect(sameMetric(null, tables)).toEqual(['3456.78']);
  expect(sameMetric('confirmed', tables)).toEqual(['3456.78']);
  expect(sameMetric('rejected', tables)).toEqual([]);
});

test('a confirmed name needs fewer numbers in common', () => {
  const short = (name: string, third: string) => buildTable(['项目|2027年度|2028年度|2029年度', `${name}|1,234.56|2,345.67|${third}`]);
  const tables = [short('营业收入', '3,456.78'), short('销售收入', '3,456.87')];
  expect(sameMetric(null, tables)).toEqual([]);
  expect(sameMetric('confirmed', tables)).toEqual(['3456.78']);
});

test('a number of prose is held against the row its metric has under a confirmed name', () => {
  const table = buildTable(['项目|2029年度', '营业收入|3,456.78', '净利润|345.67']);
  const rules = (aliases: AliasVerdict[]) =>
    runChecks({
      ...buildReply([table, '公司 2029 年度销售收入为 3,465.78 万元。']),
      aliases: aliases.map((verdict) => ({ first: '营业收入', second: '销售收入', verdict, actor: '', at: '' })),
    }).map(({ rule, severity }) => `${severity} ${rule}`);
  expect(rules(['confirmed'])).toEqual(['error text-table']);
  expect(rules([])).toEqual(['warning text-table']);
});
