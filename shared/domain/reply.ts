import type { VerifierRole } from './letter';
import type { BlockId, ColId, FigureId, FileHash, ItemId, QuestionId, RowId, SectionId, TableId } from './ids';

export type TextStyle = { bold?: true; italic?: true; underline?: true; sub?: true; sup?: true };

/** What a cross reference leads to: a question or item of the letter, or a block of a reply (heading, paragraph, table, chart, picture). */
export type ReferenceTarget =
  | { kind: 'question'; questionId: QuestionId }
  | { kind: 'item'; itemId: ItemId }
  | { kind: 'block'; blockId: BlockId };

/**
 * Inline content. A figure and a reference hold what they stand for and the words last shown; a footnote its note; a break is a line break inside
 * the block.
 */
export type Inline =
  | ({ type: 'text'; text: string } & TextStyle)
  | { type: 'figure'; figureId: FigureId; text: string; style?: TextStyle }
  | { type: 'reference'; target: ReferenceTarget; text: string; style?: TextStyle }
  | { type: 'footnote'; note: string }
  | { type: 'break' };

/** Column, line, columns with the last series as a line, pie. */
export const CHART_KINDS = ['column', 'line', 'combined', 'pie'] as const;
export type ChartKind = (typeof CHART_KINDS)[number];

/**
 * A chart drawn from a table's cells as they are now. The rows, or the columns, chosen stand `along` its axis; each of the others is a series.
 * `source` is the line printed below, empty for none.
 */
export type Chart = {
  tableId: TableId;
  kind: ChartKind;
  along: 'rows' | 'columns';
  rowIds: RowId[];
  colIds: ColId[];
  title: string;
  alt: string;
  source: string;
};

/** Heading levels of a reply: 2 一、 · 3 （一） · 4 1、 · 5 （1） · 6 ①. Level 1 is the question itself. */
export type HeadingLevel = 2 | 3 | 4 | 5 | 6;

/** Labels (一、（一）1、…) are literal text at the start of the inlines: they must equal the letter's and are cited in prose. */
export type Block =
  | { type: 'heading'; blockId: BlockId; level: HeadingLevel; inlines: Inline[] }
  | { type: 'paragraph'; blockId: BlockId; inlines: Inline[]; align?: 'left' | 'center' | 'right' }
  | { type: 'listItem'; blockId: BlockId; kind: 'bullet' | 'number'; depth: number; inlines: Inline[] }
  | { type: 'table'; blockId: BlockId; tableId: TableId }
  | { type: 'picture'; blockId: BlockId; file: FileHash; mime: string; alt: string; widthPx: number; heightPx: number }
  | ({ type: 'chart'; blockId: BlockId } & Chart);

/** A block with text of its own. */
export type TextBlock = Extract<Block, { inlines: unknown }>;

/** Whether a block has text of its own; tables, pictures and charts have none. */
export function isTextBlock(block: Block): block is TextBlock {
  return 'inlines' in block;
}

export type SectionRole = 'statement' | 'procedures' | 'conclusion';

/** A part of a reply: the company's statement (verifier null) or one verifier's procedures or conclusion. `itemIds` empty means the whole question. */
export type Section = { sectionId: SectionId; role: SectionRole; verifier: VerifierRole | null; itemIds: ItemId[]; blocks: Block[] };

/** The rich text answering one question. `revision` rises with every save; a save names the revision it began from. */
export type Reply = { questionId: QuestionId; revision: number; sections: Section[] };

/** Stands for a footnote in the text of inlines, so that every place between two characters is one place. */
export const FOOTNOTE_MARK = '\ufffc';

/** Text of inlines as a reader sees it; line breaks as \n, each footnote as one FOOTNOTE_MARK. */
export function getInlineText(inlines: readonly Inline[]): string {
  let text = '';
  for (const inline of inlines) {
    text += inline.type === 'break' ? '\n' : inline.type === 'footnote' ? FOOTNOTE_MARK : inline.text;
  }
  return text;
}

/** The id of what a reference leads to: what a document marks the place with. */
export function getAnchor(target: ReferenceTarget): string {
  switch (target.kind) {
    case 'question':
      return target.questionId;
    case 'item':
      return target.itemId;
    case 'block':
      return target.blockId;
  }
}
