import { expect, test } from 'vitest';
import { findRevealed, type NumberGrid } from './findRevealed';

const hide =
  (...cells: [number, number][]) =>
  (row: number, col: number) =>
    cells.some(([r, c]) => r === row && c === col);

/** Products by year: a column adds up to its last row, the third column is the second less the first, the fourth their sum. */
const GRID: NumberGrid = [
  ['120.50', '180.75', '60.25', '301.25'],
  ['79.50', '70.00', '-9.50', '149.50'],
  ['41.37', '55.11', '13.74', '96.48'],
  ['241.37', '305.86', '64.49', '547.23'],
];

test('one hidden number of a column with a printed total is revealed', () => {
  const column: NumberGrid = [['120.50'], ['79.50'], ['41.37'], ['241.37']];
  expect(findRevealed(column, hide([1, 0]), [3])).toEqual([{ row: 1, col: 0, by: { row: 3, col: 0 } }]);
});

test('two hidden numbers of a column are not, and neither is one whose total is hidden too', () => {
  const column: NumberGrid = [['120.50'], ['79.50'], ['41.37'], ['241.37']];
  expect(findRevealed(column, hide([0, 0], [1, 0]), [3])).toEqual([]);
  expect(findRevealed(column, hide([0, 0], [3, 0]), [3])).toEqual([]);
});

test('a hidden total is revealed by its printed parts', () => {
  expect(findRevealed([['120.50'], ['79.50'], ['200.00']], hide([2, 0]), [2])).toEqual([{ row: 2, col: 0, by: { row: 0, col: 0 } }]);
});

test('a number is revealed by the difference or the sum in its row, though its column hides another', () => {
  const revealed = findRevealed(GRID, hide([0, 0], [1, 0]), [3]);
  expect(revealed.map(({ row, col }) => [row, col])).toEqual([
    [0, 0],
    [1, 0],
  ]);
});

test('a subtotal reveals a part of its own, and only within its part', () => {
  const column: NumberGrid = [['10.11'], ['20.22'], ['30.33'], ['5.05'], ['7.07'], ['12.12'], ['42.45']];
  expect(findRevealed(column, hide([3, 0]), [2, 5, 6]).map(({ row }) => row)).toEqual([3]);
  expect(findRevealed(column, hide([3, 0], [4, 0]), [2, 5, 6])).toEqual([]);
});

test('rounding in the last digit does not protect', () => {
  expect(findRevealed([['10.11'], ['20.22'], ['30.34']], hide([0, 0]), [2]).map(({ row }) => row)).toEqual([0]);
});

test('numbers that add up to nothing reveal nothing', () => {
  expect(findRevealed([['10.11'], ['20.22'], ['99.99']], hide([0, 0]), [2])).toEqual([]);
  expect(findRevealed([['0.00'], ['0.00'], ['0.00']], hide([0, 0]), [2])).toEqual([]);
});
