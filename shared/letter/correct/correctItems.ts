import { type ItemId, newId } from '../../domain/ids';
import { type Ask, type Item, ITEM_STATUSES, type Question } from '../../domain/letter';
import { splitAsks } from '../asks';
import type { Corrected, LetterStructure } from './correction';
import { locateItems } from './itemPlaces';
import { chooseNumber, readPrintedLabel } from './printedLabel';
import { standsOnlyIn } from './splitQuestion';

/**
 * Begins an item at an offset of the question's text: it takes the words up to the next item. Inside an item it takes the rest of that one, with the
 * asks that stand there; links, sections and status stay with the first.
 */
export function splitItem(structure: LetterStructure, question: Question, at: number): Corrected {
  const places = locateItems(question);
  const cut = places.find(({ textStart, end }) => textStart < at && at < end);
  if (places.some(({ start, textStart }) => start <= at && at <= textStart)) return { refused: 'reason.nothingToSplit' };
  const end = cut?.end ?? places.find(({ start }) => start > at)?.start ?? question.text.length;
  const words = question.text.slice(at, end).trim();
  const left = cut ? question.text.slice(cut.textStart, at).trim() : null;
  if (words === '' || left === '') return { refused: 'reason.nothingToSplit' };
  const label = readPrintedLabel('item', words);
  const made: Item = {
    itemId: newId(),
    no: chooseNumber(
      label?.no ?? null,
      question.items.map(({ no }) => no),
    ),
    label: label?.label ?? '',
    text: label?.rest ?? words,
    status: cut || question.items.length > 0 ? 'toWrite' : question.status,
    owner: cut?.item.owner ?? question.owner,
  };
  const position = question.items.findIndex((item) => (places.find((place) => place.item === item)?.start ?? -1) >= at);
  const items = question.items
    .map((item) => (item === cut?.item ? { ...item, text: left! } : item))
    .toSpliced(position < 0 ? question.items.length : position, 0, made);
  const verifications = question.verifications.map((one) =>
    cut && one.itemIds.includes(cut.item.itemId) ? { ...one, itemIds: [...one.itemIds, made.itemId] } : one,
  );
  const before = left ?? question.text.slice(0, at);
  const from = cut?.item.itemId ?? null;
  const moved = structure.asks.map((ask) => {
    const isOwn = ask.questionId === question.questionId && ask.itemId === from;
    return isOwn && standsOnlyIn(ask, made.text, before) ? { ...ask, itemId: made.itemId } : ask;
  });
  const asks = moved.some(({ itemId }) => itemId === made.itemId) ? moved : [...moved, ...readAsks(question, made)];
  return {
    structure: { ...replaceQuestion(structure, { ...question, items, verifications }), asks: sortByItem(asks, { ...question, items }) },
  };
}

function readAsks({ questionId }: Question, { itemId, text }: Item): Ask[] {
  return splitAsks(text, true).map((ask) => ({ ...ask, askId: newId(), questionId, itemId, state: 'open', reason: null }));
}

/** Joins an item with the next one: words, asks, links, sections and requests to verify. It is as far as the one of them that is less far. */
export function mergeItems(structure: LetterStructure, question: Question, itemId: ItemId): Corrected {
  const at = question.items.findIndex((item) => item.itemId === itemId);
  const [item, next] = [question.items[at], question.items[at + 1]];
  if (!item || !next) return { refused: 'reason.noNextItem' };
  const places = locateItems(question);
  const [place, nextPlace] = [places.find((one) => one.item === item), places.find((one) => one.item === next)];
  const text = place && nextPlace ? question.text.slice(place.textStart, nextPlace.end) : `${item.text}\n${next.label}${next.text}`;
  const status = ITEM_STATUSES[Math.min(ITEM_STATUSES.indexOf(item.status), ITEM_STATUSES.indexOf(next.status))]!;
  const items = question.items.toSpliced(at, 2, { ...item, text, status, owner: item.owner ?? next.owner });
  const over = (id: ItemId | null) => (id === next.itemId ? itemId : id);
  const overAll = (ids: readonly ItemId[]) => [...new Set(ids.map((id) => over(id)!))];
  const verifications = question.verifications.map((one) => ({ ...one, itemIds: overAll(one.itemIds) }));
  const merged = replaceQuestion(structure, { ...question, items, verifications });
  return {
    structure: {
      ...merged,
      asks: structure.asks.map((ask) => ({ ...ask, itemId: over(ask.itemId) })),
      links: structure.links.map((link) => ({ ...link, itemId: over(link.itemId) })),
      replies: structure.replies.map((reply) => ({
        ...reply,
        sections: reply.sections.map((section) => ({ ...section, itemIds: overAll(section.itemIds) })),
      })),
    },
  };
}

/** The structure with one question in another form. */
export function replaceQuestion(structure: LetterStructure, question: Question): LetterStructure {
  return { ...structure, questions: structure.questions.map((one) => (one.questionId === question.questionId ? question : one)) };
}

/** The asks with those of one question in the order of its items, its own first. */
function sortByItem(asks: readonly Ask[], { questionId, items }: Question): Ask[] {
  const rank = new Map<ItemId | null, number>([[null, -1], ...items.map(({ itemId }, at) => [itemId, at] as const)]);
  const own = asks.filter((ask) => ask.questionId === questionId).toSorted((one, other) => rank.get(one.itemId)! - rank.get(other.itemId)!);
  const first = asks.findIndex((ask) => ask.questionId === questionId);
  const others = asks.filter((ask) => ask.questionId !== questionId);
  return first < 0 ? [...others, ...own] : [...others.slice(0, first), ...own, ...others.slice(first)];
}
