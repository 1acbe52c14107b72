import { isYear, squash } from './cellText';
import { ENTITY_ENDINGS, GENERIC_STUB_HEADS, HEADER_ENDINGS, RELATIVE_PERIODS } from './tableTerms';
import { readUnitLine } from './unitLine';
import { type ColumnProfile, isSameRow, isValueColumn, makeTextGrid, profileColumns, type TextGrid } from './textGrid';

/** How many leading rows are header, and which later rows head a second band. `sure` is false when only wording speaks for it. */
export type HeaderReading = { headerRows: number; bandRows: Set<number>; sure: boolean };

const MOST_HEADER_ROWS = 6;

/** Finds header rows and bands by what stands below them: a header names columns, its body holds values. */
export function inferHeader(grid: TextGrid): HeaderReading {
  const height = grid.texts.length;
  const none: HeaderReading = { headerRows: 0, bandRows: new Set(), sure: true };
  if (height < 2 || grid.width < 2) return none;
  if (isTitleRow(grid)) {
    const rest = dropFirstRow(grid);
    const below = inferHeader(rest);
    const isTitled = (r: number) => r > below.headerRows && countFilled(rest, r - 1) === 1 && rest.kinds[r - 1]![0] === 'text';
    const bandRows = new Set([...below.bandRows].flatMap((r) => (isTitled(r) ? [r, r + 1] : [r + 1])));
    return below.headerRows > 0 && below.sure ? { ...below, headerRows: below.headerRows + 1, bandRows } : none;
  }
  const first = readFirstRow(grid);
  if (first === 'none') return none;
  let headerRows = 1;
  while (headerRows < Math.min(MOST_HEADER_ROWS, height - 1) && isLowerHeaderRow(grid, headerRows)) headerRows += 1;
  return { headerRows, bandRows: findBands(grid, headerRows), sure: first === 'sure' };
}

/** A first row with nothing but a title or a unit line, over a table of its own. */
function isTitleRow(grid: TextGrid): boolean {
  if (countFilled(grid, 0) !== 1 || grid.texts.length < 3) return false;
  const at = grid.kinds[0]!.findIndex((kind) => kind !== 'blank');
  return grid.kinds[0]![at] === 'text' && (at === 0 || readUnitLine(grid.texts[0]![at]!) !== null);
}

function dropFirstRow(grid: TextGrid): TextGrid {
  return { width: grid.width, texts: grid.texts.slice(1), kinds: grid.kinds.slice(1) };
}

/** True when a table consists of header rows alone: its body stands behind a page end. */
export function isHeaderOnly(grid: TextGrid): boolean {
  const height = grid.texts.length;
  if (height === 0 || height > 3) return false;
  for (let r = 0; r < height; r += 1) {
    if (hasValues(grid, r)) return false;
    if (r > 0 && grid.kinds[r]![0] !== 'blank') return false;
  }
  return countFilled(grid, 0) >= 2;
}

/** A new table right after another begins with names over values; a continuation begins with values or with words over words. */
export function hasOwnHeader(rows: readonly string[][]): boolean {
  const grid = makeTextGrid(rows);
  const { headerRows } = inferHeader(grid);
  if (headerRows === 0) return false;
  const below = profileColumns(grid, headerRows);
  const named = grid.kinds[0]!.map((kind, c) => c > 0 && kind === 'text' && isValueColumn(below[c]!));
  const words = grid.kinds[0]!.filter((kind, c) => c > 0 && kind === 'text').length;
  const values = below.filter((profile, c) => c > 0 && isValueColumn(profile)).length;
  const over = named.filter((isNamed) => isNamed).length;
  return over > 0 && (over * 2 >= words || headerRows > 1) && (over * 2 >= values || headerRows > 1);
}

/** Wording that names a column: a noun of HEADER_ENDINGS, a period, a generic stub head. */
function looksLikeHeaderText(text: string): boolean {
  const plain = squash(text).replace(/\(.*?\)$|%$/g, '');
  if (plain === '' || plain.length > 24) return false;
  if (GENERIC_STUB_HEADS.has(plain) || /^(?:19|20)\d{2}年?/.test(plain)) return true;
  return RELATIVE_PERIODS.some((period) => plain.startsWith(period)) || HEADER_ENDINGS.some((ending) => plain.endsWith(ending));
}

function readFirstRow(grid: TextGrid): 'sure' | 'worded' | 'none' {
  const texts = grid.texts[0]!;
  const filled = countFilled(grid, 0);
  if (filled < 2) return 'none';
  const below = profileColumns(grid, 1);
  if (hasValues(grid, 0) || grid.kinds[0]!.some((kind, c) => kind === 'date' && below[c]!.number === 0)) return 'none';
  const contrast = below.some((profile, c) => c > 0 && grid.kinds[0]![c] !== 'blank' && isValueColumn(profile));
  const stub = squash(texts[0]!).replace(/[/(].*$/, '');
  const namesThing = grid.width === 2 && stub.endsWith('名称') && !contrast && (/\d/.test(texts[1]!) || !looksLikeHeaderText(texts[1]!));
  if (namesThing) return 'none';
  if (GENERIC_STUB_HEADS.has(stub)) return 'sure';
  if (grid.width === 2) {
    const entity = ENTITY_ENDINGS.some((ending) => squash(texts[1]!).endsWith(ending));
    if (contrast && !entity && isMostly(below[1]!, 'number')) return 'sure';
    return looksLikeHeaderText(texts[0]!) && looksLikeHeaderText(texts[1]!) && !entity ? 'worded' : 'none';
  }
  if (contrast) return 'sure';
  const worded = texts.filter((text) => looksLikeHeaderText(text)).length;
  if (worded * 2 >= filled) return 'worded';
  return filled === grid.width && isShorterThanBody(grid) ? 'worded' : 'none';
}

function isLowerHeaderRow(grid: TextGrid, r: number): boolean {
  if (hasValues(grid, r) || grid.kinds[r]!.includes('date') || grid.kinds[r]!.includes('nil')) return false;
  let words = 0;
  for (let c = 1; c < grid.width; c += 1) if (grid.kinds[r]![c] !== 'blank') words += 1;
  if (words === 0) return false;
  if (grid.kinds[r]![0] === 'blank') return true;
  if (words < 2) return false;
  const below = profileColumns(grid, r + 1);
  const named = below.filter((_, c) => c > 0 && grid.kinds[r]![c] !== 'blank');
  return named.every((profile) => profile.text === 0) && below.some((profile, c) => c > 0 && isValueColumn(profile));
}

/**
 * A second band: a row of words in mid-table that repeats the header, or one above values that is worded as a header; row r+1 may be its second level.
 */
function findBands(grid: TextGrid, headerRows: number): Set<number> {
  const bands = new Set<number>();
  const height = grid.texts.length;
  for (let r = headerRows; r + 1 < height; r += 1) {
    const words = wordColumns(grid, r);
    if (words.length === 0 || hasValues(grid, r) || grid.kinds[r]!.includes('nil') || grid.kinds[r]!.includes('date')) continue;
    const repeated = words.filter((c) => isHeaderTextOfColumn(grid, headerRows, c, grid.texts[r]![c]!)).length;
    const worded = words.filter((c) => looksLikeHeaderText(grid.texts[r]![c]!)).length;
    if (countFilled(grid, r) < 2 || (repeated * 2 < words.length && worded * 2 < words.length)) continue;
    if (repeated >= 2 && repeated * 2 >= words.length) {
      bands.add(r);
      continue;
    }
    const second = r + 2 < height && isSecondLevel(grid, headerRows, r + 1) ? r + 1 : null;
    const body = (second ?? r) + 1;
    const above = words.filter((c) => grid.kinds[body]![c] === 'number' || grid.kinds[body]![c] === 'nil').length;
    const inBlankColumns = grid.kinds[body]!.includes('number');
    if (second === null ? above * 2 < words.length || above === 0 : !inBlankColumns) continue;
    bands.add(r);
    if (second !== null) {
      bands.add(second);
      r = second;
    }
  }
  return bands;
}

function isSecondLevel(grid: TextGrid, headerRows: number, r: number): boolean {
  return headerRows > 1 && isSameRow(grid.texts[r]!.slice(1), grid.texts[headerRows - 1]!.slice(1));
}

function wordColumns(grid: TextGrid, r: number): number[] {
  const columns: number[] = [];
  for (let c = 1; c < grid.width; c += 1) if (grid.kinds[r]![c] === 'text') columns.push(c);
  return columns;
}

function isHeaderTextOfColumn(grid: TextGrid, headerRows: number, c: number, text: string): boolean {
  for (let r = 0; r < headerRows; r += 1) if (squash(grid.texts[r]![c]!) === squash(text)) return true;
  return false;
}

function isMostly(profile: ColumnProfile, kind: 'number'): boolean {
  return profile[kind] + profile.nil > 0 && (profile[kind] + profile.nil) * 2 > profile.filled;
}

function isShorterThanBody(grid: TextGrid): boolean {
  let header = 0;
  let body = 0;
  let cells = 0;
  for (const text of grid.texts[0]!) header += squash(text).length;
  for (let r = 1; r < grid.texts.length; r += 1) {
    for (const text of grid.texts[r]!) {
      if (text === '') continue;
      body += squash(text).length;
      cells += 1;
    }
  }
  return cells > 0 && (header / grid.width) * 2 < body / cells;
}

function hasValues(grid: TextGrid, r: number): boolean {
  return grid.kinds[r]!.some((kind, c) => kind === 'number' && !isYear(grid.texts[r]![c]!));
}

function countFilled(grid: TextGrid, r: number): number {
  return grid.kinds[r]!.filter((kind) => kind !== 'blank').length;
}
