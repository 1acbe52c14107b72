import type { Cell, OpenTable } from '../../../shared/domain/dataTable';

/** Pixels: what the grid's CSS prints a cell with (13 px type, 20 px lines, 8 px at each side, 4 above and below, a hairline). */
const FULL_WIDTH = 13;
const HALF_WIDTH = 7.4;
const WIDE: ReadonlySet<string> = new Set('%@MWmw—…');
const LINE = 20;
const PADDING_X = 17;
const PADDING_Y = 9;
const MIN_COLUMN = 48;
const MAX_COLUMN = 260;

/** Where every row and column of a table's grid begins, in pixels; the last entry is the whole width or height. */
export type GridGeometry = { lefts: number[]; tops: number[] };

/** Width of text in pixels as the grid prints it: Han and full-width characters and the widest of the others are square, the rest about half. */
export function measureText(text: string): number {
  let width = 0;
  for (const character of text) width += character.charCodeAt(0) < 0x2e80 && !WIDE.has(character) ? HALF_WIDTH : FULL_WIDTH;
  return width;
}

/**
 * Lays a table out without drawing it: columns as wide as their widest unspanned cell within limits, rows as high as their lines. Of a table that is
 * not wholly read every row is one line, so that its height is known beforehand.
 */
export function layOutGrid(table: Pick<OpenTable, 'rows' | 'columns' | 'rowCount' | 'widest'>): GridGeometry {
  if (isLong(table)) return layOutLongGrid(table);
  const widths = table.columns.map(() => MIN_COLUMN);
  for (const row of table.rows) {
    row.cells.forEach((cell, col) => {
      if (cell.covered || cell.colSpan > 1) return;
      for (const line of cell.text.split('\n')) {
        const width = Math.min(MAX_COLUMN, Math.ceil(measureText(line)) + PADDING_X);
        if (width > (widths[col] ?? 0)) widths[col] = width;
      }
    });
  }
  const lefts = accumulate(widths);
  const heights = table.rows.map((row) => {
    let lines = 1;
    row.cells.forEach((cell, col) => {
      if (cell.covered || cell.rowSpan > 1) return;
      lines = Math.max(lines, countLines(cell, spanWidth(lefts, col, cell.colSpan)));
    });
    return lines * LINE + PADDING_Y;
  });
  return { lefts, tops: accumulate(heights) };
}

function layOutLongGrid({ columns, rowCount, widest }: Pick<OpenTable, 'columns' | 'rowCount' | 'widest'>): GridGeometry {
  const widths = columns.map((_, col) =>
    Math.min(MAX_COLUMN, Math.max(MIN_COLUMN, Math.ceil((widest[col] ?? 0) * HALF_WIDTH) + PADDING_X)),
  );
  return { lefts: accumulate(widths), tops: Array.from({ length: rowCount + 1 }, (_, row) => row * (LINE + PADDING_Y)) };
}

/** Whether a table is too long to be read whole. */
export function isLong(table: Pick<OpenTable, 'rows' | 'rowCount'>): boolean {
  return table.rowCount > table.rows.length;
}

/** Extent of `count` rows or columns from `start`. */
export function spanWidth(offsets: readonly number[], start: number, count: number): number {
  return (offsets[Math.min(offsets.length - 1, start + count)] ?? 0) - (offsets[start] ?? 0);
}

function countLines(cell: Cell, width: number): number {
  let lines = 0;
  for (const line of cell.text.split('\n')) lines += Math.max(1, Math.ceil(measureText(line) / Math.max(FULL_WIDTH, width - PADDING_X)));
  return lines;
}

function accumulate(sizes: readonly number[]): number[] {
  const offsets = [0];
  for (const size of sizes) offsets.push((offsets.at(-1) ?? 0) + size);
  return offsets;
}

/** Cells that reach over several rows, in reading order: they must be drawn while any of their rows is in sight. */
export function findTallCells(table: Pick<OpenTable, 'rows' | 'rowCount' | 'tall'>): { row: number; rowSpan: number }[] {
  if (isLong(table)) return table.tall;
  return table.rows.flatMap((row, index) => {
    const rowSpan = Math.max(1, ...row.cells.filter((cell) => !cell.covered).map((cell) => cell.rowSpan));
    return rowSpan > 1 ? [{ row: index, rowSpan }] : [];
  });
}

/** The rows from `first` to before `end` that a viewport of `height` scrolled to `scrollTop` shows, with `spare` more on either side. Header rows stand above and are not among them. */
export function findRowsInSight(
  tops: readonly number[],
  headerRows: number,
  scrollTop: number,
  height: number,
  spare: number,
): { first: number; end: number } {
  const count = tops.length - 1;
  const from = scrollTop + (tops[headerRows] ?? 0);
  const first = findRowAt(tops, from);
  const end = findRowAt(tops, scrollTop + height) + 1;
  return { first: Math.max(headerRows, first - spare), end: Math.min(count, end + spare) };
}

/** The last row that begins at or above a height. */
function findRowAt(tops: readonly number[], at: number): number {
  let low = 0;
  let high = tops.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((tops[middle] ?? 0) <= at) low = middle;
    else high = middle - 1;
  }
  return low;
}
