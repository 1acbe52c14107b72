import type { TableDoubt } from '../domain/dataTable';
import { assert } from '../util/assert';
import { isBlank, squash } from './cellText';
import { continuesFullLines, foldRow, isContinuedRow } from './continuedRow';
import { extendSpans } from './extendSpans';
import { fitColumns } from './fitColumns';
import { hasOwnHeader, inferHeader, isHeaderOnly } from './inferHeader';
import type { RawCell, RawPart, RawTable } from './rawTable';
import { getTotalKind, isContinuedMark } from './rowLabels';
import { spreadHeader } from './spreadHeader';
import { isSameRow, makeTextGrid } from './textGrid';
import { collectVocabulary, type Vocabulary } from './vocabulary';
import { type Message, message } from '../domain/message';

/** Rows at either end of a long table that are looked at: more would make many-paged tables slow and tell nothing new. */
const ROWS_LOOKED_AT = 60;

/**
 * Joins tables that stand directly after one another because a page ended in the middle: repeated headers are dropped, a row cut in two is folded
 * cell by cell, columns a converter lost are put back, a header cut from its body is set over it. Every join is a doubt of the table; tables with a
 * header of their own stay apart.
 */
export function joinTableParts(parts: readonly RawPart[]): RawPart[] {
  const vocabulary = collectVocabulary(parts);
  const joined: RawPart[] = [];
  for (const part of parts) {
    const mark = joined.at(-1);
    const isMarked = mark?.type === 'paragraph' && isContinuedMark(mark.text);
    const before = isMarked ? joined.at(-2) : mark;
    const table = part.type === 'table' && before?.type === 'table' ? continueTable(before.table, part.table, vocabulary, isMarked) : null;
    if (!table) {
      joined.push(part.type === 'table' ? { type: 'table', table: openTable(part.table) } : part);
      continue;
    }
    joined.splice(isMarked ? -2 : -1, 2, { type: 'table', table });
  }
  return joined;
}

/**
 * The table with its continuation, or null when the second is a table of its own. Behind a mark such as （续） only a repeated header shows that it is
 * the same table: most tables so marked hold another period.
 */
function continueTable(table: RawTable, next: RawTable, vocabulary: Vocabulary, isMarked: boolean): RawTable | null {
  if (table.spansKnown !== next.spansKnown) return null;
  const before = takeTexts(table.cells);
  const after = takeTexts(next.cells);
  const headerOnly = table.cells.length <= ROWS_LOOKED_AT && isHeaderOnly(makeTextGrid(before));
  const { headerRows } = inferHeader(makeTextGrid(before));
  const ended = before.length > 1 && isGrandTotal(before.at(-1)!);
  const repeated = countRepeatedRows(before, after, Math.max(headerRows, headerOnly ? before.length : 1));
  if (repeated > 0) {
    if (ended && isGrandTotal(after.at(-1)!)) return null;
    const reason = message(isMarked ? 'doubt.markAndHeaderRepeated' : 'doubt.headerRepeated', { count: repeated });
    return appendRows(
      table,
      { ...next, cells: next.cells.slice(repeated) },
      { reason, vocabulary, bodyFrom: headerOnly ? null : headerRows, dropped: repeated },
    );
  }
  if (isMarked) return null;
  if (table.lastRow === 'cut' || isCutBetweenLines(table, next))
    return appendRows(table, next, { reason: null, vocabulary, bodyFrom: 0, dropped: 0 });
  if (headerOnly && before[0]!.length < after[0]!.length && !isSameWidth(table, next)) return setHeaderOver(table, next, after);
  if (!headerOnly && ended && before[0]!.length !== after[0]!.length && !isSameWidth(table, next)) return null;
  if (!headerOnly && hasOwnHeader(after) && (ended || !goesOnDespiteHeader(before, after, headerRows, isSameWidth(table, next))))
    return null;
  const blank = next.cells[0]!.map((_, c) => next.cells.every((row) => isBlank(row[c]!.text)));
  const fitted = fitColumns(before, after, { headerRows, isSameWidth: isSameWidth(table, next), blank, vocabulary });
  if (!fitted) return null;
  const cells = next.cells.map((row) => fitted.columns.map((from) => (from === null ? blankCell() : row[from]!)));
  return appendRows(table, { ...next, cells }, { reason: fitted.reason, vocabulary, bodyFrom: headerOnly ? 0 : headerRows, dropped: 0 });
}

/** Only a file that is drawn shows that a page ended between two lines of a row. */
function isCutBetweenLines(table: RawTable, next: RawTable): boolean {
  const [last, first] = [table.cells.at(-1), next.cells[0]];
  if (!last || !first || table.lastRow === 'whole' || last.length !== first.length) return false;
  return continuesFullLines(last.map(getText), first.map(getText), table.lastRoom ?? []);
}

function isSameWidth(table: RawTable, next: RawTable): boolean {
  const printed = next.printedWidth ?? next.cells[0]!.length;
  return printed === (table.printedWidth ?? table.cells[0]!.length) || printed === table.cells[0]!.length;
}

function isGrandTotal(row: readonly string[]): boolean {
  return getTotalKind(row.find((text) => !isBlank(text)) ?? '') === 'total';
}

/**
 * Rows that read like a header but belong to the table before: a second band (the header again under another stub head), the second row of a band,
 * rows of a group whose label stands before the page end, and rows that leave a whole column blank.
 */
function goesOnDespiteHeader(before: readonly string[][], after: readonly string[][], headerRows: number, isSameWidth: boolean): boolean {
  const first = after[0]!;
  if (headerRows > 0 && isSameRow(before[0]!.slice(1), first.slice(1)) && first.slice(1).some((text) => !isBlank(text))) return true;
  if (headerRows > 1 && isSameRow(before[headerRows - 1]!, first)) return true;
  const own = inferHeader(makeTextGrid(after)).headerRows;
  if (isBlank(first[0]!) && isBlank(after[own]?.[0] ?? 'end')) return true;
  const width = Math.max(before[0]!.length, first.length);
  const isUnused = (rows: readonly string[][], c: number) => rows.every((row) => isBlank(row[c] ?? ''));
  return isSameWidth && Array.from({ length: width }, (_, c) => c).some((c) => isUnused(after, c) && !isUnused(before, c));
}

function countRepeatedRows(before: readonly string[][], after: readonly string[][], most: number): number {
  let repeated = 0;
  while (repeated < Math.min(most, after.length, before.length) && isSameRow(before[repeated]!, after[repeated]!)) repeated += 1;
  const filled = after[0]!.filter((text) => !isBlank(text)).length;
  return filled >= 2 && repeated > 0 ? repeated : countRearrangedRows(before, after);
}

/** A repeated header whose merged labels were printed in another of their rows: the same labels in the same number of header rows. */
function countRearrangedRows(before: readonly string[][], after: readonly string[][]): number {
  const rows = inferHeader(makeTextGrid(before)).headerRows;
  if (rows < 2 || inferHeader(makeTextGrid(after)).headerRows !== rows) return 0;
  return listLabels(before, rows) === listLabels(after, rows) ? rows : 0;
}

function listLabels(rows: readonly string[][], count: number): string {
  return rows
    .slice(0, count)
    .flat()
    .map(squash)
    .filter((text) => text !== '')
    .sort()
    .join('|');
}

type AppendOptions = {
  reason: Message | null;
  vocabulary: Vocabulary /** Header rows of the table; none when its last row may not be continued. */;
  bodyFrom: number | null;
  dropped: number;
};

/** A copy that pages may be added to in place: a table of many pages is not copied with each of them. */
function openTable(table: RawTable): RawTable {
  return { ...table, cells: [...table.cells], doubts: [...(table.doubts ?? [])] };
}

/** Puts the rows of the next page under an open table; the first may be the second half of its last. */
function appendRows(table: RawTable, next: RawTable, { reason, vocabulary, bodyFrom, dropped }: AppendOptions): RawTable {
  const { cells } = table;
  const at = cells.length;
  const reasons: Message[] = reason === null ? [] : [reason];
  const first = next.cells[0];
  const isFolded =
    bodyFrom !== null &&
    first !== undefined &&
    table.lastRow !== 'whole' &&
    (table.lastRow === 'cut' ||
      isCutBetweenLines(table, next) ||
      isContinuedRow(takeTexts(cells).slice(bodyFrom), first.map(getText), vocabulary));
  table.lastRow = next.lastRow;
  table.lastRoom = next.lastRoom ?? [];
  if (isFolded) {
    const folded = foldRow(cells[at - 1]!, first);
    cells[at - 1] = folded.row;
    reasons.push(message('doubt.rowCut'));
    if (folded.doubled) reasons.push(message('doubt.textDoubled'));
  }
  const width = Math.max(cells[0]!.length, first?.length ?? 0);
  if (cells[0]!.length < width) cells.forEach((row, r) => (cells[r] = widenRow(row, width)));
  for (const row of isFolded ? next.cells.slice(1) : next.cells) cells.push(widenRow(row, width));
  if (table.spansKnown) extendSpans(cells, at, isFolded ? first : null);
  const doubts = (table.doubts ??= []);
  doubts.push({
    about: 'join',
    row: Math.min(at, cells.length - 1),
    reason: message('doubt.joined', { reasons, where: sayStart(next.place) }),
  });
  for (const doubt of next.doubts ?? [])
    doubts.push(doubt.row === undefined ? doubt : { ...doubt, row: Math.max(0, doubt.row - dropped + at) });
  table.place = extendPlace(table, next);
  return table;
}

/** Where in the file the joined part begins. */
function sayStart({ page, line }: RawTable['place']): Message | null {
  if (page !== undefined) return message('doubt.fromPage', { page });
  return line === undefined ? null : message('doubt.fromLine', { line });
}

function widenRow(row: readonly RawCell[], width: number): RawCell[] {
  return row.length === width ? [...row] : [...row, ...Array.from({ length: width - row.length }, blankCell)];
}

/** A header that lost its body to the next page, printed with fewer columns than the body has. */
function setHeaderOver(table: RawTable, next: RawTable, after: readonly string[][]): RawTable | null {
  const spread = spreadHeader(takeTexts(table.cells), after);
  if (!spread) return null;
  const cells = spread.map((row) => row.map((text) => ({ ...blankCell(), text })));
  const doubt: TableDoubt = { about: 'join', row: 0, reason: message('doubt.headerCut') };
  return {
    ...table,
    cells: [...cells, ...next.cells.slice(1)],
    printedWidth: next.printedWidth,
    place: extendPlace(table, next),
    doubts: [...(table.doubts ?? []), doubt, ...(next.doubts ?? [])],
  };
}

function extendPlace(table: RawTable, next: RawTable): RawTable['place'] {
  return next.place.endLine === undefined ? table.place : { ...table.place, endLine: next.place.endLine };
}

/** Texts of the rows at both ends of a table. */
function takeTexts(cells: readonly (readonly RawCell[])[]): string[][] {
  assert(cells.length > 0, 'a table has at least one row');
  const rows = cells.length <= ROWS_LOOKED_AT * 2 ? cells : [...cells.slice(0, ROWS_LOOKED_AT), ...cells.slice(-ROWS_LOOKED_AT)];
  return rows.map((row) => row.map(getText));
}

function getText(cell: RawCell): string {
  return cell.text;
}

function blankCell(): RawCell {
  return { text: '', rowSpan: 1, colSpan: 1, covered: false };
}
