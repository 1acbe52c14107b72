import { diffSequence } from '../../util/diffSequence';
import { createInlines, emphasiseRanges } from '../filingBlock';
import type { CellContent, CellLayout, RowLayout, TableLayout } from '../tableLayout';
import { printCell } from './alignBlocks';
import { diffText } from './diffText';
import { REVISED, type RevisionMark } from './revisionMark';

/** A marked table, and the text of each row that is gone from it. */
export type MarkedTable = { layout: TableLayout; removed: string[] };

/** The later layout of a table with the cells (`bar`: rows) that differ from the former one marked; all of it when there was none. */
export function markTableRevisions(former: TableLayout | null, later: TableLayout, mark: RevisionMark): MarkedTable {
  const columns = alignColumns(former, later);
  const formerRows = alignRows(former?.rows ?? [], later.rows);
  const gone = listGone(former, formerRows);
  const removed = gone
    .map((f) =>
      printRow(former!.rows[f]!)
        .replaceAll(/[\t\v\n]+/g, ' ')
        .trim(),
    )
    .filter((text) => text !== '');
  const rows = later.rows.map((row, r): RowLayout => {
    const was = formerRows[r] === null ? null : former!.rows[formerRows[r]!]!;
    if (mark === 'bar') return isChanged(was, row) || followsGone(gone, formerRows, r) ? { ...row, changeBar: true } : row;
    let column = 0;
    const cells = row.cells.map((cell) => {
      const at = columns[column] ?? null;
      column += cell.colSpan;
      return markCell(was === null || at === null ? null : findCell(was, at), cell, removed);
    });
    return { ...row, cells };
  });
  return { layout: { ...later, rows }, removed };
}

function listGone(former: TableLayout | null, formerRows: readonly (number | null)[]): number[] {
  const kept = new Set(formerRows);
  return (former?.rows ?? []).flatMap((_, f) => (kept.has(f) ? [] : [f]));
}

function isChanged(was: RowLayout | null, row: RowLayout): boolean {
  return was === null || printRow(was) !== printRow(row);
}

/** Whether a row is the first behind one that is gone, or the last where the end is gone. */
function followsGone(gone: readonly number[], formerRows: readonly (number | null)[], r: number): boolean {
  const isBehind = (f: number, at: number) => (formerRows[at] ?? -1) > f;
  return gone.some((f) => {
    const next = formerRows.findIndex((_, at) => isBehind(f, at));
    return r === (next < 0 ? formerRows.length - 1 : next);
  });
}

function printRow(row: RowLayout): string {
  return row.cells.map((cell) => printCell(cell.content)).join('\t');
}

/** The former row of each later one, or null: equal rows first, then between them rows of the same first cell, then in order. */
function alignRows(former: readonly RowLayout[], later: readonly RowLayout[]): (number | null)[] {
  const found: (number | null)[] = later.map(() => null);
  let gone: number[] = [];
  for (const { kind, before, after } of diffSequence(former.map(printRow), later.map(printRow))) {
    if (kind === 'same') for (let r = after[0]; r < after[1]; r++) found[r] = before[0] + r - after[0];
    if (kind === 'removed') gone = Array.from({ length: before[1] - before[0] }, (_, index) => before[0] + index);
    if (kind !== 'added') continue;
    const isNew = (r: number) => printCell(later[r]!.cells[0]?.content ?? []);
    for (let r = after[0]; r < after[1]; r++) {
      const match = gone.findIndex((one) => printCell(former[one]!.cells[0]?.content ?? []) === isNew(r));
      if (match >= 0) found[r] = gone.splice(match, 1)[0]!;
    }
    const unmatched = Array.from({ length: after[1] - after[0] }, (_, index) => after[0] + index).filter((r) => found[r] === null);
    if (unmatched.length === gone.length) for (const [index, r] of unmatched.entries()) found[r] = gone[index]!;
    gone = [];
  }
  return found;
}

/** The former grid column of each later one, or null: by place while there are as many, else by the texts of the header row. */
function alignColumns(former: TableLayout | null, later: TableLayout): (number | null)[] {
  if (former === null) return [];
  if (former.columnTwips.length === later.columnTwips.length) return later.columnTwips.map((_, column) => column);
  const heads = (layout: TableLayout) => layout.columnTwips.map((_, column) => listHeads(layout, column));
  const found: (number | null)[] = later.columnTwips.map(() => null);
  for (const { kind, before, after } of diffSequence(heads(former), heads(later))) {
    if (kind === 'same') for (let c = after[0]; c < after[1]; c++) found[c] = before[0] + c - after[0];
  }
  return found;
}

/** What stands over a column: its cells in the leading rows of heads, else in the first row. */
function listHeads(layout: TableLayout, column: number): string {
  const isHead = (row: RowLayout) => row.cells.every((cell) => cell.stands === 'head');
  const depth = Math.max(
    1,
    layout.rows.findIndex((row) => !isHead(row)),
  );
  return layout.rows
    .slice(0, depth)
    .map((row) => printCell(findCell(row, column)?.content ?? []))
    .join('\n');
}

function findCell(row: RowLayout, column: number): CellLayout | null {
  let start = 0;
  for (const cell of row.cells) {
    if (column >= start && column < start + cell.colSpan) return cell;
    start += cell.colSpan;
  }
  return null;
}

/** A cell with what is new in it marked; rows gone from tables inside it are added to `removed`. */
function markCell(former: CellLayout | null, cell: CellLayout, removed: string[]): CellLayout {
  if (former !== null && printCell(former.content) === printCell(cell.content)) return cell;
  const lines = (former?.content ?? []).flatMap((part) => (part.type === 'line' ? [part.text] : []));
  const tables = (former?.content ?? []).flatMap((part) => (part.type === 'table' ? [part.layout] : []));
  const content = cell.content.map((part): CellContent => {
    if (part.type === 'table') {
      const inside = markTableRevisions(tables.shift() ?? null, part.layout, 'words');
      removed.push(...inside.removed);
      return { ...part, layout: inside.layout };
    }
    const was = lines.shift() ?? '';
    if (part.text === '' || was === part.text) return part;
    return { ...part, inlines: emphasiseRanges(part.inlines ?? createInlines(part.text), diffText(was, part.text).added, REVISED) };
  });
  return { ...cell, content };
}
