import type { Cell, DataTable } from '../domain/dataTable';

/** A cell that starts at (row, col) with the extent it really covers. */
export type GridCell = { cell: Cell; row: number; col: number; rowSpan: number; colSpan: number };

/** A table's grid with every position owned by exactly one cell. */
export type TableGrid = {
  columnCount: number;
  cells: GridCell[];
  /** `owners[row][col]` is the cell that covers the position. */
  owners: GridCell[][];
};

/**
 * Settles spans: a span reaches only over positions marked `covered` that no earlier cell owns, so that no text is ever hidden under a
 * span, and rows shorter than the widest are filled up with empty cells.
 */
export function resolveGrid(table: DataTable): TableGrid {
  const columnCount = table.rows.reduce((widest, row) => Math.max(widest, row.cells.length), Math.max(1, table.columns.length));
  const owners: (GridCell | undefined)[][] = table.rows.map(() => Array.from({ length: columnCount }));
  const cells: GridCell[] = [];
  const isFree = (row: number, col: number) =>
    row < table.rows.length && col < columnCount && !owners[row]![col] && table.rows[row]!.cells[col]?.covered === true;

  for (const [row, { cells: rowCells }] of table.rows.entries()) {
    for (let col = 0; col < columnCount; col++) {
      if (owners[row]![col]) continue;
      const cell = rowCells[col] ?? EMPTY_CELL;
      let colSpan = 1;
      while (colSpan < cell.colSpan && isFree(row, col + colSpan)) colSpan++;
      let rowSpan = 1;
      while (rowSpan < cell.rowSpan && allFree(isFree, row + rowSpan, col, colSpan)) rowSpan++;
      const placed: GridCell = { cell, row, col, rowSpan, colSpan };
      cells.push(placed);
      for (let r = row; r < row + rowSpan; r++) for (let c = col; c < col + colSpan; c++) owners[r]![c] = placed;
    }
  }
  return { columnCount, cells, owners: owners as GridCell[][] };
}

const EMPTY_CELL: Cell = { text: '', rowSpan: 1, colSpan: 1, covered: false, value: null, unit: null, revision: 0 };

function allFree(isFree: (row: number, col: number) => boolean, row: number, col: number, colSpan: number): boolean {
  for (let c = col; c < col + colSpan; c++) if (!isFree(row, c)) return false;
  return true;
}
