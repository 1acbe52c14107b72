import { expect, test } from 'vitest';
import { buildTable } from '../testing/buildTable';
import { plotChart } from './chartData';
import { printsAtFoot, printsValues } from './chartLook';
import { describeChart } from './chartOption';
import { matchChart } from './matchChart';
import { proposeChart } from './proposeChart';
import { sayChart } from './sayChart';

const YEARS = buildTable('t', {
  unit: '万元',
  roles: { 3: 'total' },
  rows: [
    ['项目', '2022年度', '2023年度', '变动比例'],
    ['设备收入', '1,200.50', '900.00', '-25.03%'],
    ['服务收入', '—', '300.00', '—'],
    ['合计', '1,200.50', '1,200.00', '-0.04%'],
  ],
});

test('a table over years suggests them along the axis, without totals, changes and shares', () => {
  const chart = proposeChart(YEARS);
  expect([chart.along, chart.rowIds.length, chart.colIds.length]).toEqual(['columns', 2, 2]);
  expect(plotChart(chart, YEARS)).toMatchObject({
    categories: ['2022年度', '2023年度'],
    series: [
      { name: '设备收入', unit: '万元', values: ['1200.50', '900.00'], drawn: 'column', secondary: false },
      { name: '服务收入', unit: '万元', values: [null, '300.00'] },
    ],
  });
});

test('a combined chart draws its last series as a line, one in another unit against a second axis', () => {
  const chart = { ...proposeChart(YEARS), kind: 'combined' as const, along: 'rows' as const };
  const all = { ...chart, colIds: YEARS.columns.slice(1).map(({ colId }) => colId) };
  expect(plotChart(all, YEARS).series.map(({ drawn, secondary, unit }) => [drawn, secondary, unit])).toEqual([
    ['column', false, '万元'],
    ['column', false, '万元'],
    ['line', true, '%'],
  ]);
});

test('a series in another unit is a line in a chart of columns too: columns of two axes would cover each other', () => {
  const chart = { ...proposeChart(YEARS), along: 'rows' as const, colIds: YEARS.columns.slice(1).map(({ colId }) => colId) };
  expect(plotChart(chart, YEARS).series.map(({ drawn, secondary }) => [drawn, secondary])).toEqual([
    ['column', false],
    ['column', false],
    ['line', true],
  ]);
});

test('rows and columns that are gone are left out, and a pie has one series', () => {
  const chart = { ...proposeChart(YEARS), kind: 'pie' as const, along: 'rows' as const };
  const less = { ...YEARS, rows: YEARS.rows.filter((_, index) => index !== 2) };
  expect(plotChart(chart, less)).toMatchObject({
    categories: ['设备收入'],
    series: [{ name: '2022年度', values: ['1200.50'], drawn: 'pie' }],
  });
  expect(plotChart(chart, less).series).toHaveLength(1);
});

test('what is drawn prints the exact value, grouped, and runs nothing', () => {
  const option = describeChart(plotChart(proposeChart(YEARS), YEARS));
  expect(JSON.parse(JSON.stringify(option))).toEqual(option);
  expect(JSON.stringify(option)).toContain('"formatter":"1,200.50"');
});

test('values are printed only where there is room, at the foot of columns a line runs over', () => {
  const build = (years: number) =>
    buildTable('t', {
      unit: '万元',
      rows: [['年度', '收入', '毛利率'], ...Array.from({ length: years }, (_, y) => [`${2015 + y}年`, '12,345.60', '-3.10%'])],
    });
  const plot = (kind: 'column' | 'combined', years: number) => {
    const table = build(years);
    const colIds = table.columns.slice(1, kind === 'combined' ? 3 : 2).map(({ colId }) => colId);
    return plotChart({ ...proposeChart(table), kind, colIds }, table);
  };
  const isPrinted = (chart: ReturnType<typeof plot>) => chart.series.map((series) => printsValues(chart, series));
  expect([isPrinted(plot('column', 4)), isPrinted(plot('column', 9))]).toEqual([[true], [false]]);
  const combined = plot('combined', 9);
  expect([isPrinted(combined), printsAtFoot(combined), printsAtFoot(plot('column', 4))]).toEqual([[false, true], true, false]);
  const few = describeChart(plot('combined', 3)) as { series: { data: { label: { position: string } }[] }[] };
  expect(few.series.map(({ data }) => data[0]!.label.position)).toEqual(['insideBottom', 'top']);
});

test('a chart is said in words: its title and each value with what it stands for', () => {
  const chart = plotChart({ ...proposeChart({ ...YEARS, caption: '各产品收入情况如下表所示：' }) }, YEARS);
  expect(sayChart(chart)).toBe('各产品收入情况。设备收入：2022年度 1,200.50万元、2023年度 900.00万元；服务收入：2023年度 300.00万元');
  const long = {
    ...chart,
    categories: Array.from({ length: 40 }, (_, at) => `${at + 1}日`),
    series: [{ ...chart.series[0]!, values: Array.from({ length: 40 }, () => '1') }],
  };
  expect(sayChart(long)).toBe('各产品收入情况。设备收入：1日 1万元……40日 1万元');
});

test('a chart in a file is known again, and what the export said of it is no alternative text of the writer’s', () => {
  const chart = { ...proposeChart(YEARS), title: '收入' };
  const plotted = plotChart(chart, YEARS);
  const read = { kind: chart.kind, title: '收入', categories: plotted.categories, series: plotted.series, unit: '万元' };
  expect(matchChart({ ...read, alt: sayChart(plotted) }, YEARS, '')).toEqual(chart);
  expect(matchChart({ ...read, alt: '逐年下降' }, YEARS, '')).toEqual({ ...chart, alt: '逐年下降' });
});

test('a table without numbers has an empty chart', () => {
  const table = buildTable('t', { rows: [['项目'], ['无']] });
  expect(plotChart(proposeChart(table), table)).toMatchObject({ categories: [], series: [] });
});
