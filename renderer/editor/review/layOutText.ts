import type { BlockId, ChangeId } from '../../../shared/domain/ids';
import type { Inline, TextStyle } from '../../../shared/domain/reply';
import type { ReviewChange, StyleChange } from '../../../shared/domain/review';
import { getLength, getStyle, isSameStyle, type MarkedInline, STYLE_NAMES, withStyle } from './markedReply';

/** A change with the place it has in a text. */
export type TextMark = { change: ReviewChange; from: number; to: number };

/** A new paragraph mark in the text of a block. */
export type Cut = { changeId: ChangeId; newBlockId: BlockId };

/** Text up to a cut, or to the end of its block. */
export type LaidOut = { inlines: MarkedInline[]; cut: Cut | null };

type Host = {
  changes: readonly TextMark[];
  /** The change that brings this text in. */
  ins: ChangeId | null;
  /** Remarks on the text around. */
  comments: readonly ChangeId[];
  listInside: (changeId: ChangeId) => readonly TextMark[];
};

/** A text with its changes, those in what they insert included, as one row of inlines and cuts. */
export function layOutText(inlines: readonly Inline[], host: Host): (MarkedInline | Cut)[] {
  const changes = host.changes.map((mark) => snap(mark, inlines));
  const length = inlines.reduce((sum, inline) => sum + getLength(inline), 0);
  const borders = [...new Set([0, length, ...changes.flatMap(({ from, to }) => [from, to])])].sort((a, b) => a - b);
  const items: (MarkedInline | Cut)[] = [];
  const adding = [...changes].sort(compareAdding);
  for (const [index, from] of borders.entries()) {
    for (const one of adding) if (getPoint(one) === from) items.push(...layOutPoint(one.change, from, { ...host, changes }, items));
    const to = borders[index + 1];
    if (to === undefined) break;
    const covering = changes.filter((mark) => mark.from <= from && to <= mark.to).map(({ change }) => change);
    for (const inline of slice(inlines, from, to)) items.push(mark(inline, covering, host));
  }
  return items;
}

/** Words proposed for a figure stand right behind it, those proposed last first; all else keeps its order. */
function compareAdding(a: TextMark, b: TextMark): number {
  const [one, other] = [a, b].map(({ change }) => change.payload.kind === 'overrideFigure');
  if (one !== other) return one ? -1 : 1;
  return one ? (a.change.at < b.change.at ? 1 : -1) : 0;
}

/** Where a change adds something to the text; null when it adds nothing. The words proposed for a figure stand behind it. */
function getPoint({ change, from, to }: TextMark): number | null {
  const { kind } = change.payload;
  return kind === 'insert' || kind === 'splitBlock' ? from : kind === 'overrideFigure' ? to : null;
}

function layOutPoint(
  { changeId, payload }: ReviewChange,
  at: number,
  host: Host,
  laid: readonly (MarkedInline | Cut)[],
): (MarkedInline | Cut)[] {
  const around = host.changes.filter(({ change, from, to }) => change.payload.kind === 'comment' && from < at && at < to);
  const comments = [...host.comments, ...around.map(({ change }) => change.changeId)];
  const inside = host.listInside(changeId);
  if (payload.kind === 'insert') return layOutText(payload.inlines, { ...host, changes: inside, ins: changeId, comments });
  if (payload.kind === 'overrideFigure') {
    const figure = laid.at(-1);
    const style = figure && 'inline' in figure ? (figure.was ?? getStyle(figure.inline)) : {};
    return layOutText([{ type: 'text', text: payload.proposed, ...style }], { ...host, changes: inside, ins: changeId, comments });
  }
  if (payload.kind !== 'splitBlock') return [];
  const beside = (isBefore: boolean) =>
    inside
      .filter((mark) => getPoint(mark) !== null && (mark.from === 0) === isBefore)
      .flatMap(({ change }) => layOutPoint(change, at, host, laid));
  return [...beside(true), { changeId, newBlockId: payload.newBlockId }, ...beside(false)];
}

function mark(inline: Inline, covering: readonly ReviewChange[], { ins, comments }: Host): MarkedInline {
  const marked: { del: ChangeId[]; format: ChangeId[]; comments: ChangeId[] } = { del: [], format: [], comments: [...comments] };
  let style = getStyle(inline);
  const was = style;
  for (const { changeId, payload } of covering) {
    if (payload.kind === 'delete' || payload.kind === 'overrideFigure') marked.del.push(changeId);
    else if (payload.kind === 'comment') marked.comments.push(changeId);
    else if (payload.kind === 'format') {
      marked.format.push(changeId);
      style = restyle(style, payload.style);
    }
  }
  const isFormatted = marked.format.length > 0;
  return { inline: isFormatted ? withStyle(inline, style) : inline, was: isFormatted ? was : null, ins, ...marked };
}

/** The style with a change of format upon it. */
export function restyle(style: TextStyle, change: StyleChange): TextStyle {
  const next: TextStyle = {};
  for (const name of STYLE_NAMES) if (change[name] ?? style[name]) next[name] = true;
  return next;
}

/** What must change to come from one style to another; null when they look the same. */
export function findStyleChange(from: TextStyle, to: TextStyle): StyleChange | null {
  if (isSameStyle(from, to)) return null;
  const change: StyleChange = {};
  for (const name of STYLE_NAMES) if (Boolean(from[name]) !== Boolean(to[name])) change[name] = Boolean(to[name]);
  return change;
}

/** A change's range within the text, whole figures only: a number is not cut. */
function snap({ change, from, to }: TextMark, inlines: readonly Inline[]): TextMark {
  let start = 0;
  let range = { from, to: Math.max(from, to) };
  for (const inline of inlines) {
    const end = start + getLength(inline);
    const isCut = (at: number) => inline.type !== 'text' && start < at && at < end;
    range = { from: isCut(range.from) ? (from === to ? end : start) : range.from, to: isCut(range.to) ? end : range.to };
    start = end;
  }
  return { change, from: Math.min(range.from, start), to: Math.min(range.to, start) };
}

function slice(inlines: readonly Inline[], from: number, to: number): Inline[] {
  const found: Inline[] = [];
  let start = 0;
  for (const inline of inlines) {
    const end = start + getLength(inline);
    const [first, last] = [Math.max(from, start), Math.min(to, end)];
    if (first < last) found.push(inline.type === 'text' ? { ...inline, text: inline.text.slice(first - start, last - start) } : inline);
    start = end;
  }
  return found;
}
