import type { Place } from '../domain/place';
import { isBlank } from './cellText';
import { hasOwnHeader, inferHeader } from './inferHeader';
import type { RawCell, RawPart, RawTable } from './rawTable';
import { isNoteLine } from './surroundings';
import { makeTextGrid } from './textGrid';
import { readUnitLine } from './unitLine';
import { message } from '../domain/message';

/** A rectangle of a sheet, rows and columns from 0, ends excluded. */
export type SheetRange = { top: number; left: number; bottom: number; right: number };

const LONG_TEXT = 20;

/**
 * Parts of a sheet in reading order: blank rows and columns separate tables, single cells above a table are its title and unit line, single cells below
 * it are notes. A table goes on behind a blank row when what follows has no header of its own. `placeOf` names a rectangle of the sheet.
 */
export function splitSheet(cells: readonly (readonly RawCell[])[], spansKnown: boolean, placeOf: (range: SheetRange) => Place): RawPart[] {
  const parts: RawPart[] = [];
  let open: { range: SheetRange; part: RawPart & { type: 'table' } } | null = null;
  for (const [top, bottom] of findRuns(cells.length, separatingRows(cells))) {
    const block = splitBlock(cells, top, bottom);
    const only: SheetRange | null = block.ranges.length === 1 && block.above.length === 0 ? block.ranges[0]! : null;
    const continued =
      open && only && open.range.left === only.left && open.range.right === only.right
        ? joinBehindBlank(open.part.table, takeRange(cells, only))
        : null;
    if (open && continued && only) {
      const range: SheetRange = { ...open.range, bottom: only.bottom };
      open.part.table = { ...continued, place: placeOf(range) };
      open = { range, part: open.part };
    } else {
      for (const at of block.above) parts.push(paragraphOf(cells, at, placeOf));
      open = null;
      for (const range of block.ranges) {
        const table: RawTable = { cells: takeRange(cells, range), spansKnown, markedHeaderRows: null, place: placeOf(range) };
        const part: RawPart & { type: 'table' } = { type: 'table', table };
        parts.push(part);
        open = block.ranges.length === 1 ? { range, part } : null;
      }
    }
    for (const at of block.below) parts.push(paragraphOf(cells, at, placeOf));
    if (block.below.length > 0) open = null;
  }
  return parts;
}

type CellAt = { row: number; col: number };

function paragraphOf(cells: readonly (readonly RawCell[])[], { row, col }: CellAt, placeOf: (range: SheetRange) => Place): RawPart {
  return {
    type: 'paragraph',
    text: cells[row]![col]!.text.trim(),
    place: placeOf({ top: row, left: col, bottom: row + 1, right: col + 1 }),
  };
}

/** Rows without text that no vertical merge crosses. */
function separatingRows(cells: readonly (readonly RawCell[])[]): boolean[] {
  const separating = cells.map((row) => row.every((cell) => isBlank(cell.text)));
  cells.forEach((row, r) => {
    for (const cell of row) for (let down = 1; down < cell.rowSpan; down += 1) separating[r + down] = false;
  });
  return separating;
}

function findRuns(length: number, separating: readonly boolean[]): [number, number][] {
  const runs: [number, number][] = [];
  for (let i = 0; i < length; i += 1) {
    if (separating[i]) continue;
    const last = runs.at(-1);
    if (last && last[1] === i) last[1] = i + 1;
    else runs.push([i, i + 1]);
  }
  return runs;
}

/** One run of rows: single cells above and below, and the tables between them, side by side ones apart. */
function splitBlock(
  cells: readonly (readonly RawCell[])[],
  top: number,
  bottom: number,
): { above: CellAt[]; ranges: SheetRange[]; below: CellAt[] } {
  const above: CellAt[] = [];
  const below: CellAt[] = [];
  let first = top;
  let last = bottom;
  for (; first < last; first += 1) {
    const filled = filledCells(cells[first]!, first);
    const heads = filled.length === 1 || filled.some(({ col }) => readUnitLine(cells[first]![col]!.text) !== null);
    if (!heads || cells[first]!.some((cell) => cell.rowSpan > 1 && !isBlank(cell.text))) break;
    above.push(...filled);
  }
  for (; last > first + 1; last -= 1) {
    const filled = filledCells(cells[last - 1]!, last - 1);
    const cell = filled.length === 1 ? cells[last - 1]![filled[0]!.col]! : null;
    if (
      !cell ||
      !(isNoteLine(cell.text) || cell.text.length > LONG_TEXT) ||
      cells[last - 1]!.some((other) => other.covered && !isCoveredFrom(cells, last - 1, other))
    )
      break;
    below.unshift(...filled);
  }
  const ranges: SheetRange[] = [];
  for (const range of findColumnRanges(cells, first, last)) {
    if (range.right - range.left > 1) ranges.push(range);
    else for (let r = range.top; r < range.bottom; r += 1) above.push(...filledCells(cells[r]!, r).filter(({ col }) => col === range.left));
  }
  return { above, ranges, below };
}

/** True when a covered position of a row belongs to a merge that starts in the same row. */
function isCoveredFrom(cells: readonly (readonly RawCell[])[], row: number, cell: RawCell): boolean {
  const at = cells[row]!.indexOf(cell);
  for (let c = at; c >= 0; c -= 1) {
    const anchor = cells[row]![c]!;
    if (!anchor.covered) return c + anchor.colSpan > at;
  }
  return false;
}

function filledCells(row: readonly RawCell[], r: number): CellAt[] {
  return row.flatMap((cell, col) => (isBlank(cell.text) ? [] : [{ row: r, col }]));
}

/** Column ranges of the rows [top, bottom), parted by blank columns when every side is a table of its own. */
function findColumnRanges(cells: readonly (readonly RawCell[])[], top: number, bottom: number): SheetRange[] {
  if (bottom <= top) return [];
  const width = cells[0]!.length;
  const blank = Array.from({ length: width }, () => true);
  const crossed = Array.from({ length: width }, () => false);
  for (let r = top; r < bottom; r += 1) {
    cells[r]!.forEach((cell, c) => {
      if (isBlank(cell.text) && cell.colSpan === 1) return;
      blank[c] = false;
      for (let right = 1; right < cell.colSpan; right += 1) crossed[c + right] = true;
    });
  }
  const runs = findRuns(
    width,
    blank.map((isEmpty, c) => isEmpty && !crossed[c]),
  );
  if (runs.length === 0) return [];
  const apart = runs.length > 1 && runs.every(([left, right]) => right - left > 1);
  const ranges = apart ? runs : [[runs[0]![0], runs.at(-1)![1]] as [number, number]];
  return ranges.map(([left, right]) => ({ top, left, bottom, right }));
}

function takeRange(cells: readonly (readonly RawCell[])[], { top, left, bottom, right }: SheetRange): RawCell[][] {
  return cells.slice(top, bottom).map((row, r) =>
    row.slice(left, right).map((cell, c) => {
      const rowSpan = Math.min(cell.rowSpan, bottom - top - r);
      const colSpan = Math.min(cell.colSpan, right - left - c);
      return { ...cell, rowSpan, colSpan };
    }),
  );
}

/** The table with the rows that stand behind a blank row, or null when they begin a table of their own. */
function joinBehindBlank(table: RawTable, rows: readonly RawCell[][]): RawTable | null {
  const texts = rows.map((row) => row.map((cell) => cell.text));
  if (inferHeader(makeTextGrid(table.cells.map((row) => row.map((cell) => cell.text)))).headerRows === 0 || hasOwnHeader(texts))
    return null;
  const doubts = [...(table.doubts ?? []), { about: 'join' as const, row: table.cells.length, reason: message('doubt.behindBlank') }];
  return { ...table, cells: [...table.cells, ...rows], doubts };
}
