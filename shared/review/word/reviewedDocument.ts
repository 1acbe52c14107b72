/** A tracked change as the file says it: who, when (ISO time with zone, null when it does not say) and what it marks. One object per element of the file. */
export type Revision = { element: string; author: string; at: string | null; part: string; text: string };

/** Styles of a character a reply knows. */
export type StyleName = 'bold' | 'italic' | 'underline' | 'sub' | 'sup';

/**
 * Looks of a character as a file sets them on the characters themselves. `mark` holds those a reply does not know by which reviewers point at words:
 * struck out, highlighted, coloured, shaded; '' for none.
 */
export type CharacterStyle = Record<StyleName, boolean> & { mark: string };

/** Characters as they come. */
export const PLAIN: CharacterStyle = { bold: false, italic: false, underline: false, sub: false, sup: false, mark: '' };

/** A format a tracked change set, and what the characters were before. */
export type FormatChange = { revision: Revision; before: CharacterStyle };

/** Text of a footnote or endnote before its tracked changes and with them. */
export type ReviewedNote = { before: string; after: string; revisions: Revision[] };

/** Part of a paragraph. Text deleted is there too; `\n` is a line break, `\t` a tab, U+FFFC a footnote. */
export type Piece =
  | {
      type: 'text';
      text: string;
      style: CharacterStyle;
      /** Outermost first: text one author inserted and another deleted has both. */
      inserted: Revision[];
      deleted: Revision[];
      format: FormatChange | null;
      /** Tag of the figure it belongs to. */
      figure: string | null;
      /** The footnote or endnote it refers to. */
      note?: ReviewedNote;
    }
  /** A picture, a page break or another thing that is no text. */
  | { type: 'object'; inserted: Revision[]; deleted: Revision[] }
  | { type: 'commentStart' | 'commentEnd'; comment: string };

/** What a paragraph is: heading level as in a reply (2-6), alignment as set directly, and the list it is an item of. */
export type ParagraphForm = { style: string; level: number | null; align: 'left' | 'center' | 'right' | null; list: ListForm | null };

/** Marked or numbered; `depth` counts from 0. */
export type ListForm = { kind: 'bullet' | 'number'; depth: number };

export type ReviewedParagraph = {
  type: 'paragraph';
  /** Names it carries: of its content control, then of its bookmarks. */
  tags: string[];
  pieces: Piece[];
  /** Changes of the paragraph's end: inserted, it was divided here; deleted, it is joined with the next. */
  mark: { inserted: Revision[]; deleted: Revision[] };
  form: ParagraphForm;
  formChange: { revision: Revision; before: ParagraphForm } | null;
  /** Changes of layout a reply knows nothing of. */
  layout: Revision[];
};

export type ReviewedCell = {
  col: number;
  colSpan: number;
  /** True for a cell that continues the one above. */
  continues: boolean;
  /** Colour the cell is filled with; '' for none. */
  fill: string;
  blocks: ReviewedBlock[];
  inserted: Revision | null;
  deleted: Revision | null;
  layout: Revision[];
};

export type ReviewedRow = {
  tags: string[];
  cells: ReviewedCell[];
  inserted: Revision | null;
  deleted: Revision | null;
  layout: Revision[];
};

/** `grid` holds the widths of the grid's columns, in whatever unit. */
export type ReviewedTable = { type: 'table'; tags: string[]; grid: number[]; rows: ReviewedRow[]; layout: Revision[] };

export type ReviewedBlock = ReviewedParagraph | ReviewedTable;

/** A remark. `parent` is the id of the one it answers. */
export type ReviewedComment = {
  id: string;
  author: string;
  at: string | null;
  text: string;
  parent: string | null;
  done: boolean;
};

/** A reviewed DOCX in reading order, with every tracked change of any of its parts in `revisions`, found or not in what is read of it. */
export type ReviewedDocument = {
  blocks: ReviewedBlock[];
  /** Headers, footers and notes: each a text of its own. */
  stories: { kind: 'header' | 'footer' | 'note'; blocks: ReviewedBlock[] }[];
  comments: ReviewedComment[];
  revisions: Revision[];
  /** Name of the exchange it was sent with; null when it carries none. */
  exchange: string | null;
  lastModifiedBy: string;
  modifiedAt: string | null;
};

/** Text of pieces without what was inserted: how it read before any tracked change. */
export function getOriginalText(pieces: readonly Piece[]): string {
  let text = '';
  for (const piece of pieces) if (piece.type === 'text' && piece.inserted.length === 0) text += piece.text;
  return text;
}

/** Text of pieces as it reads with every tracked change accepted. */
export function getFinalText(pieces: readonly Piece[]): string {
  let text = '';
  for (const piece of pieces) if (piece.type === 'text' && piece.deleted.length === 0) text += piece.text;
  return text;
}
