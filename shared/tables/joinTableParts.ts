import type { TableDoubt } from '../domain/dataTable';
import { assert } from '../util/assert';
import { alignColumns } from './alignColumns';
import { collectVocabulary, type Vocabulary } from './vocabulary';
import { isBlank, squash } from './cellText';
import { foldRow, isContinuedRow } from './continuedRow';
import { hasOwnHeader, inferHeader, isHeaderOnly } from './inferHeader';
import type { RawCell, RawPart, RawTable } from './rawTable';
import { getTotalKind } from './rowLabels';
import { spreadHeader } from './spreadHeader';
import { isSameRow, makeTextGrid } from './textGrid';

/** Mean cost per row beyond which a narrower fragment is a table of its own: a column that is always filled would have had to vanish. */
const WORST_FIT = 0.8;

/**
 * Joins tables that stand directly after one another because a page ended in the middle: repeated headers are dropped, a row cut in two is folded
 * cell by cell, columns a converter lost are put back, a header cut from its body is set over it. Every join is a doubt of the table; tables with a
 * header of their own stay apart.
 */
export function joinTableParts(parts: readonly RawPart[]): RawPart[] {
  const vocabulary = collectVocabulary(parts);
  const joined: RawPart[] = [];
  for (const part of parts) {
    const previous = joined.at(-1);
    const table = part.type === 'table' && previous?.type === 'table' ? continueTable(previous.table, part.table, vocabulary) : null;
    if (table) joined[joined.length - 1] = { type: 'table', table };
    else joined.push(part);
  }
  return joined;
}

/** The table with its continuation, or null when the second is a table of its own. */
function continueTable(table: RawTable, next: RawTable, vocabulary: Vocabulary): RawTable | null {
  if (table.spansKnown !== next.spansKnown) return null;
  const before = textsOf(table);
  const grid = makeTextGrid(before);
  const after = textsOf(next);
  const headerOnly = isHeaderOnly(grid);
  const { headerRows } = inferHeader(grid);
  const repeated = countRepeatedRows(before, after, Math.max(headerRows, headerOnly ? before.length : 1));
  const ended = before.length > 1 && isGrandTotal(before.at(-1)!);
  if (repeated > 0) {
    if (ended && isGrandTotal(after.at(-1)!)) return null;
    return append(table, next, { drop: repeated, reason: `分页处重复的表头 ${repeated} 行已略去`, vocabulary, mayFold: !headerOnly });
  }
  if (headerOnly && grid.width < next.cells[0]!.length) return setHeaderOver(table, next);
  if (!headerOnly && (hasOwnHeader(after) || (ended && before[0]!.length !== after[0]!.length))) return null;
  const fitted = fitColumns(table, next, headerRows, vocabulary);
  if (!fitted) return null;
  return append(table, fitted.table, { drop: 0, reason: fitted.reason, vocabulary, mayFold: true });
}

function isGrandTotal(row: readonly string[]): boolean {
  return getTotalKind(row.find((text) => !isBlank(text)) ?? '') === 'total';
}

function countRepeatedRows(before: readonly string[][], after: readonly string[][], most: number): number {
  let repeated = 0;
  while (repeated < Math.min(most, after.length, before.length) && isSameRow(trimEnd(before[repeated]!), trimEnd(after[repeated]!)))
    repeated += 1;
  const filled = after[0]?.filter((text) => !isBlank(text)).length ?? 0;
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

type AppendOptions = { drop: number; reason: string | null; vocabulary: Vocabulary; mayFold: boolean };

function append(table: RawTable, next: RawTable, options: AppendOptions): RawTable {
  const cells = table.cells.map((row) => row);
  const width = Math.max(cells[0]?.length ?? 0, next.cells[0]?.length ?? 0);
  let rows = next.cells.slice(options.drop);
  const doubts: TableDoubt[] = [...(table.doubts ?? [])];
  const at = cells.length;
  const reasons = ['跨页的表格已接上', ...(options.reason ? [options.reason] : [])];
  const last = cells.at(-1);
  const first = rows[0];
  if (
    options.mayFold &&
    last &&
    first &&
    isContinuedRow(
      cells.map((row) => row.map(textOf)),
      first.map(textOf),
      options.vocabulary,
    )
  ) {
    const folded = foldRow(last, first);
    cells[cells.length - 1] = folded.row;
    rows = rows.slice(1);
    reasons.push('被分页切断的一行已逐格接上');
    if (folded.doubled) reasons.push('分页处重复的文字只留一次');
  }
  doubts.push({
    about: 'join',
    row: Math.min(at, at + rows.length - 1),
    reason: `${reasons.join('；')}${next.place.line === undefined ? '' : `（原文第 ${next.place.line} 行起）`}`,
  });
  for (const doubt of next.doubts ?? [])
    doubts.push(doubt.row === undefined ? doubt : { ...doubt, row: Math.max(0, doubt.row - options.drop + at) });
  const padded = [...cells, ...rows].map((row) => padRow(row, width));
  return {
    ...table,
    cells: padded,
    place: { ...table.place, ...(next.place.endLine !== undefined && { endLine: next.place.endLine }) },
    doubts,
  };
}

function fitColumns(
  table: RawTable,
  next: RawTable,
  headerRows: number,
  vocabulary: Vocabulary,
): { table: RawTable; reason: string | null } | null {
  const width = table.cells[0]!.length;
  const own = next.cells[0]!.length;
  if (own === width) return { table: next, reason: null };
  if (own > width) {
    const blank = next.cells[0]!.map((_, c) => next.cells.every((row) => isBlank(row[c]!.text)));
    let surplus = own - width;
    const kept = blank.map((empty) => {
      if (!empty || surplus === 0) return true;
      surplus -= 1;
      return false;
    });
    if (surplus > 0) return null;
    return { table: { ...next, cells: next.cells.map((row) => row.filter((_, c) => kept[c])) }, reason: '分页后多出的空列已略去' };
  }
  const alignment = alignColumns(textsOf(table), textsOf(next), headerRows, vocabulary);
  if (!alignment || alignment.cost > WORST_FIT) return null;
  const cells = next.cells.map((row) => {
    const wide = Array.from({ length: width }, blankCell);
    row.forEach((cell, c) => (wide[alignment.columns[c]!] = cell));
    return wide;
  });
  return { table: { ...next, cells }, reason: `分页后少了 ${width - own} 列，已按内容对齐，请核对列的位置` };
}

/** A header that lost its body to the next page, printed with fewer columns than the body has. */
function setHeaderOver(table: RawTable, next: RawTable): RawTable | null {
  const header = table.cells.map((row) => row.map(textOf));
  const spread = spreadHeader(header, textsOf(next));
  if (!spread) return null;
  const cells = spread.map((row) => row.map((text) => ({ ...blankCell(), text })));
  const doubt: TableDoubt = { about: 'join', row: 0, reason: '表头被分页切开，已按下一页的列数还原，请核对' };
  return {
    ...table,
    cells: [...cells, ...next.cells.slice(1)],
    place: { ...table.place, ...(next.place.endLine !== undefined && { endLine: next.place.endLine }) },
    doubts: [...(table.doubts ?? []), doubt, ...(next.doubts ?? [])],
  };
}

function textsOf(table: RawTable): string[][] {
  assert(table.cells.length > 0, 'a table has at least one row');
  return table.cells.map((row) => row.map(textOf));
}

function textOf(cell: RawCell): string {
  return cell.text;
}

function trimEnd(row: readonly string[]): string[] {
  const last = row.findLastIndex((text) => !isBlank(text));
  return row.slice(0, last + 1);
}

function padRow(row: readonly RawCell[], width: number): RawCell[] {
  return row.length === width ? [...row] : [...row, ...Array.from({ length: width - row.length }, blankCell)];
}

function blankCell(): RawCell {
  return { text: '', rowSpan: 1, colSpan: 1, covered: false };
}
