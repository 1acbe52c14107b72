import type { FigureId } from '../domain/ids';
import { getInlineText, type Inline } from '../domain/reply';

/** The inlines with the number replaced; the linked figure that stands there instead; or null where the text is not as said. */
export type ReplacedNumber = { inlines: Inline[] } | { figureId: FigureId } | null;

/**
 * Puts `after` where `before` stands from character `start` on, in the style of its first character. A linked figure is not text: it is named instead,
 * unless `unlinks` says that plain text shall take its place.
 */
export function replaceNumber(inlines: readonly Inline[], start: number, before: string, after: string, unlinks = false): ReplacedNumber {
  const end = start + before.length;
  if (getInlineText(inlines).slice(start, end) !== before) return null;
  const result: Inline[] = [];
  let offset = 0;
  let written = false;
  for (const inline of inlines) {
    const length = getInlineText([inline]).length;
    const [from, to] = [Math.max(start, offset), Math.min(end, offset + length)];
    if (from >= to) {
      result.push(inline);
    } else if (inline.type === 'figure') {
      if (!unlinks || from > offset || to < offset + length) return { figureId: inline.figureId };
      if (!written) result.push({ type: 'text', text: after, ...inline.style });
      written = true;
    } else if (inline.type !== 'text') {
      return null;
    } else {
      const text = inline.text.slice(0, from - offset) + (written ? '' : after) + inline.text.slice(to - offset);
      written = true;
      if (text !== '') result.push({ ...inline, text });
    }
    offset += length;
  }
  return { inlines: result };
}
