import type { Item } from '../../../shared/domain/letter';

/** Paragraphs `from` to before `to` that hold an item: from the one beginning with its label to the next item's; null when its label stands inside a paragraph. */
export function findItemParagraphs(paragraphs: readonly string[], items: readonly Item[], item: Item): { from: number; to: number } | null {
  const starts = (candidate: Item, after: number) =>
    paragraphs.findIndex((text, index) => index >= after && text.trimStart().startsWith(candidate.label));
  let from = -1;
  for (const candidate of items) {
    const start = starts(candidate, from + 1);
    if (candidate === item) {
      from = start;
      break;
    }
    if (start >= 0) from = start;
  }
  if (from < 0) return null;
  const next = items[items.indexOf(item) + 1];
  const end = next ? starts(next, from + 1) : -1;
  return { from, to: end < 0 ? from + 1 : end };
}
