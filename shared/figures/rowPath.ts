import type { ReadCell } from '../domain/dataTable';

type GridCell = Pick<ReadCell, 'text' | 'covered' | 'value' | 'rowSpan' | 'colSpan'>;
type Grid = readonly (readonly GridCell[])[];

/** The words that head the row of a grid position, outermost first: text cells to its left, merged ones included (净利润, 甲公司). */
export type GetRowPath = (row: number, col: number) => string[];

/** Reads a grid for `GetRowPath`: which cell covers which position is found once, however many paths are asked for. */
export function readRowPaths(rows: Grid): GetRowPath {
  const covering = mapCovering(rows);
  return (row, col) => {
    const path: string[] = [];
    let last: GridCell | undefined;
    for (let c = 0; c < col; c++) {
      const cell = rows[row]?.[c];
      const shown = cell && !cell.covered ? cell : covering.get(row)?.get(c);
      if (!shown || shown === last) continue;
      last = shown;
      const text = shown.text.replace(/\s+/g, '');
      if (shown.value === null && text !== '') path.push(text);
    }
    return path;
  };
}

/** By row and column the cell whose span reaches there; of several the one that begins last. */
function mapCovering(rows: Grid): Map<number, Map<number, GridCell>> {
  const covering = new Map<number, Map<number, GridCell>>();
  const width = rows.reduce((widest, row) => Math.max(widest, row.length), 0);
  rows.forEach((cells, row) => {
    cells.forEach((cell, col) => {
      if (cell.covered || (cell.rowSpan === 1 && cell.colSpan === 1)) return;
      for (let r = row; r < Math.min(row + cell.rowSpan, rows.length); r++) {
        const line = covering.get(r) ?? new Map<number, GridCell>();
        for (let c = col; c < Math.min(col + cell.colSpan, width); c++) line.set(c, cell);
        covering.set(r, line);
      }
    });
  });
  return covering;
}
