import type { DataTable } from '../domain/dataTable';
import type { ColumnKind } from './columnKinds';
import type { TableGrid } from './tableGrid';
import { measureEms, measureLeastEms } from './textMeasure';

/**
 * Widths of a column in twips, cell margins included: `least` keeps numbers whole, `fair` keeps short text on one line and gives long
 * text a readable measure, `preferred` keeps every line and most headers whole. Each is at least the one before.
 */
export type ColumnNeed = { least: number; fair: number; preferred: number };

/** Left and right cell margin together, and room for a border. */
export const CELL_PADDING_TWIPS = 2 * 57 + 10;

/** Widest line, in em, that still asks for a wider column: of a body cell, and of a header cell, which may always wrap. */
const PREFERRED_EMS = 60;
const PREFERRED_HEADER_EMS = 8;

/** Measures at which text in a cell reads well enough: long text, and short text where long text needs the room. */
const FAIR_LONG_EMS = 8;
const FAIR_SHORT_EMS = 6;

/** What each column needs at a font size in half points. */
export function measureColumns(table: DataTable, grid: TableGrid, kinds: readonly ColumnKind[], sizeHalfPoints: number): ColumnNeed[] {
  const twipsPerEm = sizeHalfPoints * 10;
  const fairest = { number: PREFERRED_EMS, short: kinds.includes('long') ? FAIR_SHORT_EMS : PREFERRED_EMS, long: FAIR_LONG_EMS };
  const least: number[] = Array.from({ length: grid.columnCount }, () => 1);
  const fair: number[] = Array.from({ length: grid.columnCount }, () => 1);
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
      const whole = measureEms(line);
      if (!isHead) fair[col] = Math.max(fair[col]!, Math.min(whole, fairest[kinds[col]!]));
      preferred[col] = Math.max(preferred[col]!, Math.min(whole, isHead ? PREFERRED_HEADER_EMS : PREFERRED_EMS));
    }
  }
  for (const { col, colSpan, ems } of wide) {
    const lacking = ems - sum(least.slice(col, col + colSpan));
    if (lacking > 0) for (let c = col; c < col + colSpan; c++) least[c] = least[c]! + lacking / colSpan;
  }
  const toTwips = (ems: number) => Math.ceil(ems * twipsPerEm) + CELL_PADDING_TWIPS;
  return least.map((ems, col) => {
    const fairEms = Math.max(fair[col]!, ems);
    return { least: toTwips(ems), fair: toTwips(fairEms), preferred: toTwips(Math.max(preferred[col]!, fairEms)) };
  });
}

/**
 * Column widths that add up to `widthTwips` exactly: between two of the three needs in one proportion, beyond preferred in proportion
 * to it, and below least (a page too narrow for the table) in proportion to it. The last column takes the rounding.
 */
export function shareWidth(needs: readonly ColumnNeed[], widthTwips: number): number[] {
  const steps = (['least', 'fair', 'preferred'] as const).map((name) => needs.map((need) => need[name]));
  const upper = steps.find((step) => sum(step) >= widthTwips) ?? steps.at(-1)!;
  const lower = steps[steps.indexOf(upper) - 1];
  const widths = sum(upper) > widthTwips && lower ? interpolate(lower, upper, widthTwips) : scale(upper, widthTwips);
  const whole = widths.map(Math.floor);
  whole[whole.length - 1]! += widthTwips - sum(whole);
  return whole;
}

function interpolate(lower: readonly number[], upper: readonly number[], total: number): number[] {
  const share = (total - sum(lower)) / (sum(upper) - sum(lower));
  return lower.map((width, index) => width + (upper[index]! - width) * share);
}

function scale(widths: readonly number[], total: number): number[] {
  return widths.map((width) => (width * total) / sum(widths));
}

/** The needs with all columns of numbers as wide as the widest of them: amounts of several years stand better in equal columns. */
export function evenOutNumbers(needs: readonly ColumnNeed[], kinds: readonly ColumnKind[]): ColumnNeed[] {
  const numbers = needs.filter((_, col) => kinds[col] === 'number');
  const widest = {
    least: Math.max(0, ...numbers.map((need) => need.least)),
    fair: Math.max(0, ...numbers.map((need) => need.fair)),
    preferred: Math.max(0, ...numbers.map((need) => need.preferred)),
  };
  return needs.map((need, col) => (kinds[col] === 'number' ? widest : need));
}

/** Sum of numbers. */
export function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
