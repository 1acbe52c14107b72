import type { DataTable } from '../domain/dataTable';
import type { ColumnKind } from './columnKinds';
import type { TableGrid } from './tableGrid';
import { measureEms, measureLeastEms } from './textMeasure';

/** Least and preferred width of a column in twips, cell margins included. */
export type ColumnNeed = { least: number; preferred: number };

/** Left and right cell margin together, and room for a border. */
export const CELL_PADDING_TWIPS = 2 * 57 + 10;

/** Widest line, in em, that still asks for a wider column: of a body cell, and of a header cell, which may always wrap. */
const PREFERRED_EMS = 60;
const PREFERRED_HEADER_EMS = 8;

/** What each column needs at a font size in half points. */
export function measureColumns(table: DataTable, grid: TableGrid, sizeHalfPoints: number): ColumnNeed[] {
  const twipsPerEm = sizeHalfPoints * 10;
  const least: number[] = Array.from({ length: grid.columnCount }, () => 1);
  const preferred: number[] = Array.from({ length: grid.columnCount }, () => 2);
  const wide: { col: number; colSpan: number; ems: number }[] = [];
  for (const { cell, row, col, colSpan } of grid.cells) {
    const isHead = row < table.headerRows || table.rows[row]!.role === 'band';
    for (const line of cell.text.split('\n')) {
      const needed = measureLeastEms(line);
      if (colSpan > 1) {
        wide.push({ col, colSpan, ems: needed });
        continue;
      }
      least[col] = Math.max(least[col]!, needed);
      preferred[col] = Math.max(preferred[col]!, Math.min(measureEms(line), isHead ? PREFERRED_HEADER_EMS : PREFERRED_EMS));
    }
  }
  for (const { col, colSpan, ems } of wide) {
    const lacking = ems - sum(least.slice(col, col + colSpan));
    if (lacking > 0) for (let c = col; c < col + colSpan; c++) least[c] = least[c]! + lacking / colSpan;
  }
  const toTwips = (ems: number) => Math.ceil(ems * twipsPerEm) + CELL_PADDING_TWIPS;
  return least.map((ems, col) => ({ least: toTwips(ems), preferred: toTwips(Math.max(preferred[col]!, ems)) }));
}

/**
 * Column widths that add up to `widthTwips` exactly: between least and preferred in one proportion, beyond preferred in proportion to
 * it, and below least (a page too narrow for the table) in proportion to it. The last column takes the rounding.
 */
export function shareWidth(needs: readonly ColumnNeed[], widthTwips: number): number[] {
  const least = sum(needs.map((need) => need.least));
  const preferred = sum(needs.map((need) => need.preferred));
  const share = (need: ColumnNeed): number => {
    if (widthTwips >= preferred) return (need.preferred * widthTwips) / preferred;
    if (widthTwips <= least) return (need.least * widthTwips) / least;
    return need.least + ((need.preferred - need.least) * (widthTwips - least)) / (preferred - least);
  };
  const widths = needs.map((need) => Math.floor(share(need)));
  widths[widths.length - 1]! += widthTwips - sum(widths);
  return widths;
}

/** The needs with all columns of numbers as wide as the widest of them: amounts of several years stand better in equal columns. */
export function evenOutNumbers(needs: readonly ColumnNeed[], kinds: readonly ColumnKind[]): ColumnNeed[] {
  const numbers = needs.filter((_, col) => kinds[col] === 'number');
  const widest = {
    least: Math.max(0, ...numbers.map((need) => need.least)),
    preferred: Math.max(0, ...numbers.map((need) => need.preferred)),
  };
  return needs.map((need, col) => (kinds[col] === 'number' ? widest : need));
}

/** Sum of numbers. */
export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
