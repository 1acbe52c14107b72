import { getCellKind, squash } from './cellText';
import { getTotalKind } from './rowLabels';
import { type ColumnProfile, makeTextGrid, profileColumns } from './textGrid';
import { completes, type Vocabulary } from './vocabulary';

/** Where each column of a narrower fragment belongs in the table it continues, and how badly it fits (0 is perfect). */
export type ColumnAlignment = { columns: number[]; cost: number };

/**
 * Finds the columns a fragment lost at a page end (a converter drops columns that are blank on a page): the order-keeping placement whose cells fit
 * the table's columns best. `null` when the fragment is not narrower.
 */
export function alignColumns(
  table: readonly (readonly string[])[],
  fragment: readonly (readonly string[])[],
  headerRows: number,
  vocabulary: Vocabulary,
): ColumnAlignment | null {
  const width = table[0]?.length ?? 0;
  const narrow = fragment.reduce((widest, row) => Math.max(widest, row.length), 0);
  if (narrow >= width || narrow === 0) return null;
  const grid = makeTextGrid(table.map((row) => [...row]));
  const profiles = profileColumns(grid, Math.min(headerRows, grid.texts.length - 1));
  const lastRow = table.at(-1)!;
  const onlyTotals = fragment.every((row) => getTotalKind(row.find((text) => squash(text) !== '') ?? '') !== null);
  const continues = fragment.length <= 1 && fragment.every((row) => row.every((text) => getCellKind(text) !== 'number'));
  const place = (col: number, at: number) =>
    fragment.reduce((sum, row) => sum + placeCost(row[col] ?? '', profiles[at]!, at, continues ? lastRow[at]! : null, vocabulary), 0);
  const skip = (at: number) => {
    const density = profiles[at]!.rows === 0 ? 0 : profiles[at]!.filled / profiles[at]!.rows;
    if (continues || (onlyTotals && profiles[at]!.number === 0)) return 0;
    return density * fragment.length;
  };
  const best: { cost: number; took: boolean }[][] = Array.from({ length: narrow + 1 }, () => []);
  for (let at = width; at >= 0; at -= 1) {
    for (let col = narrow; col >= 0; col -= 1) {
      if (at === width) {
        best[col]![at] = { cost: col === narrow ? 0 : Number.POSITIVE_INFINITY, took: false };
        continue;
      }
      const skipped = best[col]![at + 1]!.cost + skip(at);
      const taken = col < narrow ? best[col + 1]![at + 1]!.cost + place(col, at) : Number.POSITIVE_INFINITY;
      best[col]![at] = taken <= skipped ? { cost: taken, took: true } : { cost: skipped, took: false };
    }
  }
  const columns: number[] = [];
  for (let at = 0, col = 0; at < width && col < narrow; at += 1) {
    if (!best[col]![at]!.took) continue;
    columns.push(at);
    col += 1;
  }
  return { columns, cost: best[0]![0]!.cost / fragment.length };
}

function placeCost(text: string, profile: ColumnProfile, at: number, continued: string | null, vocabulary: Vocabulary): number {
  const kind = getCellKind(text);
  const filled = Math.max(1, profile.filled);
  if (continued !== null) {
    if (kind === 'blank') return 0;
    if (getCellKind(continued) === 'number') return 10;
    if (squash(continued) === '') return 1;
    return completes(continued, text, vocabulary) ? -1 : 0.5;
  }
  if (kind === 'blank') return (0.2 * profile.filled) / Math.max(1, profile.rows);
  if (kind === 'nil') return 0.1;
  if (kind === 'number') return profile.filled === 0 ? 0.6 : 1 - (profile.number + profile.nil) / filled;
  if (at === 0) return 0;
  return profile.filled === 0 ? 0.6 : 1 - (profile.text + profile.date) / filled;
}
