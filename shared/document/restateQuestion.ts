import type { ItemId } from '../domain/ids';
import type { Question } from '../domain/letter';

/**
 * A question's text with only the items named, each character as asked; whole when none is named. A question whose items cannot be found
 * in its text is restated whole rather than guessed at.
 */
export function restateQuestion({ text, items }: Question, itemIds: readonly ItemId[]): string {
  if (itemIds.length === 0 || items.every((item) => itemIds.includes(item.itemId))) return text;
  let kept = '';
  let at = 0;
  for (const { itemId, label, text: asked } of items) {
    const span = findItem(text, label, asked, at);
    if (span === null) return text;
    kept += text.slice(at, itemIds.includes(itemId) ? span.end : span.start);
    at = span.end;
  }
  return kept + text.slice(at);
}

/** Where an item stands in the text, white space aside: an item's own text has its line breaks joined. */
function findItem(text: string, label: string, asked: string, from: number): { start: number; end: number } | null {
  for (let start = text.indexOf(label, from); start >= 0; start = text.indexOf(label, start + 1)) {
    const end = matchLoosely(text, start + label.length, asked);
    if (end !== null) return { start, end };
  }
  return null;
}

/** The end of `wanted` in `text` from `from` on, white space on either side skipped; null when it does not stand there. */
function matchLoosely(text: string, from: number, wanted: string): number | null {
  let at = from;
  for (const character of wanted) {
    if (/\s/.test(character)) continue;
    while (at < text.length && /\s/.test(text.charAt(at))) at++;
    if (!text.startsWith(character, at)) return null;
    at += character.length;
  }
  return at;
}
