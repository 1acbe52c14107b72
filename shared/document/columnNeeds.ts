import type { DataTable } from '../domain/dataTable';
import type { TableGrid } from './tableGrid';
import { printLines } from './printLines';
import { measureEms, measureLeastEms } from './textMeasure';

/** Widths of a column in twips, cell margins included: `least` keeps numbers whole, `preferred` keeps every line and most headers whole. */
export type ColumnNeed = { least: number; preferred: number };

/** Lines of one cell of one column, in the rows it covers. */
export type ColumnText = { col: number; row: number; rowSpan: number; lines: readonly { text: string; ems: number }[] };

/** What the columns of a table need at a font size; those of `even` stand equally wide. */
export type TableNeeds = { columns: ColumnNeed[]; texts: ColumnText[]; rowCount: number; twipsPerEm: number; even: readonly number[] };

/** Left and right cell margin together, and room for a border. */
export const CELL_PADDING_TWIPS = 2 * 57 + 10;

/** Widest line, in em, that still asks for a wider column: of a body cell, and of a header cell, which may always wrap. */
const PREFERRED_EMS = 60;
const PREFERRED_HEADER_EMS = 8;

/** What each column needs at a font size in half points. */
export function measureColumns(table: DataTable, grid: TableGrid, sizeHalfPoints: number): TableNeeds {
  const twipsPerEm = sizeHalfPoints * 10;
  const least: number[] = Array.from({ length: grid.columnCount }, () => 1);
  const preferred: number[] = Array.from({ length: grid.columnCount }, () => 2);
  const wide: { col: number; colSpan: number; ems: number }[] = [];
  const texts: ColumnText[] = [];
  for (const { cell, row, col, colSpan, rowSpan } of grid.cells) {
    const isHead = row < table.headerRows || table.rows[row]!.role === 'band';
    const lines = printLines(cell.text).map((text) => ({ text, ems: measureEms(text) }));
    const needed = Math.max(...lines.map(({ text }) => measureLeastEms(text)));
    if (colSpan > 1) {
      wide.push({ col, colSpan, ems: needed });
      continue;
    }
    texts.push({ col, row, rowSpan, lines });
    least[col] = Math.max(least[col]!, needed);
    const longest = Math.max(...lines.map(({ ems }) => ems));
    preferred[col] = Math.max(preferred[col]!, Math.min(longest, isHead ? PREFERRED_HEADER_EMS : PREFERRED_EMS));
  }
  for (const { col, colSpan, ems } of wide) {
    const lacking = ems - sum(least.slice(col, col + colSpan));
    if (lacking > 0) for (let c = col; c < col + colSpan; c++) least[c] = least[c]! + lacking / colSpan;
  }
  const toTwips = (ems: number) => Math.ceil(ems * twipsPerEm) + CELL_PADDING_TWIPS;
  const columns = least.map((ems, col) => ({ least: toTwips(ems), preferred: toTwips(Math.max(preferred[col]!, ems)) }));
  return { columns, texts, rowCount: table.rows.length, twipsPerEm, even: [] };
}

/** Sum of numbers. */
export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
