import type { GridTable } from './gridTable';

/** A grid position, 0-based, header rows included. */
export type GridPosition = { row: number; col: number };

type Grid = Pick<GridTable, 'getRow' | 'rowCount' | 'columns'>;

/** The cell that shows at a position: itself, or the one whose span covers it; rows not read yet are taken as they come. */
export function findAnchor(grid: Grid, at: GridPosition): GridPosition {
  if (!grid.getRow(at.row)?.cells[at.col]?.covered) return at;
  for (let row = at.row; row >= 0 && grid.getRow(row); row--) {
    for (let col = at.col; col >= 0; col--) {
      const cell = grid.getRow(row)?.cells[col];
      if (cell && !cell.covered && row + cell.rowSpan > at.row && col + cell.colSpan > at.col) return { row, col };
    }
  }
  return at;
}

/** Where a key moves the cursor; null for a key that does not move it. A span counts as one step. `page` is how many rows are in sight. */
export function moveCursor(grid: Grid, from: GridPosition, press: { key: string; ctrlKey: boolean }, page: number): GridPosition | null {
  const lastRow = grid.rowCount - 1;
  const lastCol = grid.columns.length - 1;
  const cell = grid.getRow(from.row)?.cells[from.col];
  const clamp = (row: number, col: number) =>
    findAnchor(grid, { row: Math.min(lastRow, Math.max(0, row)), col: Math.min(lastCol, Math.max(0, col)) });
  switch (press.key) {
    case 'ArrowDown':
      return clamp(press.ctrlKey ? lastRow : from.row + (cell?.rowSpan ?? 1), from.col);
    case 'ArrowUp':
      return clamp(press.ctrlKey ? 0 : from.row - 1, from.col);
    case 'ArrowRight':
      return clamp(from.row, press.ctrlKey ? lastCol : from.col + (cell?.colSpan ?? 1));
    case 'ArrowLeft':
      return clamp(from.row, press.ctrlKey ? 0 : from.col - 1);
    case 'PageDown':
      return clamp(from.row + page, from.col);
    case 'PageUp':
      return clamp(from.row - page, from.col);
    case 'Home':
      return clamp(press.ctrlKey ? 0 : from.row, 0);
    case 'End':
      return clamp(press.ctrlKey ? lastRow : from.row, lastCol);
    default:
      return null;
  }
}
