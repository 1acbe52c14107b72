import { expect, test } from 'vitest';
import type { PlacedPart } from '../../../../shared/domain/tableOrigin';
import { findCellAt, findPartOfRow, findPlacedCell } from './placedCells';

const box = (x: number, y: number) => ({ x, y, width: 20, height: 10 });
const part = (page: number, rows: number[]): PlacedPart => ({
  page,
  width: 595,
  height: 842,
  box: box(0, 0),
  cells: rows.flatMap((row, at) => [
    { row, col: 0, box: box(10, 20 * at) },
    { row, col: 1, box: box(100, 20 * at) },
  ]),
});
const PARTS = [part(3, [0, 1]), part(4, [2, 4])];

test('a cell is found on the page that prints it', () => {
  expect(findPlacedCell(PARTS, { row: 4, col: 1 })).toEqual({ page: 4, box: box(100, 20) });
  expect(findPlacedCell(PARTS, { row: 3, col: 1 })).toBeNull();
});

test('a row that was not found is shown where the rows before it stand', () => {
  expect([0, 1, 2, 3, 9].map((row) => findPartOfRow(PARTS, row)?.page)).toEqual([3, 3, 4, 4, 4]);
  expect(findPartOfRow([], 0)).toBeNull();
});

test('pointing at a cell or close to it finds it, and nothing far from all', () => {
  const find = (x: number, y: number) => {
    const cell = findCellAt(PARTS[0]!, x, y);
    return cell && [cell.row, cell.col];
  };
  expect([find(15, 5), find(15, 12), find(125, 25), find(60, 5)]).toEqual([[0, 0], [0, 0], [1, 1], null]);
});
