import type { ReadCell } from '../../domain/dataTable';

/** Number of header rows the paths need. */
function countHeaderRows(paths: readonly (readonly string[])[]): number {
  return paths.reduce((most, path) => Math.max(most, path.length), 1);
}

/**
 * Header rows from the columns' header paths: neighbours under one upper header share one cell, and a path that ends early reaches down to the last
 * header row. The inverse of reading a header into paths.
 */
export function buildHeaderRows(paths: readonly (readonly string[])[]): ReadCell[][] {
  const rowCount = countHeaderRows(paths);
  return Array.from({ length: rowCount }, (_row, row) => paths.map((_path, col) => buildHeaderCell(paths, rowCount, row, col)));
}

function buildHeaderCell(paths: readonly (readonly string[])[], rowCount: number, row: number, col: number): ReadCell {
  const path = paths[col]!;
  const isBelow = row >= Math.max(1, path.length);
  if (isBelow || isShared(paths, row, col - 1)) return { ...EMPTY, covered: true };
  let colSpan = 1;
  while (isShared(paths, row, col + colSpan - 1)) colSpan += 1;
  const isLast = row === Math.max(1, path.length) - 1;
  return { ...EMPTY, text: path[row] ?? '', colSpan, rowSpan: isLast ? rowCount - row : 1 };
}

const EMPTY: ReadCell = { text: '', rowSpan: 1, colSpan: 1, covered: false, value: null, unit: null };

/** Whether column `col` and its right neighbour stand under one cell in `row`: an upper header, alike in all above it too. */
function isShared(paths: readonly (readonly string[])[], row: number, col: number): boolean {
  const left = paths[col];
  const right = paths[col + 1];
  if (!left || !right || left.length <= row + 1 || right.length <= row + 1) return false;
  for (let above = 0; above <= row; above += 1) if (left[above] !== right[above]) return false;
  return true;
}
