import type { RowRole } from '../domain/dataTable';
import { isBlank } from './cellText';

type BandRow = { role: RowRole; cells: readonly { text: string; colSpan: number }[] };

/**
 * What further header rows of a table print over its columns, as they are passed from top to bottom: one path per column, outermost first, empty where a
 * band prints nothing. Null before the first band.
 */
export type BandPaths = readonly (readonly string[])[] | null;

/** The paths below a row, given those above it and the row before it: rows of one band follow each other. */
export function passRow(paths: BandPaths, row: BandRow, before: BandRow | undefined): BandPaths {
  if (row.role !== 'band') return paths;
  const next: string[][] = row.cells.map((_, col) => [...((before?.role === 'band' && paths?.[col]) || [])]);
  row.cells.forEach(({ text, colSpan }, col) => {
    if (!isBlank(text)) for (let at = col; at < col + colSpan; at += 1) next[at]?.push(text);
  });
  return next;
}

/** The header path of a column for a row below these bands. */
export function chooseColumnPath(path: readonly string[], bands: BandPaths, col: number): readonly string[] {
  const own = bands?.[col];
  return own && own.length > 0 ? own : path;
}

/** What all bands of a table print over a column, top to bottom, without what its header says already. */
export function listBandTexts(rows: readonly BandRow[], path: readonly string[], col: number): string[] {
  const texts: string[] = [];
  let bands: BandPaths = null;
  rows.forEach((row, position) => {
    bands = passRow(bands, row, rows[position - 1]);
    if (row.role === 'band') for (const text of bands?.[col] ?? []) if (!path.includes(text) && !texts.includes(text)) texts.push(text);
  });
  return texts;
}
