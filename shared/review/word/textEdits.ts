import type { StyleChange } from '../../domain/review';
import { diffTexts, mapOffset, type TextHunk } from '../textDiff';
import type { CharacterStyle, Piece, ReviewedNote, ReviewedParagraph, Revision, StyleName } from './reviewedDocument';
import type { TextUnit } from './units';

/** Text put in by an edit, with its look, the figure it claims to be, its footnote, who gave it another look, and who wants it out again. */
export type InsertedText = {
  text: string;
  style: CharacterStyle;
  figure: string | null;
  note?: string;
  restyled?: { style: StyleChange; revision: Revision };
  deleted: Revision[];
};

/** An edit of one paragraph as it was sent; places count in its text then. `revision` null: made with tracking switched off. */
export type TextEdit = { revision: Revision | null; revisions: Revision[] } & (
  | { kind: 'delete'; from: number; to: number }
  | { kind: 'insert'; at: number; texts: InsertedText[] }
  | { kind: 'format'; from: number; to: number; style: StyleChange }
  | { kind: 'split'; at: number }
  /** Another text of the footnote at a place. */
  | { kind: 'note'; at: number; note: string }
  /** A look a reply does not know, a picture put in or taken out. */
  | { kind: 'look'; from: number; to: number }
  | { kind: 'object'; at: number; isInserted: boolean }
);

/** A paragraph as it was sent: its text, the looks of its characters (null where they are not compared), its footnotes by place, and its pictures. */
export type SentText = { text: string; styles: readonly CharacterStyle[] | null; notes: ReadonlyMap<number, string>; objects: number };

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
export function readEdits(sent: SentText, unit: TextUnit): UnitEdits {
  const hunks = joinInNumbers(diffTexts(sent.text, unit.text), sent.text);
  return new EditReader(sent, hunks, invert(hunks, sent.text)).read(unit);
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
    private readonly sent: SentText,
    private readonly hunks: readonly TextHunk[],
    private readonly back: readonly TextHunk[],
  ) {}

  read(unit: TextUnit): UnitEdits {
    this.hunks.forEach(({ from, to, text }, index) => {
      if (from < to) this.edits.push({ kind: 'delete', from, to, revision: null, revisions: [] });
      const texts = sliceOriginal(unit, this.back[index]!.from, this.back[index]!.to);
      if (text !== '') this.edits.push({ kind: 'insert', at: to, texts, revision: null, revisions: [] });
    });
    unit.paragraphs.forEach((paragraph, index) => {
      for (const piece of paragraph.pieces) this.readPiece(piece);
      const division = unit.breaks[index];
      if (division) this.edits.push({ kind: 'split', at: this.toSent('before'), revision: division[0] ?? null, revisions: division });
    });
    this.compareObjects(unit);
    return { edits: this.edits, ends: this.ends };
  }

  private toSent(side: 'before' | 'after', offset = this.offset): number {
    return Math.min(mapOffset(this.back, offset, side), this.sent.text.length);
  }

  /** Finds pictures put in or taken out with tracking switched off. */
  private compareObjects(unit: TextUnit): void {
    const isInserted = countObjects(unit.paragraphs) > this.sent.objects;
    if (!isInserted && countObjects(unit.paragraphs) === this.sent.objects) return;
    this.edits.push({ kind: 'object', at: this.sent.text.length, isInserted, revision: null, revisions: [] });
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
    const isRestyled = format !== null && format.revision.author !== revision?.author;
    const added: InsertedText = {
      text,
      style: isRestyled ? format.before : style,
      figure,
      deleted,
      ...(note && { note: note.after }),
      ...(isRestyled && { restyled: { style: compareStyles(format.before, style), revision: format.revision } }),
    };
    const revisions = [...inserted, ...(format && !isRestyled ? [format.revision] : []), ...(note?.revisions ?? [])];
    const last = this.edits.at(-1);
    const at = this.toSent('before');
    if (last?.kind === 'insert' && last.at === at && last.revision && revision && isSameHand(last.revision, revision)) {
      last.texts.push(added);
      last.revisions.push(...revisions);
    } else this.edits.push({ kind: 'insert', at, texts: [added], revision, revisions });
  }

  private readOriginal({ text, style, deleted, format, note }: Extract<Piece, { type: 'text' }>): void {
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
    if (format) this.addFormat(from, to, format.revision, compareStyles(format.before, style), format.before.mark !== style.mark);
    else if (this.sent.styles && !revision) this.compareLook(from, to, style);
    if (note && !revision) this.compareNote(from, note);
    this.offset += text.length;
  }

  private compareNote(at: number, { before, after, revisions }: ReviewedNote): void {
    const former = this.sent.notes.get(at);
    if (former === undefined || isSameWords(former, after)) return;
    const [revision = null] = isSameWords(before, after) ? [] : revisions;
    this.edits.push({ kind: 'note', at, note: after, revision, revisions });
  }

  /** `marks`: the change gave the words a look besides that a reply does not know. */
  private addFormat(from: number, to: number, revision: Revision | null, style: StyleChange, marks: boolean): void {
    const isNamed = Object.keys(style).length > 0;
    const revisions = revision ? [revision] : [];
    const isMore = (edit: TextEdit | undefined, kind: TextEdit['kind']) =>
      edit?.kind === kind && 'to' in edit && edit.to === from && isSameHand(edit.revision, revision);
    const [before, last] = this.edits.slice(-2);
    if (isNamed) {
      const own = [last, before].find((edit) => isMore(edit, 'format'));
      if (own?.kind === 'format' && JSON.stringify(own.style) === JSON.stringify(style)) {
        own.to = to;
        own.revisions.push(...revisions);
      } else this.edits.push({ kind: 'format', from, to, style, revision, revisions });
    }
    if (isNamed && !marks) return;
    const own = [last, before].find((edit) => isMore(edit, 'look'));
    if (own?.kind === 'look') {
      own.to = to;
      own.revisions.push(...revisions);
    } else this.edits.push({ kind: 'look', from, to, revision, revisions: [...revisions] });
  }

  /** Finds a look that was changed with tracking switched off. */
  private compareLook(from: number, to: number, style: CharacterStyle): void {
    let start = from;
    while (start < to) {
      const former = this.sent.styles![start] ?? style;
      let end = start + 1;
      while (end < to && isSameStyle(this.sent.styles![end] ?? style, former)) end++;
      if (!isSameStyle(former, style)) this.addFormat(start, end, null, compareStyles(former, style), former.mark !== style.mark);
      start = end;
    }
  }
}

/** Original text of a paragraph in a range, piece by piece. */
function sliceOriginal(unit: TextUnit, from: number, to: number): InsertedText[] {
  let offset = 0;
  return unit.paragraphs
    .flatMap(({ pieces }) => pieces)
    .flatMap((piece): InsertedText[] => {
      if (piece.type !== 'text' || piece.inserted.length > 0) return [];
      const start = offset;
      offset += piece.text.length;
      const text = piece.text.slice(Math.max(0, from - start), Math.max(0, to - start));
      const { style, figure, deleted, note } = piece;
      return text === '' ? [] : [{ text, style, figure, deleted, ...(note && { note: note.after }) }];
    });
}

/** Pictures and the like that no tracked change brought or takes. */
export function countObjects(paragraphs: readonly ReviewedParagraph[]): number {
  return paragraphs
    .flatMap(({ pieces }) => pieces)
    .filter((piece) => piece.type === 'object' && piece.inserted.length === 0 && piece.deleted.length === 0).length;
}

/** Word cuts one edit into several elements; those of one author and moment belong together, and so do those nobody signed. */
function isSameHand(a: Revision | null, b: Revision | null): boolean {
  return a?.author === b?.author && a?.at === b?.at;
}

/** Editors set blanks anew where a note begins. */
function isSameWords(a: string, b: string): boolean {
  return a.replace(/\s+/g, '') === b.replace(/\s+/g, '');
}

function isSameStyle(a: CharacterStyle, b: CharacterStyle): boolean {
  return a.mark === b.mark && STYLES.every((name) => a[name] === b[name]);
}

const STYLES: readonly StyleName[] = ['bold', 'italic', 'underline', 'sub', 'sup'];

function compareStyles(before: CharacterStyle, after: CharacterStyle): StyleChange {
  const change: StyleChange = {};
  for (const name of STYLES) if (before[name] !== after[name]) change[name] = after[name];
  return change;
}
