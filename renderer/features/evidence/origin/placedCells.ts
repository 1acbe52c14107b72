import type { PageBox, PlacedCell, PlacedPart } from '../../../../shared/domain/tableOrigin';
import type { GridPosition } from '../gridCursor';

/** Points around a cell's text that still belong to it when it is pointed at. */
const REACH = 8;

/** Where a grid position is printed; null when it was not found. */
export function findPlacedCell(parts: readonly PlacedPart[], at: GridPosition): { page: number; box: PageBox } | null {
  for (const { page, cells } of parts) {
    const cell = cells.find(({ row, col }) => row === at.row && col === at.col);
    if (cell) return { page, box: cell.box };
  }
  return null;
}

/** The part that prints a row: the last one that begins at or before it. */
export function findPartOfRow(parts: readonly PlacedPart[], row: number): PlacedPart | null {
  return parts.findLast(({ cells }) => (cells[0]?.row ?? 0) <= row) ?? parts[0] ?? null;
}

/** The cell printed at a point of the page, or the nearest one that is close to it; null where there is none. */
export function findCellAt({ cells }: PlacedPart, x: number, y: number): PlacedCell | null {
  let nearest: PlacedCell | null = null;
  let least = REACH;
  for (const cell of cells) {
    const { box } = cell;
    const distance = Math.max(box.x - x, x - box.x - box.width, box.y - y, y - box.y - box.height, 0);
    if (distance < least) [nearest, least] = [cell, distance];
  }
  return nearest;
}
