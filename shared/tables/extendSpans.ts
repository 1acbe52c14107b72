import { isBlank } from './cellText';
import type { RawCell } from './rawTable';

/**
 * Lets cells that span rows go on over a page's end, in place. Rows from `at` on came from the next page; `folded` is its first row where that was the
 * rest of row `at - 1`, else null.
 */
export function extendSpans(cells: RawCell[][], at: number, folded: readonly RawCell[] | null): void {
  const first = folded ?? cells[at];
  first?.forEach((cell, col) => {
    if (cell.covered) return;
    const row = cells.findLastIndex((above, r) => r < at && !above[col]!.covered);
    const owner = cells[row]?.[col];
    if (!owner || owner.colSpan !== cell.colSpan) return;
    if (folded) {
      if (cell.rowSpan > 1) cells[row]![col] = { ...owner, rowSpan: at - row + cell.rowSpan - 1 };
    } else if (goesOn(owner, cell) && row + owner.rowSpan === at) {
      cells[row]![col] = { ...owner, rowSpan: owner.rowSpan + cell.rowSpan };
      for (let c = col; c < col + cell.colSpan; c += 1) cells[at]![c] = { text: '', rowSpan: 1, colSpan: 1, covered: true };
    }
  });
}

/** A blank cell below one with text is its rest where either spans rows; else it may be a blank cell of its own. */
function goesOn(owner: RawCell, cell: RawCell): boolean {
  return isBlank(cell.text) && !cell.nested && !isBlank(owner.text) && (owner.rowSpan > 1 || cell.rowSpan > 1);
}
