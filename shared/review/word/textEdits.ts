import type { StyleChange } from '../../domain/review';
import { diffTexts, mapOffset, type TextHunk } from '../textDiff';
import type { CharacterStyle, Piece, ReviewedParagraph, Revision } from './reviewedDocument';
import type { TextUnit } from './units';

/** Text put in by an edit, with its look, the figure it claims to be, its footnote, and who wants it out again. */
export type InsertedText = { text: string; style: CharacterStyle; figure: string | null; note?: string; deleted: Revision[] };

/** An edit of one paragraph as it was sent; places count in its text then. `revision` null: made with tracking switched off. */
export type TextEdit = { revision: Revision | null; revisions: Revision[] } & (
  | { kind: 'delete'; from: number; to: number }
  | { kind: 'insert'; at: number; texts: InsertedText[] }
  | { kind: 'format'; from: number; to: number; style: StyleChange }
  | { kind: 'split'; at: number }
  /** A look a reply does not know, a picture put in or taken out. */
  | { kind: 'look'; from: number; to: number }
  | { kind: 'object'; at: number; isInserted: boolean }
);

/** Where a remark begins or ends: a place of the sent text, or of what an edit puts in there. */
export type RemarkEnd = {
  comment: string;
  isStart: boolean;
  at: number;
  inside: { edit: Extract<TextEdit, { kind: 'insert' }>; offset: number } | null;
};

/** Everything that was done to one paragraph. */
export type UnitEdits = { edits: TextEdit[]; ends: RemarkEnd[] };

/** Reads what was done to a paragraph: tracked edits, and by comparing with the sent text those made without tracking. */
export function readEdits(sentText: string, sentStyles: readonly CharacterStyle[] | null, unit: TextUnit): UnitEdits {
  const hunks = joinInNumbers(diffTexts(sentText, unit.text), sentText);
  return new EditReader(sentText, sentStyles, hunks, invert(hunks, sentText)).read(unit);
}

/** A number changed in several of its digits is one number in the place of another. */
function joinInNumbers(hunks: readonly TextHunk[], text: string): TextHunk[] {
  const joined: TextHunk[] = [];
  for (const hunk of hunks) {
    const last = joined.at(-1);
    const kept = last ? text.slice(last.to, hunk.from) : '';
    if (last && /^[\d.,%]+$/.test(kept)) {
      last.text += kept + hunk.text;
      last.to = hunk.to;
    } else joined.push({ ...hunk });
  }
  return joined;
}

/** The differences the other way round. */
function invert(hunks: readonly TextHunk[], text: string): TextHunk[] {
  let shift = 0;
  return hunks.map((hunk) => {
    const from = hunk.from + shift;
    shift += hunk.text.length - (hunk.to - hunk.from);
    return { from, to: from + hunk.text.length, text: text.slice(hunk.from, hunk.to) };
  });
}

/** The look of every character of a paragraph before any tracked change. */
export function listStyles(paragraphs: readonly ReviewedParagraph[]): CharacterStyle[] {
  return paragraphs.flatMap(({ pieces }) =>
    pieces.flatMap((piece) =>
      piece.type === 'text' && piece.inserted.length === 0
        ? Array.from({ length: piece.text.length }, () => piece.format?.before ?? piece.style)
        : [],
    ),
  );
}

class EditReader {
  private readonly edits: TextEdit[] = [];
  private readonly ends: RemarkEnd[] = [];
  /** How much of the original text of the returned paragraph is behind. */
  private offset = 0;

  constructor(
    private readonly sentText: string,
    private readonly sentStyles: readonly CharacterStyle[] | null,
    private readonly hunks: readonly TextHunk[],
    private readonly back: readonly TextHunk[],
  ) {}

  read(unit: TextUnit): UnitEdits {
    for (const { from, to, text } of this.hunks) {
      if (from < to) this.edits.push({ kind: 'delete', from, to, revision: null, revisions: [] });
      const texts = [{ text, style: PLAIN, figure: null, deleted: [] }];
      if (text !== '') this.edits.push({ kind: 'insert', at: to, texts, revision: null, revisions: [] });
    }
    unit.paragraphs.forEach((paragraph, index) => {
      for (const piece of paragraph.pieces) this.readPiece(piece);
      const division = unit.breaks[index];
      if (division) this.edits.push({ kind: 'split', at: this.toSent('before'), revision: division[0] ?? null, revisions: division });
    });
    return { edits: this.edits, ends: this.ends };
  }

  private toSent(side: 'before' | 'after', offset = this.offset): number {
    return Math.min(mapOffset(this.back, offset, side), this.sentText.length);
  }

  private readPiece(piece: Piece): void {
    if (piece.type === 'text') {
      if (piece.inserted.length > 0) this.readInserted(piece);
      else this.readOriginal(piece);
    } else if (piece.type !== 'object') {
      const last = this.edits.at(-1);
      const at = this.toSent(piece.type === 'commentStart' ? 'after' : 'before');
      const inside = last?.kind === 'insert' && last.revision !== null && last.at === this.toSent('before') ? last : null;
      const offset = inside ? inside.texts.reduce((sum, { text }) => sum + text.length, 0) : 0;
      this.ends.push({ comment: piece.comment, isStart: piece.type === 'commentStart', at, inside: inside && { edit: inside, offset } });
    } else {
      const [revision] = [...piece.inserted, ...piece.deleted];
      if (!revision) return;
      const revisions = [...piece.inserted, ...piece.deleted];
      this.edits.push({ kind: 'object', at: this.toSent('before'), isInserted: piece.inserted.length > 0, revision, revisions });
    }
  }

  private readInserted({ text, style, figure, note, inserted, deleted, format }: Extract<Piece, { type: 'text' }>): void {
    const [revision = null] = inserted;
    const added: InsertedText = { text, style, figure, deleted, ...(note !== undefined && { note }) };
    const revisions = [...inserted, ...(format ? [format.revision] : [])];
    const last = this.edits.at(-1);
    const at = this.toSent('before');
    if (last?.kind === 'insert' && last.at === at && last.revision && revision && isSameHand(last.revision, revision)) {
      last.texts.push(added);
      last.revisions.push(...revisions);
    } else this.edits.push({ kind: 'insert', at, texts: [added], revision, revisions });
  }

  private readOriginal({ text, style, deleted, format }: Extract<Piece, { type: 'text' }>): void {
    const from = this.toSent('after');
    const to = Math.max(from, this.toSent('before', this.offset + text.length));
    const [revision] = deleted;
    if (revision) {
      const last = this.edits.at(-1);
      if (last?.kind === 'delete' && last.to === from && last.revision && isSameHand(last.revision, revision)) {
        last.to = to;
        last.revisions.push(...deleted);
      } else if (from < to) this.edits.push({ kind: 'delete', from, to, revision, revisions: [...deleted] });
    }
    if (format) this.addFormat(from, to, format.revision, compareStyles(format.before, style));
    else if (this.sentStyles && !revision) this.compareLook(from, to, style);
    this.offset += text.length;
  }

  private addFormat(from: number, to: number, revision: Revision | null, style: StyleChange): void {
    const revisions = revision ? [revision] : [];
    const last = this.edits.at(-1);
    const isMore = last && 'to' in last && last.to === from && last.revision && revision && isSameHand(last.revision, revision);
    if (Object.keys(style).length === 0) {
      if (isMore && last.kind === 'look') {
        last.to = to;
        last.revisions.push(...revisions);
      } else this.edits.push({ kind: 'look', from, to, revision, revisions });
    } else if (isMore && last.kind === 'format' && JSON.stringify(last.style) === JSON.stringify(style)) {
      last.to = to;
      last.revisions.push(...revisions);
    } else this.edits.push({ kind: 'format', from, to, style, revision, revisions });
  }

  /** Finds a look that was changed with tracking switched off. */
  private compareLook(from: number, to: number, style: CharacterStyle): void {
    let start = from;
    while (start < to) {
      const change = compareStyles(this.sentStyles![start] ?? style, style);
      const key = JSON.stringify(change);
      let end = start + 1;
      while (end < to && JSON.stringify(compareStyles(this.sentStyles![end] ?? style, style)) === key) end++;
      if (key !== '{}') {
        const last = this.edits.at(-1);
        if (last?.kind === 'format' && last.revision === null && last.to === start && JSON.stringify(last.style) === key) last.to = end;
        else this.edits.push({ kind: 'format', from: start, to: end, style: change, revision: null, revisions: [] });
      }
      start = end;
    }
  }
}

export const PLAIN: CharacterStyle = { bold: false, italic: false, underline: false, sub: false, sup: false };

/** Word cuts one edit into several elements; those of one author and moment belong together. */
function isSameHand(a: Revision, b: Revision): boolean {
  return a.author === b.author && a.at === b.at;
}

function compareStyles(before: CharacterStyle, after: CharacterStyle): StyleChange {
  const change: StyleChange = {};
  for (const name of ['bold', 'italic', 'underline', 'sub', 'sup'] as const) if (before[name] !== after[name]) change[name] = after[name];
  return change;
}
