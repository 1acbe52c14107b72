import { expect, test } from 'vitest';
import type { Chart } from '../../domain/reply';
import { buildTable } from '../testing/buildTable';
import { plotChart } from './chartData';
import { listChartDoubts } from './chartDoubts';
import { proposeChart } from './proposeChart';

const MIXED = buildTable('t', {
  unit: '万元',
  rows: [
    ['项目', '2022年度', '2023年度'],
    ['净利润', '1,200.50', '-900.00'],
    ['毛利率', '23.10%', '21.00%'],
  ],
});

const doubtsOf = (change: Partial<Chart>, table = MIXED) => {
  const chart = { ...proposeChart(table), ...change };
  return listChartDoubts(chart, table, plotChart(chart, table));
};

test('numbers in another unit than their series are counted, not dropped in silence', () => {
  const all = { rowIds: MIXED.rows.slice(1).map(({ rowId }) => rowId), colIds: MIXED.columns.slice(1).map(({ colId }) => colId) };
  expect(doubtsOf({ ...all, along: 'rows' })).toEqual([{ kind: 'valuesLeftOut', count: 2 }]);
  expect(doubtsOf({ ...all, along: 'columns' })).toEqual([]);
});

test('a pie of negative numbers, of many slices or of several series is doubted', () => {
  const many = buildTable('t', {
    rows: [['客户', '金额', '上期'], ...Array.from({ length: 12 }, (_, at) => [`客户${at}`, '1.00', '2.00'])],
  });
  expect(doubtsOf({ kind: 'pie', along: 'columns', rowIds: [MIXED.rows[1]!.rowId] })).toEqual([{ kind: 'negativeSlices' }]);
  expect(doubtsOf({ kind: 'pie', along: 'rows' }, many)).toEqual([{ kind: 'manySlices', count: 12 }, { kind: 'onePie' }]);
});

test('three units on two axes, and names without room, are doubted', () => {
  const units = buildTable('t', {
    unit: '万元',
    rows: [
      ['年度', '收入', '毛利率', '单价（元/吨）'],
      ['2023年', '1.00', '5.00%', '3.00'],
    ],
  });
  const plain = { ...proposeChart(units), along: 'rows' as const, colIds: units.columns.slice(1).map(({ colId }) => colId) };
  const data = plotChart(plain, units);
  const ofUnits = (...names: string[]) => ({ ...data, series: data.series.map((series, at) => ({ ...series, unit: names[at]! })) });
  expect(listChartDoubts(plain, units, ofUnits('万元', '%', '元/吨'))).toEqual([{ kind: 'threeUnits' }]);
  expect(listChartDoubts(plain, units, ofUnits('万元', '%', '%'))).toEqual([]);
  const long = buildTable('t', {
    rows: [['客户', '金额'], ...Array.from({ length: 30 }, (_, at) => [`第${at}水务建设发展有限公司`, '1.00'])],
  });
  expect(doubtsOf({}, long)).toEqual([{ kind: 'crowdedNames', count: 30 }]);
});
