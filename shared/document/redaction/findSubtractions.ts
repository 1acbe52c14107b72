import type { DataTable } from '../../domain/dataTable';
import type { Redaction } from '../../domain/redaction';
import type { ProjectSnapshot } from '../../domain/snapshot';
import { findRevealed } from './findRevealed';
import { locateRedactions } from './locateRedactions';

/** A hidden cell whose number the rest of its own table tells. `row` and `column` name it; `by` is the printed number that tells it. */
export type Subtraction = { caption: string | null; row: string; column: string; by: string };

/** Every hidden cell of the tables given that a printed total or difference gives away. */
export function findSubtractions(tables: Iterable<DataTable>, snapshot: ProjectSnapshot, redactions: readonly Redaction[]): Subtraction[] {
  if (!redactions.some(({ target }) => target.kind === 'cell' || target.kind === 'column')) return [];
  const located = locateRedactions(snapshot, redactions);
  return [...tables].flatMap((table) => {
    const isHidden = (row: number, col: number) => located.inCell(table, row, col) !== null;
    const numbers = table.rows.map(({ cells }, row) => cells.map((cell) => (row < table.headerRows || cell.covered ? null : cell.value)));
    const totals = table.rows.flatMap(({ role }, row) => (role === 'total' || role === 'subtotal' ? [row] : []));
    return findRevealed(numbers, isHidden, totals).map(({ row, col, by }) => ({
      caption: table.caption,
      row: table.rows[row]!.cells[0]?.text ?? '',
      column: table.columns[col]?.path.join(' / ') ?? '',
      by: table.rows[by.row]?.cells[by.col]?.text ?? '',
    }));
  });
}
