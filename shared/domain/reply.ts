import type { VerifierRole } from './letter';
import type { BlockId, FigureId, FileHash, ItemId, QuestionId, SectionId, TableId } from './ids';

/** Version of the saved reply document; raised with a migration whenever the shapes below change. */
export const REPLY_DOCUMENT_VERSION = 1;

export type TextStyle = { bold?: true; italic?: true; underline?: true; sub?: true; sup?: true };

/** Inline content. A figure holds its id and the words last shown; a break is a line break inside the block. */
export type Inline =
  | ({ type: 'text'; text: string } & TextStyle)
  | { type: 'figure'; figureId: FigureId; text: string; style?: TextStyle }
  | { type: 'break' };

/** Heading levels of a reply: 2 一、 · 3 （一） · 4 1、 · 5 （1） · 6 ①. Level 1 is the question itself. */
export type HeadingLevel = 2 | 3 | 4 | 5 | 6;

/** Labels (一、（一）1、…) are literal text at the start of the inlines: they must equal the letter's and are cited in prose. */
export type Block =
  | { type: 'heading'; blockId: BlockId; level: HeadingLevel; inlines: Inline[] }
  | { type: 'paragraph'; blockId: BlockId; inlines: Inline[]; align?: 'left' | 'center' | 'right' }
  | { type: 'listItem'; blockId: BlockId; kind: 'bullet' | 'number'; depth: number; inlines: Inline[] }
  | { type: 'table'; blockId: BlockId; tableId: TableId }
  | { type: 'picture'; blockId: BlockId; file: FileHash; mime: string; alt: string; widthPx: number; heightPx: number };

export type SectionRole = 'statement' | 'procedures' | 'conclusion';

/** A part of a reply: the company's statement (verifier null) or one verifier's procedures or conclusion. `itemIds` empty means the whole question. */
export type Section = { sectionId: SectionId; role: SectionRole; verifier: VerifierRole | null; itemIds: ItemId[]; blocks: Block[] };

/** The rich text answering one question. `revision` rises with every save; a save names the revision it began from. */
export type Reply = { questionId: QuestionId; revision: number; sections: Section[] };

/** Text of inlines as a reader sees it; line breaks as \n. */
export function getInlineText(inlines: readonly Inline[]): string {
  let text = '';
  for (const inline of inlines) text += inline.type === 'break' ? '\n' : inline.text;
  return text;
}
