import { assert } from '../util/assert';
import { type CellKind, getCellKind, squash } from './cellText';

/** A table as bare text with the kind of every position: what the inferring functions read. Rectangular. */
export type TextGrid = { width: number; texts: string[][]; kinds: CellKind[][] };

/** Builds a grid from rows of printed text; short rows are padded with blanks. */
export function makeTextGrid(rows: readonly (readonly string[])[]): TextGrid {
  let width = 0;
  for (const row of rows) width = Math.max(width, row.length);
  const texts = rows.map((row) => Array.from({ length: width }, (_, c) => row[c] ?? ''));
  return { width, texts, kinds: texts.map((row) => row.map(getCellKind)) };
}

/** How a column's cells divide over the kinds, from a row on; `filled` counts all but blanks. */
export type ColumnProfile = { filled: number; number: number; date: number; nil: number; text: number; rows: number };

/** One profile per column of the rows from `start` to before `end`. */
export function profileColumns(grid: TextGrid, start: number, end: number = grid.texts.length): ColumnProfile[] {
  assert(start >= 0 && end <= grid.texts.length, 'profiled rows lie inside the grid');
  const profiles = Array.from({ length: grid.width }, () => ({
    filled: 0,
    number: 0,
    date: 0,
    nil: 0,
    text: 0,
    rows: Math.max(0, end - start),
  }));
  for (let r = start; r < end; r += 1) {
    const kinds = grid.kinds[r]!;
    for (let c = 0; c < grid.width; c += 1) {
      const kind = kinds[c]!;
      if (kind === 'blank') continue;
      const profile = profiles[c]!;
      profile.filled += 1;
      profile[kind] += 1;
    }
  }
  return profiles;
}

/** A column of amounts: most of what is printed in it are numbers, dates or nil marks, and some are numbers. */
export function isValueColumn(profile: ColumnProfile): boolean {
  return profile.number > 0 && (profile.number + profile.date + profile.nil) * 2 >= profile.filled;
}

/** A column of words. */
export function isTextColumn(profile: ColumnProfile): boolean {
  return profile.text * 2 > profile.filled;
}

/** True when two rows print the same, white space and trailing blanks aside. */
export function isSameRow(first: readonly string[], second: readonly string[]): boolean {
  const length = Math.max(first.length, second.length);
  for (let c = 0; c < length; c += 1) {
    if (squash(first[c] ?? '') !== squash(second[c] ?? '')) return false;
  }
  return true;
}
