import type { DataTable } from '../../domain/dataTable';
import type { BlockId, TableId } from '../../domain/ids';
import type { Redaction } from '../../domain/redaction';
import type { ProjectSnapshot } from '../../domain/snapshot';
import { findAutospaceBlanks } from '../cjkBlanks';
import { createInlines, type Emphasis, emphasiseRanges, type FilingBlock, type FilingInline, getFilingText } from '../filingBlock';
import type { CellContent, TableLayout } from '../tableLayout';
import { type LocatedRedactions, locateRedactions, printBlockText, type TextEdit } from './locateRedactions';

const EXEMPT: Emphasis = { exempt: true };

/** 报备稿: the whole document, everything the public does not get to read marked in place. */
export function markExemptions(blocks: readonly FilingBlock[], snapshot: ProjectSnapshot, redactions: readonly Redaction[]): FilingBlock[] {
  if (redactions.length === 0) return [...blocks];
  const located = locateRedactions(snapshot, redactions);
  const written = snapshot.replies.flatMap((reply) => reply.sections.flatMap((section) => section.blocks));
  const printed = new Map(written.map((block) => [block.blockId, printBlockText(block, snapshot)]));
  const mark = (block: FilingBlock): FilingBlock => {
    if (block.type === 'landscape') return { ...block, blocks: block.blocks.map(mark) };
    if (block.type === 'table') return { ...block, layout: markTable(block.layout, findTable(snapshot, block.tableId), located) };
    if (block.type !== 'paragraph' && block.type !== 'listItem') return block;
    const blockId = block.anchor as BlockId | undefined;
    const text = blockId === undefined ? undefined : printed.get(blockId);
    if (blockId === undefined || text === undefined) return { ...block, inlines: markText(block.inlines, located) };
    const edits = located.inBlock(blockId, text).map((edit) => toFiledRange(edit, text));
    return { ...block, inlines: emphasiseRanges(block.inlines, edits, EXEMPT) };
  };
  return blocks.map(mark);
}

function findTable({ tables }: ProjectSnapshot, tableId: TableId | undefined): DataTable | null {
  return tableId === undefined ? null : (tables.get(tableId) ?? null);
}

/** A stretch of a block's own text as it lies in the filed one, which has no blanks between Chinese and Latin. */
function toFiledRange({ from, to }: TextEdit, printed: string): [number, number] {
  const blanks = findAutospaceBlanks(printed);
  const before = (at: number) => blanks.reduce((sum, [first, last]) => sum + Math.max(0, Math.min(last, at) - first), 0);
  return [from - before(from), to - before(to)];
}

function markText(inlines: readonly FilingInline[], located: LocatedRedactions): FilingInline[] {
  const ranges = located.inText(getFilingText(inlines)).map(({ from, to }): [number, number] => [from, to]);
  return ranges.length === 0 ? [...inlines] : emphasiseRanges(inlines, ranges, EXEMPT);
}

function markTable(layout: TableLayout, table: DataTable | null, located: LocatedRedactions): TableLayout {
  return {
    ...layout,
    rows: layout.rows.map((row, r) => {
      let column = 0;
      return {
        ...row,
        cells: row.cells.map((cell) => {
          const isHidden = table !== null && located.inCell(table, r, column) !== null;
          column += cell.colSpan;
          return { ...cell, content: cell.content.map((part) => markContent(part, isHidden, located)) };
        }),
      };
    }),
  };
}

function markContent(part: CellContent, isHidden: boolean, located: LocatedRedactions): CellContent {
  if (part.type === 'table') return { ...part, layout: markTable(part.layout, null, located) };
  const ranges = isHidden
    ? [[0, part.text.length] as [number, number]]
    : located.inText(part.text).map(({ from, to }): [number, number] => [from, to]);
  if (ranges.length === 0) return part;
  return { ...part, inlines: emphasiseRanges(part.inlines ?? createInlines(part.text), ranges, EXEMPT) };
}
