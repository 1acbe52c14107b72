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
] as const;
export type ParagraphStyle = (typeof PARAGRAPH_STYLES)[number];

/** Direct emphasis on top of a paragraph style; absent means as the style says. */
export type Emphasis = { bold?: true; italic?: true; underline?: true; sub?: true; sup?: true };

export type FilingInline = ({ type: 'text'; text: string } & Emphasis) | { type: 'break' } | { type: 'tab' };

export type FilingParagraph = {
  type: 'paragraph';
  style: ParagraphStyle;
  inlines: FilingInline[];
  align?: 'left' | 'center' | 'right';
  /** How far the paragraph reaches beyond the right margin, so that a unit line ends where its wide table does. */
  outdentTwips?: number;
};

/** An item of a list. Neighbouring items with one `list` number count on; each new number starts again at 1. */
export type FilingListItem = {
  type: 'listItem';
  list: number;
  kind: 'bullet' | 'number';
  depth: number;
  inlines: FilingInline[];
  keepNext?: true;
};

/** Picture types a filed document can hold and every reader shows. */
export const PICTURE_MIMES = ['image/png', 'image/jpeg', 'image/gif', 'image/bmp'] as const;
export type PictureMime = (typeof PICTURE_MIMES)[number];

export type FilingPicture = { type: 'picture'; bytes: Uint8Array; mime: PictureMime; alt: string; widthPx: number; heightPx: number };

/**
 * One part of a document to be filed, in reading order: styles and content, nothing of a file format. What DOCX, print and
 * preview are made from. `landscape` holds a table too wide for an upright page together with its unit line and notes.
 */
export type FilingBlock =
  | FilingParagraph
  | FilingListItem
  | { type: 'table'; layout: TableLayout }
  | FilingPicture
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
  return text.split(/([\t\n])/).flatMap((piece): FilingInline[] => {
    if (piece === '') return [];
    if (piece === '\t') return [{ type: 'tab' }];
    return [piece === '\n' ? { type: 'break' } : { type: 'text', text: piece, ...emphasis }];
  });
}

/** Text of filing inlines as a reader sees it: breaks as \n, tabs as \t. */
export function getFilingText(inlines: readonly FilingInline[]): string {
  let text = '';
  for (const inline of inlines) text += inline.type === 'text' ? inline.text : inline.type === 'tab' ? '\t' : '\n';
  return text;
}
