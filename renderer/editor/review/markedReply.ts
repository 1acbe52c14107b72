import type { ChangeId } from '../../../shared/domain/ids';
import { type Block, getInlineText, type Inline, type Section, type TextStyle } from '../../../shared/domain/reply';

/** A block without its text: what kind of block it is, and its id. */
export type BlockShell = Block;

/**
 * An inline with the open changes upon it. `inline` is as shown; `was` is its style without the format changes, null when there are none. `ins` is
 * the change that brought it in, null for text of the reply itself.
 */
export type MarkedInline = {
  inline: Inline;
  was: TextStyle | null;
  ins: ChangeId | null;
  del: readonly ChangeId[];
  format: readonly ChangeId[];
  comments: readonly ChangeId[];
};

/**
 * A block with the open changes upon it. `shell` is as shown; `was` is what it is without the changes of `set`, null when there are none. `split`
 * brought in the paragraph mark at its end, those of `join` take that mark away; `ins` brought in the whole block, those of `del` take it away.
 */
export type MarkedBlock = {
  shell: BlockShell;
  was: BlockShell | null;
  set: readonly ChangeId[];
  ins: ChangeId | null;
  del: readonly ChangeId[];
  split: ChangeId | null;
  join: readonly ChangeId[];
  inlines: MarkedInline[];
};

export type MarkedSection = { head: Omit<Section, 'blocks'>; blocks: MarkedBlock[] };

/** An inline of the reply itself, without a mark. */
export function plainInline(inline: Inline): MarkedInline {
  return { inline, was: null, ins: null, del: [], format: [], comments: [] };
}

/** A block of the reply itself, without a mark. */
export function plainBlock(block: Block): MarkedBlock {
  const inlines = 'inlines' in block ? block.inlines.map(plainInline) : [];
  return { shell: toShell(block), was: null, set: [], ins: null, del: [], split: null, join: [], inlines };
}

/** Whether nothing is marked on the block or in it. */
export function isPlainBlock(block: MarkedBlock): boolean {
  return (
    block.ins === null &&
    block.split === null &&
    block.del.length + block.set.length + block.join.length === 0 &&
    block.inlines.every(isPlain)
  );
}

function isPlain({ ins, del, format, comments }: MarkedInline): boolean {
  return ins === null && del.length + format.length + comments.length === 0;
}

/** A block's kind and id without its text. */
export function toShell(block: Block): BlockShell {
  return 'inlines' in block ? { ...block, inlines: [] } : block;
}

/** How much of a block's text an inline takes, in UTF-16 units of `getInlineText`. */
export function getLength(inline: Inline): number {
  return inline.type === 'text' ? inline.text.length : getInlineText([inline]).length;
}

/** The style of an inline; a break or a note has none. */
export function getStyle(inline: Inline): TextStyle {
  if (inline.type !== 'text') return 'style' in inline ? (inline.style ?? {}) : {};
  const { type: _type, text: _text, ...style } = inline;
  return style;
}

/** The inline in another style; a break or a note stays as it is. */
export function withStyle(inline: Inline, style: TextStyle): Inline {
  if (inline.type === 'text') return { type: 'text', text: inline.text, ...style };
  if (inline.type !== 'figure' && inline.type !== 'reference') return inline;
  const { style: _style, ...bare } = inline;
  return Object.keys(style).length === 0 ? bare : { ...bare, style };
}

/** Whether two styles look the same. */
export function isSameStyle(a: TextStyle, b: TextStyle): boolean {
  return STYLE_NAMES.every((name) => Boolean(a[name]) === Boolean(b[name]));
}

export const STYLE_NAMES = ['bold', 'italic', 'underline', 'sub', 'sup'] as const;

/** Marked inlines in their normal form: no empty text, no two texts side by side that are alike in style and marks. */
export function joinMarked(inlines: readonly MarkedInline[]): MarkedInline[] {
  const joined: MarkedInline[] = [];
  for (const one of inlines) {
    const last = joined.at(-1);
    if (one.inline.type === 'text' && one.inline.text === '') continue;
    if (one.inline.type === 'text' && last?.inline.type === 'text' && isSameStyle(one.inline, last.inline) && hasSameMarks(one, last)) {
      joined[joined.length - 1] = { ...last, inline: { ...last.inline, text: last.inline.text + one.inline.text } };
    } else joined.push(one);
  }
  return joined;
}

/** Whether two inlines carry the same changes. */
export function hasSameMarks(a: Omit<MarkedInline, 'inline'>, b: Omit<MarkedInline, 'inline'>): boolean {
  return (
    a.ins === b.ins &&
    isSameSet(a.del, b.del) &&
    isSameSet(a.format, b.format) &&
    isSameSet(a.comments, b.comments) &&
    (a.was === null ? b.was === null : b.was !== null && isSameStyle(a.was, b.was))
  );
}

/** Whether two lists of ids hold the same ones in the same order. */
export function isSameSet(a: readonly ChangeId[], b: readonly ChangeId[]): boolean {
  return a === b || (a.length === b.length && a.every((id, index) => id === b[index]));
}
