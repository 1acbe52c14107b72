import type { DataTable } from '../domain/dataTable';
import type { GridCell, TableGrid } from './tableGrid';
import { printLines } from './printLines';
import { NIL_MARKS, SERIAL_HEADERS } from './tableWords';
import { measureEms } from './textMeasure';

/** What a column holds, which decides how all its cells stand: numbers right, short text and serial numbers centred, long text left. */
export type ColumnKind = 'number' | 'short' | 'long';

/** Longest line, in em, of a column that counts as short text. */
const SHORT_EMS = 10;

/** The kind of each column, read from its body cells; cells across several columns and heads of bands do not count. */
export function findColumnKinds(table: DataTable, grid: TableGrid): ColumnKind[] {
  const byColumn: GridCell[][] = Array.from({ length: grid.columnCount }, () => []);
  for (const placed of grid.cells) {
    const isBody = placed.row >= table.headerRows && table.rows[placed.row]!.role !== 'band';
    if (isBody && placed.colSpan === 1) byColumn[placed.col]!.push(placed);
  }
  return byColumn.map((cells, col) => {
    const filled = cells.filter(({ cell }) => !NIL_MARKS.has(cell.text.trim()));
    const numbers = filled.filter(({ cell }) => cell.value !== null).length;
    if (filled.some(({ cell }) => !isShortText(cell.text))) return 'long';
    return numbers > 0 && numbers * 2 >= filled.length && !isSerialColumn(table, col) ? 'number' : 'short';
  });
}

/** True when no line of the text is longer than a short cell's; a cell across several columns may hold as much in each. */
export function isShortText(text: string, colSpan = 1): boolean {
  return printLines(text).every((line) => measureEms(line) <= SHORT_EMS * colSpan);
}

/** A table of names and values: two columns, the second of them text; it has no header, or a header over long text. */
export function isKeyValueTable(table: DataTable, kinds: readonly ColumnKind[]): boolean {
  return kinds.length === 2 && kinds[1] !== 'number' && (table.headerRows === 0 || kinds[1] === 'long');
}

function isSerialColumn(table: DataTable, col: number): boolean {
  return (table.columns[col]?.path ?? []).some((header) => SERIAL_HEADERS.has(header.replace(/\s/g, '')));
}
