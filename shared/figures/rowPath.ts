import type { ReadCell } from '../domain/dataTable';

type GridCell = Pick<ReadCell, 'text' | 'covered' | 'value' | 'rowSpan' | 'colSpan'>;

/** The words that head a cell's row, outermost first: text cells to its left, merged ones included (净利润, 甲公司). */
export function getRowPath(rows: readonly (readonly GridCell[])[], row: number, col: number): string[] {
  const path: string[] = [];
  let last: GridCell | null = null;
  for (let c = 0; c < col; c++) {
    const origin = findOrigin(rows, row, c);
    if (!origin || origin === last) continue;
    last = origin;
    const text = origin.text.replace(/\s+/g, '');
    if (origin.value === null && text !== '') path.push(text);
  }
  return path;
}

/** The cell shown at a grid position: itself, or the one whose span covers it from above or from the left. */
function findOrigin(rows: readonly (readonly GridCell[])[], row: number, col: number): GridCell | null {
  for (let r = row; r >= 0; r--) {
    for (let c = col; c >= 0; c--) {
      const cell = rows[r]?.[c];
      if (cell && !cell.covered && r + cell.rowSpan > row && c + cell.colSpan > col) return cell;
    }
  }
  return null;
}
