import { expect, test } from 'vitest';
import type { Cell, OpenTable } from '../../../shared/domain/dataTable';
import { findAnchor, moveCursor } from './gridCursor';
import { findRowsInSight, findTallCells, layOutGrid, measureText, spanWidth } from './gridGeometry';
import type { GridTable } from './gridTable';

const cell = (text: string, part: Partial<Cell> = {}): Cell => ({
  text,
  rowSpan: 1,
  colSpan: 1,
  covered: false,
  value: null,
  unit: null,
  revision: 0,
  ...part,
});
const hidden = cell('', { covered: true });
const grid = (...lines: Cell[][]): OpenTable & GridTable => {
  const rows = lines.map((cells, index) => ({ rowId: `r${index}`, role: 'body', cells }));
  return {
    rows,
    rowCount: rows.length,
    getRow: (row: number) => rows[row],
    columns: (lines[0] ?? []).map((_, index) => ({ colId: `c${index}`, path: [] })),
    tall: [],
    widest: [],
  } as unknown as OpenTable & GridTable;
};

const spans = grid(
  [cell('项目', { rowSpan: 2 }), cell('2023年度', { colSpan: 2 }), hidden],
  [hidden, cell('金额'), cell('占比')],
  [cell('甲公司'), cell('1,000.00'), cell('12.50%')],
);

test('a Han character is as wide as two halves or nearly', () => {
  expect(measureText('营业收入')).toBe(52);
  expect(measureText('1,000')).toBeCloseTo(37);
  expect(measureText('占比%')).toBe(39);
});

test('columns are as wide as their widest unspanned cell, within limits', () => {
  const { lefts } = layOutGrid(grid([cell('一'), cell('很'.repeat(100))], [cell('甲公司有限'), cell('1')]));
  expect(lefts).toEqual([0, 82, 82 + 260]);
});

test('a row is as high as its wrapped lines, and a span does not stretch it', () => {
  const { tops } = layOutGrid(grid([cell('甲\n乙\n丙', { rowSpan: 3 }), cell('很'.repeat(30))], [hidden, cell('1')]));
  expect(tops).toEqual([0, 49, 78]);
});

test('a span is as wide as what it covers, and never reaches past the end', () => {
  expect(spanWidth([0, 10, 30, 60], 1, 2)).toBe(50);
  expect(spanWidth([0, 10, 30, 60], 2, 9)).toBe(30);
});

test('rows with cells over several rows are known beforehand', () => {
  expect(findTallCells(spans)).toEqual([{ row: 0, rowSpan: 2 }]);
});

test('only rows in sight are drawn, below the header and within the table', () => {
  const tops = Array.from({ length: 1001 }, (_, row) => row * 30);
  expect(findRowsInSight(tops, 2, 0, 300, 0)).toEqual({ first: 2, end: 11 });
  expect(findRowsInSight(tops, 2, 3000, 300, 0)).toEqual({ first: 102, end: 111 });
  expect(findRowsInSight(tops, 2, 3000, 300, 5)).toEqual({ first: 97, end: 116 });
  expect(findRowsInSight(tops, 0, 29_700, 300, 5)).toEqual({ first: 985, end: 1000 });
  expect(findRowsInSight([0, 30], 0, 0, 300, 5)).toEqual({ first: 0, end: 1 });
});

test('a covered position belongs to the cell whose span covers it', () => {
  expect(findAnchor(spans, { row: 1, col: 0 })).toEqual({ row: 0, col: 0 });
  expect(findAnchor(spans, { row: 0, col: 2 })).toEqual({ row: 0, col: 1 });
  expect(findAnchor(spans, { row: 2, col: 2 })).toEqual({ row: 2, col: 2 });
});

test('arrows step over spans and stop at the edges', () => {
  const press = (key: string, ctrlKey = false) => ({ key, ctrlKey });
  expect(moveCursor(spans, { row: 0, col: 0 }, press('ArrowDown'), 10)).toEqual({ row: 2, col: 0 });
  expect(moveCursor(spans, { row: 2, col: 0 }, press('ArrowUp'), 10)).toEqual({ row: 0, col: 0 });
  expect(moveCursor(spans, { row: 0, col: 1 }, press('ArrowRight'), 10)).toEqual({ row: 0, col: 1 });
  expect(moveCursor(spans, { row: 1, col: 1 }, press('ArrowLeft'), 10)).toEqual({ row: 0, col: 0 });
  expect(moveCursor(spans, { row: 0, col: 0 }, press('End', true), 10)).toEqual({ row: 2, col: 2 });
  expect(moveCursor(spans, { row: 2, col: 1 }, press('PageUp'), 10)).toEqual({ row: 0, col: 1 });
  expect(moveCursor(spans, { row: 2, col: 1 }, press('a'), 10)).toBeNull();
});

test('a table that is not wholly read has rows of one line and columns as wide as core measured', () => {
  const long = { ...grid([cell('甲\n乙'), cell('1')]), rowCount: 3, widest: [10, 1], tall: [{ row: 2, rowSpan: 2 }] };
  expect(layOutGrid(long)).toEqual({ lefts: [0, 91, 139], tops: [0, 29, 58, 87] });
  expect(findTallCells(long)).toEqual([{ row: 2, rowSpan: 2 }]);
});

test('a row that is not read yet can be stepped onto', () => {
  const long = { ...grid([cell('甲'), cell('1')]), rowCount: 20_000 };
  expect(moveCursor(long, { row: 0, col: 1 }, { key: 'ArrowDown', ctrlKey: true }, 10)).toEqual({ row: 19_999, col: 1 });
});
