import { findAnchor, type GridPosition } from './gridCursor';
import type { GridTable } from './gridTable';

/** Names a cell the way one reads it off the page: row's first text › column's header path. */
export function describeCell(table: Pick<GridTable, 'getRow' | 'rowCount' | 'columns'>, at: GridPosition): string {
  const first = findAnchor(table, { row: at.row, col: 0 });
  const rowName = at.col === 0 ? '' : (table.getRow(first.row)?.cells[first.col]?.text ?? '');
  const columnName = table.columns[at.col]?.path.join(' / ') ?? '';
  return [rowName, columnName].filter(Boolean).join(' › ');
}
