import { diffSequence } from '../../util/diffSequence';
import { createInlines, emphasiseRanges } from '../filingBlock';
import type { CellContent, CellLayout, RowLayout, TableLayout } from '../tableLayout';
import { printCell } from './alignBlocks';
import { diffText } from './diffText';
import { REVISED, type RevisionMark } from './revisionMark';

/** The later layout of a table with the cells that differ from the former one marked; all of it when there was none. */
export function markTableRevisions(former: TableLayout | null, later: TableLayout, mark: RevisionMark): TableLayout {
  const columns = alignColumns(former, later);
  const formerRows = alignRows(former?.rows ?? [], later.rows);
  const rows = later.rows.map((row, r): RowLayout => {
    const was = formerRows[r] === null ? null : former!.rows[formerRows[r]!]!;
    let column = 0;
    const cells = row.cells.map((cell) => {
      const at = columns[column] ?? null;
      column += cell.colSpan;
      return markCell(was === null || at === null ? null : findCell(was, at), cell, mark);
    });
    return { ...row, cells };
  });
  return { ...later, rows };
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

function markCell(former: CellLayout | null, cell: CellLayout, mark: RevisionMark): CellLayout {
  if (former !== null && printCell(former.content) === printCell(cell.content)) return cell;
  const lines = (former?.content ?? []).flatMap((part) => (part.type === 'line' ? [part.text] : []));
  const tables = (former?.content ?? []).flatMap((part) => (part.type === 'table' ? [part.layout] : []));
  const content = cell.content.map((part): CellContent => {
    if (part.type === 'table') return { ...part, layout: markTableRevisions(tables.shift() ?? null, part.layout, mark) };
    const was = lines.shift() ?? '';
    if (part.text === '' || was === part.text) return part;
    if (mark === 'bar') return { ...part, changeBar: true };
    return { ...part, inlines: emphasiseRanges(part.inlines ?? createInlines(part.text), diffText(was, part.text).added, REVISED) };
  });
  return { ...cell, content };
}
