import type { Item, Question } from '../../domain/letter';

/** An item's place in its question's text: its label from `start`, its words from `textStart` to `end`. */
export type ItemPlace = { item: Item; start: number; textStart: number; end: number };

/** Where the items stand in a question's text, in order. An item whose words are not found there is left out. */
export function locateItems({ text, items }: Pick<Question, 'text' | 'items'>): ItemPlace[] {
  const places: ItemPlace[] = [];
  let from = 0;
  for (const item of items) {
    const place = locateItem(text, item, from);
    if (!place) continue;
    places.push(place);
    from = place.end;
  }
  return places;
}

function locateItem(text: string, item: Item, from: number): ItemPlace | null {
  for (let start = text.indexOf(item.label, from); start >= 0; start = text.indexOf(item.label, start + 1)) {
    if (item.label === '') start = text.indexOf(item.text, start);
    if (start < 0) return null;
    let textStart = start + item.label.length;
    while (/\s/.test(text.charAt(textStart))) textStart++;
    if (text.startsWith(item.text, textStart)) return { item, start, textStart, end: textStart + item.text.length };
  }
  return null;
}

/**
 * Where a caret in a question's text stops: behind sentences and clauses that end with ；, at paragraphs, at items, and at both ends. Sorted offsets.
 */
export function listStops(question: Pick<Question, 'text' | 'items'>): number[] {
  const stops = new Set([0, question.text.length]);
  for (const match of question.text.matchAll(/[。；！？\n][”」』）)]?\s*/g)) stops.add(match.index + match[0].length);
  for (const { start, end } of locateItems(question)) stops.add(start).add(end);
  return [...stops].sort((a, b) => a - b);
}
