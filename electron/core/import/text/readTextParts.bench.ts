import { expect, test } from 'vitest';
import { describeParts } from '../../../../shared/tables/describeParts';
import { readTextParts } from './readTextParts';

/** As much as an annual report of 120 pages: 240 blocks of tables, a third of them cut by pages, and prose between. */
function makeReport(sections: number): string {
  const prose = '公司根据市场情况制定经营计划，报告期内各项业务平稳开展，收入和成本的变动主要系订单结构变化所致。'.repeat(6);
  const rows = (from: number, count: number) =>
    Array.from({ length: count }, (_, i) => `项目${from + i}\t六、${i}\t${1000 + i},${100 + i}.50\t-${i},999.00\t${i}.25%`).join('\n');
  return Array.from(
    { length: sections },
    (_, i) =>
      `${i}、资产情况\n\n${prose}\n\n单位：元\n\n项目\t附注\t2023 年\t2022 年\t变动比例%\n${rows(0, 10)}\n\n${rows(10, 6)}\n合计\t\t9,999.00\t8,888.00\t1.00%\n\n注：不含税。\n\n`,
  ).join('');
}

const report = makeReport(160);
const tenfold = makeReport(1600);

test('an annual report as text is read and understood in under 250 ms, ten of them in under eleven times that', async ({ bench }) => {
  const result = await bench.compare(
    bench('one report', () => {
      describeParts(readTextParts(report, 'a.txt').parts, 'a.txt');
    }),
    bench('ten reports', () => {
      describeParts(readTextParts(tenfold, 'a.txt').parts, 'a.txt');
    }),
    { iterations: 8, warmupIterations: 2, time: 500, warmupTime: 100 },
  );
  const one = result.get('one report').latency.p50;
  expect(one).toBeLessThan(250);
  expect(result.get('ten reports').latency.p50).toBeLessThan(one * 11);
});
