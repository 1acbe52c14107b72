import { expect, test } from 'vitest';
import type { RawCell } from '../../../../shared/tables/rawTable';
import { dropSliverColumns } from './sliverColumns';

/** A row from its cells as text and width in columns. */
function row(...cells: [string, number][]): RawCell[] {
  return cells.flatMap(([text, colSpan]) => [
    { text, rowSpan: 1, colSpan, covered: false },
    ...Array.from({ length: colSpan - 1 }, (): RawCell => ({ text: '', rowSpan: 1, colSpan: 1, covered: true })),
  ]);
}

test('a column of rounding disappears from the cells that lie over it, on whichever side', () => {
  const grid = [row(['a', 1], ['b', 2], ['c', 1]), row(['d', 2], ['e', 1], ['f', 1]), row(['g', 1], ['h', 3])];
  dropSliverColumns(grid, [1039, 1, 1038, 1039]);
  expect(grid).toEqual([row(['a', 1], ['b', 1], ['c', 1]), row(['d', 1], ['e', 1], ['f', 1]), row(['g', 1], ['h', 2])]);
});

test('narrow columns with text of their own stay, and so do wide empty ones', () => {
  const grid = [row(['a', 1], ['b', 1], ['', 1])];
  dropSliverColumns(grid, [1000, 1, 1000]);
  expect(grid).toEqual([row(['a', 1], ['b', 1], ['', 1])]);
});
