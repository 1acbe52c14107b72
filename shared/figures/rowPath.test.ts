import { expect, it } from 'vitest';
import { buildTable } from '../document/testing/buildTable';
import { readRowPaths } from './rowPath';

const table = buildTable('t', {
  headerRows: 0,
  rows: [
    [{ text: '净利润', rowSpan: 2 }, '甲公司', '1.00', '2.00'],
    ['乙公司', '3.00', '4.00'],
    [{ text: '合 计', colSpan: 2 }, '4.00', '6.00'],
  ],
});
const getRowPath = readRowPaths(table.rows.map((row) => row.cells));

it('names the merged cell a row stands under before the row itself', () => {
  expect(getRowPath(0, 2)).toEqual(['净利润', '甲公司']);
  expect(getRowPath(1, 3)).toEqual(['净利润', '乙公司']);
});

it('names a cell that spans columns once and leaves numbers out', () => {
  expect(getRowPath(2, 3)).toEqual(['合计']);
  expect(getRowPath(0, 0)).toEqual([]);
});
