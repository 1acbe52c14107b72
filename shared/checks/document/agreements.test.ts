import { expect, test } from 'vitest';
import { runChecks } from '../runChecks';
import { buildReply } from '../testing/buildProse';
import { buildTable } from '../testing/buildTable';

const rules = (parts: Parameters<typeof buildReply>[0]) => runChecks(buildReply(parts)).map(({ rule, severity }) => `${severity} ${rule}`);

test('a share that misses the agreed rate of its year is found once the other years agree', () => {
  const rates = buildTable([
    '采暖季|甲方比例|乙方比例',
    '2026/2027|20%|80%',
    '2027/2028|30%|70%',
    '2028/2029|40%|60%',
    '2029/2030|50%|50%',
    '2030/2031|60%|40%',
  ]);
  const income = (share: string) =>
    buildTable([
      '收益|2027年|2028年|2029年|2030年|2031年',
      '总额|1,000.00|2,000.00|3,000.00|2,865.64|2,000.00',
      `乙方分享|800.00|1,400.00|1,800.00|${share}|800.00`,
    ]);
  expect(rules([rates, income('1,432.82')])).toEqual([]);
  expect(rules([rates, income('1,410.54')])).toEqual(['error table-aligned']);
});

test('targets repeated in prose are held against the table of the plan', () => {
  const plan = buildTable([
    '解除限售期|目标值|触发值',
    '第一个|2031年营业收入较2030年增长率不低于20%|2031年营业收入较2030年增长率不低于15%',
    '第二个|2032年营业收入较2030年增长率不低于40%|2032年营业收入较2030年增长率不低于30%',
  ]);
  expect(rules([plan, '以 2030 年营业收入为基数，2031-2032 年营业收入增长率分别不低于 20%、40%。'])).toEqual([]);
  expect(rules([plan, '以 2030 年营业收入为基数，2031-2032 年营业收入增长率分别不低于 20%、44%。'])).toEqual(['error target-differs']);
  expect(rules([plan, '以 2028 年营业收入为基数，2031-2032 年营业收入增长率分别不低于 20%、44%。'])).toEqual([]);
});

test('a stated change of a named product that a table states otherwise is a doubt', () => {
  const table = buildTable(['产品|销量变动|单价变动', '热量表甲型|-53.84%|1.58%', '平衡阀乙型|-62.64%|18.67%', '机组丙型|-21.77%|3.51%']);
  expect(rules([table, '其中热量表甲型销售量与上年同比下降 44.79%。'])).toEqual(['warning text-table-change']);
  expect(rules([table, '其中热量表甲型销售量与上年同比下降 53.84%。'])).toEqual([]);
  expect(rules([table, '除热量表甲型外，其余产品销售数量下降 20%到 65%不等。'])).toEqual([]);
});
