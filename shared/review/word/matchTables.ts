import { matchTexts } from './matchTexts';
import type { ReviewedRow, ReviewedTable } from './reviewedDocument';
import { getBlocksText } from './units';

/** For each returned row, the place of the row it was; null for a new one. */
export function matchRows(sentTable: ReviewedTable, returned: ReviewedTable): (number | null)[] {
  const name = (row: ReviewedRow) => ({
    type: 'row',
    tags: row.tags,
    text: row.cells.map((cell) => getBlocksText(cell.blocks)).join('\t'),
  });
  const sent = sentTable.rows.filter((row) => !row.inserted).map(name);
  const open = returned.rows.map((row, r) => ({ row, r })).filter(({ row }) => !row.inserted);
  const found = matchTexts(
    sent,
    open.map(({ row }) => name(row)),
  );
  const rows: (number | null)[] = returned.rows.map(() => null);
  open.forEach(({ r }, index) => (rows[r] = found[index]!));
  pairByPlace(
    rows,
    open.map(({ r }) => r),
    sent.length,
  );
  return rows;
}

/** Rows all of whose texts were changed are still the rows between their neighbours, as long as there are as many. */
function pairByPlace(rows: (number | null)[], open: readonly number[], count: number): void {
  for (let index = 0; index < open.length; index++) {
    if (rows[open[index]!] !== null) continue;
    let end = index;
    while (end < open.length && rows[open[end]!] === null) end++;
    const low = index === 0 ? -1 : rows[open[index - 1]!]!;
    const high = end === open.length ? count : rows[open[end]!]!;
    if (high - low - 1 === end - index) for (let at = index; at < end; at++) rows[open[at]!] = low + 1 + at - index;
    index = end;
  }
}

/** For each returned cell, the column it was in: by counting, or by the columns' texts where their number changed untracked. */
export function matchColumns(sent: ReviewedTable, returned: ReviewedTable, rows: readonly (number | null)[]): (number | null)[][] {
  const counted = returned.rows.map((row) => {
    let shift = 0;
    return row.cells.map((cell) => {
      if (cell.inserted) shift += cell.colSpan;
      return cell.inserted ? null : cell.col - shift;
    });
  });
  const width = (rows: readonly ReviewedRow[]) =>
    Math.max(0, ...rows.map((row) => row.cells.reduce((sum, cell) => sum + (cell.inserted ? 0 : cell.colSpan), 0)));
  if (width(returned.rows) === width(sent.rows)) return counted;
  const drawn = matchGrids(sent, returned);
  if (drawn) return returned.rows.map((row) => row.cells.map((cell) => (cell.inserted ? null : drawn[cell.col]!)));
  const sentRows = sent.rows.filter((row) => !row.inserted);
  const matched = returned.rows.flatMap((row, r) => (rows[r] === null ? [] : [{ row, former: sentRows[rows[r]!]! }]));
  const texts = (rows: readonly ReviewedRow[], count: number) =>
    Array.from({ length: count }, (_, col) => ({
      type: 'column',
      tags: [],
      text: rows.map((row) => getBlocksText(row.cells.find((cell) => cell.col === col)?.blocks ?? [])).join('\t'),
    }));
  const found = matchTexts(
    texts(
      matched.map(({ former }) => former),
      width(sent.rows),
    ),
    texts(
      matched.map(({ row }) => row),
      width(returned.rows),
    ),
  );
  return returned.rows.map((row) => row.cells.map((cell) => (cell.inserted ? null : (found[cell.col] ?? null))));
}

/** Editors draw one grid in several ways: where every cell begins where a column began before, the columns are those; null where they are others. */
function matchGrids(sent: ReviewedTable, returned: ReviewedTable): (number | null)[] | null {
  const [before, after] = [listStarts(sent.grid), listStarts(returned.grid)];
  const found = after.map((start) => {
    const at = before.findIndex((one) => Math.abs(one - start) < SAME_PLACE);
    return at < 0 ? null : at;
  });
  const starts = returned.rows.flatMap((row) => row.cells.map((cell) => cell.col));
  return starts.length > 0 && starts.every((col) => found[col] !== null && found[col] !== undefined) ? found : null;
}

/** Shares of a table's width closer than this are one place. */
const SAME_PLACE = 0.012;

/** Where each column of a grid begins, as a share of its width. */
function listStarts(grid: readonly number[]): number[] {
  const width = grid.reduce((sum, one) => sum + one, 0);
  let start = 0;
  return grid.map((one) => {
    const own = width === 0 ? 0 : start / width;
    start += one;
    return own;
  });
}
