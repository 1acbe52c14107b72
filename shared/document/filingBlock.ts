import type { SectionId, TableId } from '../domain/ids';
import { FOOTNOTE_MARK } from '../domain/reply';
import type { ChartData } from './chart/chartData';
import type { TableLayout } from './tableLayout';

/** Paragraph styles of the house format. A style of the exported file carries the same id, so the names are append-only. */
export const PARAGRAPH_STYLES = [
  'AnnCode',
  'Title',
  'Guarantee',
  'ReplyBody',
  'ReplyLead',
  'Heading1',
  'QuestionText',
  'ReplyLabel',
  'Heading2',
  'Heading3',
  'Heading4',
  'Heading5',
  'Heading6',
  'TableUnit',
  'TableNote',
  'AfterTable',
  'Figure',
  'FigureSource',
  'SignOff',
  'DocumentNo',
  'Addressee',
  'PartHeading',
] as const;
export type ParagraphStyle = (typeof PARAGRAPH_STYLES)[number];

/** Emphasis on top of a paragraph style; absent means as the style says. `revised` marks changed text (修订稿), `exempt` text that is not disclosed (报备稿). */
export type Emphasis = { bold?: true; italic?: true; underline?: true; sub?: true; sup?: true; revised?: true; exempt?: true };

/** `refersTo`: the words of a cross reference, with the anchor of the block it leads to. */
export type FilingText = { type: 'text'; text: string; refersTo?: string } & Emphasis;

export type FilingInline = FilingText | { type: 'footnote'; note: string } | { type: 'break' } | { type: 'tab' };

export type FilingParagraph = {
  type: 'paragraph';
  style: ParagraphStyle;
  inlines: FilingInline[];
  align?: 'left' | 'center' | 'right';
  /** How far the paragraph reaches beyond the right margin, so that a unit line ends where its wide table does. */
  outdentTwips?: number;
  /** The section of a reply it stands for where the section has no text of its own. */
  sectionId?: SectionId;
  /** Id by which cross references find this block. */
  anchor?: string;
  /** A bar beside the paragraph: it changed since the copy it is compared with. */
  changeBar?: true;
  /** Stays on the page of what follows, though its style does not say so. */
  keepNext?: true;
};

/** An item of a list. Neighbouring items with one `list` number count on; each new number starts again at 1. */
export type FilingListItem = {
  type: 'listItem';
  list: number;
  kind: 'bullet' | 'number';
  depth: number;
  inlines: FilingInline[];
  keepNext?: true;
  anchor?: string;
  changeBar?: true;
};

/** Picture types a filed document can hold and every reader shows. */
export const PICTURE_MIMES = ['image/png', 'image/jpeg', 'image/gif', 'image/bmp'] as const;
export type PictureMime = (typeof PICTURE_MIMES)[number];

export type FilingPicture = {
  type: 'picture';
  anchor?: string;
  bytes: Uint8Array;
  mime: PictureMime;
  alt: string;
  widthPx: number;
  heightPx: number;
};

/**
 * One part of a document to be filed, in reading order: styles and content, nothing of a file format. What DOCX, print and
 * preview are made from. `landscape` holds a table too wide for an upright page together with its unit line and notes.
 */
export type FilingBlock =
  | FilingParagraph
  | FilingListItem
  | { type: 'table'; anchor?: string; layout: TableLayout; tableId?: TableId }
  | FilingPicture
  | { type: 'chart'; chart: ChartData; alt: string; anchor?: string }
  | { type: 'landscape'; blocks: FilingBlock[] }
  | { type: 'pageBreak' }
  /** A number in the margin beside the block that follows. */
  | { type: 'marginNumber'; number: number };

/** A paragraph of plain text in a style. */
export function createParagraph(style: ParagraphStyle, text: string): FilingParagraph {
  return { type: 'paragraph', style, inlines: createInlines(text) };
}

/** Inlines of text in which tabs and line breaks may stand; empty for empty text. */
export function createInlines(text: string, emphasis: Emphasis = {}): FilingInline[] {
  if (text !== '' && !/[\t\n]/.test(text)) return [{ type: 'text', text, ...emphasis }];
  return text.split(/([\t\n])/).flatMap((piece): FilingInline[] => {
    if (piece === '') return [];
    if (piece === '\t') return [{ type: 'tab' }];
    return [piece === '\n' ? { type: 'break' } : { type: 'text', text: piece, ...emphasis }];
  });
}

const FILING_MARKS = { tab: '\t', break: '\n', footnote: FOOTNOTE_MARK } as const;

/** Text of filing inlines as a reader sees it: breaks as \n, tabs as \t, each footnote as its mark. */
export function getFilingText(inlines: readonly FilingInline[]): string {
  let text = '';
  for (const inline of inlines) text += inline.type === 'text' ? inline.text : FILING_MARKS[inline.type];
  return text;
}

/** The inlines with an emphasis added over ranges of their text ([from, to) as `getFilingText` counts, in order). */
export function emphasiseRanges(inlines: readonly FilingInline[], ranges: readonly [number, number][], emphasis: Emphasis): FilingInline[] {
  let start = 0;
  return inlines.flatMap((inline): FilingInline[] => {
    const length = inline.type === 'text' ? inline.text.length : 1;
    const [from, to] = [start, start + length];
    start = to;
    if (inline.type !== 'text') return [inline];
    const cuts = new Set([from, to, ...ranges.flat().filter((at) => at > from && at < to)]);
    const edges = [...cuts].toSorted((a, b) => a - b);
    return edges.slice(0, -1).map((edge, index) => {
      const isMarked = ranges.some(([first, last]) => first <= edge && edge < last);
      return { ...inline, text: inline.text.slice(edge - from, edges[index + 1]! - from), ...(isMarked && emphasis) };
    });
  });
}
