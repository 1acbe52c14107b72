import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import type { ChartData } from './chartData';
import { CHART_SIZE, layOutChart } from './chartLayout';
import { describeChart } from './chartOption';

function chartOf(categories: string[], change: Partial<ChartData> = {}): ChartData {
  const values = categories.map((_, at) => String(at + 1));
  return {
    kind: 'column',
    title: '收入',
    categories,
    series: [{ name: '收入', unit: '万元', values, drawn: 'column', secondary: false }],
    ...change,
  };
}

const years = (count: number) => Array.from({ length: count }, (_, at) => `${2012 + at}年`);
const companies = (count: number) => Array.from({ length: count }, (_, at) => `第${at + 1}水务建设发展（集团）有限责任公司`);

test('names stand side by side, in lines where they are long, and upright where there are many', () => {
  expect(layOutChart(chartOf(years(6))).names).toEqual({ upright: false, lines: 1 });
  expect(layOutChart(chartOf(companies(3))).names).toEqual({ upright: false, lines: 2 });
  expect(layOutChart(chartOf(companies(20))).names).toEqual({ upright: true, step: 1 });
  expect(layOutChart(chartOf(companies(80))).names).toEqual({ upright: true, step: 3 });
});

test('a legend stands above names that run downwards, and a pie of many slices names them beside themselves', () => {
  expect([layOutChart(chartOf(years(6))).legendAt, layOutChart(chartOf(companies(20))).legendAt]).toEqual(['bottom', 'top']);
  const pie = (count: number) => chartOf(years(count), { kind: 'pie' });
  expect([layOutChart(pie(8)).legendAt, layOutChart(pie(9)).legendAt]).toEqual(['bottom', 'none']);
  expect(describeChart(pie(9))).not.toHaveProperty('legend');
});

test('whatever the names are, more than half of the height is left to the plot unless the legend itself is long', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 60 }), { maxLength: 100 }), (categories) => {
      const { titleHeight, unitHeight, legendHeight } = layOutChart(chartOf(categories));
      expect(titleHeight + unitHeight + legendHeight).toBeLessThan(CHART_SIZE.height / 2);
    }),
  );
});
