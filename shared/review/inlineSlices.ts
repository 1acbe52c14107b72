import { getInlineText, type Inline, type TextStyle } from '../domain/reply';
import type { StyleChange } from '../domain/review';

/** Inlines between two places counted in `getInlineText`. A figure that is cut is plain text from there on: part of a number is no number. */
export function sliceInlines(inlines: readonly Inline[], from: number, to: number): Inline[] {
  const slice: Inline[] = [];
  let start = 0;
  for (const inline of inlines) {
    const text = getInlineText([inline]);
    const first = Math.max(from, start) - start;
    const last = Math.min(to, start + text.length) - start;
    if (first < last)
      slice.push(last - first === text.length ? inline : { type: 'text', text: text.slice(first, last), ...getStyle(inline) });
    start += text.length;
  }
  return slice;
}

/** Inlines with styles set or taken away. */
export function restyleInlines(inlines: readonly Inline[], change: StyleChange): Inline[] {
  return inlines.map((inline) => {
    const style = pickStyle(Object.fromEntries(Object.entries({ ...getStyle(inline), ...change }).filter(([, on]) => on)));
    if (inline.type === 'text') return { type: 'text', text: inline.text, ...style };
    if (!('text' in inline)) return inline;
    const { style: _former, ...bare } = inline;
    return Object.keys(style).length > 0 ? { ...bare, style } : bare;
  });
}

/** Puts runs of text that look alike together and leaves empty ones out. */
export function joinRuns(inlines: readonly Inline[]): Inline[] {
  const joined: Inline[] = [];
  for (const inline of inlines) {
    const last = joined.at(-1);
    if (inline.type === 'text' && inline.text === '') continue;
    if (inline.type === 'text' && last?.type === 'text' && JSON.stringify(getStyle(inline)) === JSON.stringify(getStyle(last))) {
      joined[joined.length - 1] = { ...last, text: last.text + inline.text };
    } else joined.push(inline);
  }
  return joined;
}

function getStyle(inline: Inline): TextStyle {
  return pickStyle(inline.type === 'text' ? inline : 'style' in inline ? (inline.style ?? {}) : {});
}

function pickStyle({ bold, italic, underline, sub, sup }: TextStyle): TextStyle {
  return { ...(bold && { bold }), ...(italic && { italic }), ...(underline && { underline }), ...(sub && { sub }), ...(sup && { sup }) };
}
