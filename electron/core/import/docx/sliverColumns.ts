import type { RawCell } from '../../../../shared/tables/rawTable';

/** Width in twips up to which a grid column is nothing but rounding: LibreOffice leaves such columns where rows of a table are cut differently. */
const SLIVER_TWIPS = 8;

/** Takes columns out of a grid that nobody can see: narrower than a hair in the file's own widths, with no text of their own in any row. */
export function dropSliverColumns(grid: readonly RawCell[][], widthsTwips: readonly number[]): void {
  for (let column = widthsTwips.length - 1; column >= 0; column--) {
    const isSliver = widthsTwips[column]! <= SLIVER_TWIPS && grid.every((row) => !hasOwnText(row[column]));
    if (isSliver) for (const row of grid) takeOut(row, column);
  }
}

function hasOwnText(cell: RawCell | undefined): boolean {
  return cell !== undefined && !cell.covered && cell.colSpan === 1 && cell.text.trim() !== '';
}

/** Removes one grid position of a row; the cell that covers it, or begins there and goes on, is one column narrower. */
function takeOut(row: RawCell[], column: number): void {
  const cell = row[column];
  if (cell === undefined) return;
  if (!cell.covered && cell.colSpan > 1) {
    cell.colSpan--;
    row.splice(column + 1, 1);
    return;
  }
  if (cell.covered) {
    const start = row.findLastIndex((one, index) => index < column && !one.covered);
    const owner = row[start];
    if (owner !== undefined && start + owner.colSpan > column) owner.colSpan--;
  }
  row.splice(column, 1);
}
