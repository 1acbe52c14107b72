import { expect, test } from 'vitest';
import type { DataTable } from '../../domain/dataTable';
import { buildTable } from '../testing/buildTable';
import { findToldByRates, findToldByTexts } from './findSubtractions';

/** A copy of a table with cells hidden. */
function hide(table: DataTable, ...places: [number, number][]): DataTable {
  const rows = table.rows.map((row, r) => ({
    ...row,
    cells: row.cells.map((cell, c) => (places.some(([at, col]) => at === r && col === c) ? { ...cell, text: '***', value: null } : cell)),
  }));
  return { ...table, rows };
}

const tell = (table: DataTable, ...places: [number, number][]) =>
  findToldByRates(table, hide(table, ...places)).map(({ row, column, by }) => `${row} / ${column} ← ${by}`);

const SHARES = buildTable('t', {
  unit: '万元',
  rows: [
    ['客户', '金额', '占比'],
    ['甲', '1,234.56', '61.23%'],
    ['乙', '500.11', '24.80%'],
    ['丙', '281.72', '13.97%'],
    ['合计', '2,016.39', '100.00%'],
  ],
  roles: { 4: 'total' },
});

const GROWTH = buildTable('g', {
  unit: '万元',
  rows: [
    ['项目', '2024年', '2023年', '增长率'],
    ['收入', '1,234.56', '1,000.00', '23.46%'],
    ['成本', '800.40', '700.90', '14.20%'],
  ],
});

test('a hidden amount is told by its share and the total, though another one is hidden beside it', () => {
  expect(tell(SHARES, [1, 1], [2, 1])).toEqual(['甲 / 金额 ← 61.23%', '乙 / 金额 ← 24.80%']);
  expect(tell(SHARES, [1, 1], [1, 2], [2, 1], [2, 2])).toEqual([]);
});

test('a hidden amount is told by its growth and the year before, and the year before by both', () => {
  expect(tell(GROWTH, [1, 1])).toEqual(['收入 / 2024年 ← 23.46%']);
  expect(tell(GROWTH, [1, 2])).toEqual(['收入 / 2023年 ← 23.46%']);
  expect(tell(GROWTH, [1, 1], [1, 3])).toEqual([]);
});

test('a rate that stands beside an amount by chance tells nothing', () => {
  const table = buildTable('m', {
    unit: '万元',
    rows: [
      ['产品', '金额', '毛利率'],
      ['甲', '1,234.56', '31.42%'],
      ['乙', '781.83', '28.10%'],
      ['合计', '2,016.39', '30.13%'],
    ],
    roles: { 3: 'total' },
  });
  expect(tell(table, [1, 1], [2, 1])).toEqual([]);
});

test('the total of a column with one hidden amount is found in the text', () => {
  const table = buildTable('s', {
    unit: '万元',
    rows: [
      ['客户', '金额'],
      ['甲', '1,234.56'],
      ['乙', '500.11'],
      ['丙', '281.72'],
    ],
  });
  const read = (text: string, ...places: [number, number][]) => findToldByTexts(table, hide(table, ...places), [text]).length;
  expect(read('三家合计2,016.39万元。', [1, 1])).toBe(1);
  expect(read('三家合计20,163,900元。', [1, 1])).toBe(1);
  expect(read('三家合计2,016.39万元。', [1, 1], [2, 1])).toBe(0);
  expect(read('三家合计2,016.40万元。', [1, 1])).toBe(0);
});
