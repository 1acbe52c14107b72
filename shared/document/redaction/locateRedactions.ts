import type { DataTable } from '../../domain/dataTable';
import type { BlockId, TableId } from '../../domain/ids';
import { printReplacement, type Redaction } from '../../domain/redaction';
import type { Block } from '../../domain/reply';
import type { ProjectSnapshot } from '../../domain/snapshot';
import { findAutospaceBlanks } from '../cjkBlanks';
import { printInline, type ReplyMaterial } from '../replyBlocks';
import type { FormFinder } from './findForms';
import { createNameFinder } from './nameForms';

/** A stretch of a text with what stands there in the published document. */
export type TextEdit = { from: number; to: number; text: string };

/** Where the redactions of a project lie: in any text by name, in blocks by place, in tables by cell. */
export type LocatedRedactions = {
  /** Edits of a text for the names in it, those they have for short too. */
  inText(text: string): TextEdit[];
  /** Edits of a block's printed text: names and spans, in order, none overlapping. */
  inBlock(blockId: BlockId, printed: string): TextEdit[];
  /** What stands in a whole cell (grid position) of a table, or null when it is shown. */
  inCell(table: DataTable, row: number, col: number): string | null;
  /** Redactions whose words are no longer where they were marked: what to hide can no longer be told. */
  lost: Redaction[];
};

/** Finds every redaction in the project as it is now. */
export function locateRedactions(snapshot: ProjectSnapshot, redactions: readonly Redaction[]): LocatedRedactions {
  const names = redactions.flatMap(findNames);
  const spans = groupSpans(redactions);
  const cells = new Map<string, string>();
  const columns = new Map<string, string>();
  for (const redaction of redactions) {
    const { target } = redaction;
    if (target.kind === 'cell') cells.set(Object.values(target.cell).join(), printReplacement(redaction));
    if (target.kind === 'column') columns.set(`${target.tableId},${target.colId}`, printReplacement(redaction));
  }
  const inText = (text: string) =>
    settleEdits(
      names.flatMap(({ find, text: words }) => find(text).map(([from, to]) => ({ from, to, text: words }))),
      text,
    );
  return {
    inText,
    inBlock: (blockId, printed) => settleEdits([...findSpans(spans.get(blockId) ?? [], printed), ...inText(printed)], printed),
    inCell: (table, row, col) => findCell(table, row, col, cells, columns),
    lost: findLost(snapshot, spans),
  };
}

function findNames(redaction: Redaction): { find: FormFinder; text: string }[] {
  if (redaction.target.kind !== 'name') return [];
  return [{ find: createNameFinder(redaction.target.names), text: printReplacement(redaction) }];
}

function groupSpans(redactions: readonly Redaction[]): Map<BlockId, Redaction[]> {
  const spans = new Map<BlockId, Redaction[]>();
  for (const redaction of redactions) {
    if (redaction.target.kind !== 'span') continue;
    const { blockId } = redaction.target;
    spans.set(blockId, [...(spans.get(blockId) ?? []), redaction]);
  }
  return spans;
}

function findSpans(spans: readonly Redaction[], printed: string): TextEdit[] {
  return spans.flatMap((redaction) => {
    const at = findSpan(redaction, printed);
    return at === null ? [] : [{ from: at, to: at + getQuote(redaction).length, text: printReplacement(redaction) }];
  });
}

function getQuote({ target }: Redaction): string {
  return target.kind === 'span' ? target.quote : '';
}

/** Where a span's words stand now: the place nearest to where they were marked; null when they stand there no more. */
export function findSpan({ target }: Redaction, printed: string): number | null {
  if (target.kind !== 'span' || target.quote === '') return null;
  let best: number | null = null;
  for (let at = printed.indexOf(target.quote); at >= 0; at = printed.indexOf(target.quote, at + 1)) {
    if (best === null || Math.abs(at - target.from) < Math.abs(best - target.from)) best = at;
  }
  return best;
}

/** Edits in order without overlaps; of two that overlap the longer stays. Blanks Word would not need beside them go with them. */
export function settleEdits(edits: readonly TextEdit[], text: string): TextEdit[] {
  const kept: TextEdit[] = [];
  for (const edit of edits.toSorted((a, b) => b.to - b.from - (a.to - a.from))) {
    if (edit.to > edit.from && kept.every((other) => edit.to <= other.from || edit.from >= other.to)) kept.push(edit);
  }
  const blanks = kept.length === 0 ? [] : findAutospaceBlanks(text);
  const widened = kept.map((edit) => ({
    ...edit,
    from: blanks.find(([, end]) => end === edit.from)?.[0] ?? edit.from,
    to: blanks.find(([start]) => start === edit.to)?.[1] ?? edit.to,
  }));
  return widened.toSorted((a, b) => a.from - b.from);
}

function findCell(
  table: DataTable,
  row: number,
  col: number,
  cells: ReadonlyMap<string, string>,
  columns: ReadonlyMap<string, string>,
): string | null {
  const [rowId, colId] = [table.rows[row]?.rowId, table.columns[col]?.colId];
  if (rowId === undefined || colId === undefined) return null;
  const own = cells.get([table.tableId, rowId, colId].join());
  if (own !== undefined) return own;
  const whole = columns.get(`${table.tableId},${colId}`);
  const cell = table.rows[row]!.cells[col];
  const isBody = row >= table.headerRows && table.rows[row]!.role !== 'band' && table.rows[row]!.role !== 'header';
  return whole !== undefined && isBody && cell !== undefined && cell.text.trim() !== '' ? whole : null;
}

function findLost(snapshot: ProjectSnapshot, spans: ReadonlyMap<BlockId, Redaction[]>): Redaction[] {
  if (spans.size === 0) return [];
  const blocks = snapshot.replies.flatMap((reply) => reply.sections.flatMap((section) => section.blocks));
  return blocks.flatMap((block) =>
    (spans.get(block.blockId) ?? []).filter((span) => findSpan(span, printBlockText(block, snapshot)) === null),
  );
}

/** A block's text as it is printed, figures by the words they show now. */
export function printBlockText(block: Block, material: ReplyMaterial): string {
  return 'inlines' in block ? block.inlines.map((inline) => printInline(inline, material)).join('') : '';
}

/** The table a cell or column redaction is about; null when the project shows it no more. */
export function findRedactedTable({ tables }: ProjectSnapshot, { target }: Redaction): DataTable | null {
  const tableId: TableId | null = target.kind === 'cell' ? target.cell.tableId : target.kind === 'column' ? target.tableId : null;
  return tableId === null ? null : (tables.get(tableId) ?? null);
}
