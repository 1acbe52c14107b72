import { readNumeral } from '../../letter/numerals';
import { squeeze, trimEnd } from '../draft/compareText';
import type { AskedQuestion } from '../draft/draftSplit';
import { REPLY_LABEL } from '../draft/draftTerms';
import { splitLabel } from '../draft/headings';
import { repeatsItem } from '../draft/repeatsItem';
import type { StatementPart } from './opinionText';

type Item = AskedQuestion['items'][number];

/**
 * Two statements without what each document puts between the answers in its own way: 回复：, the form of the numbers before the letter's items (一、 or （一）), and
 * items a firm repeats over answers that have no heading in ours.
 */
export function levelItems(
  ours: readonly StatementPart[],
  theirs: readonly StatementPart[],
  items: readonly Item[],
): [ours: StatementPart[], theirs: StatementPart[]] {
  const headed = new Set(ours.flatMap((part) => findItem(part, items) ?? []));
  const level = (parts: readonly StatementPart[]) => parts.filter((part) => !isReplyLabel(part)).map((part) => levelNumber(part, items));
  const own = theirs.filter((part) => {
    const item = findItem(part, items);
    return item === null || headed.has(item) || part.type !== 'text' || !isExact(part.text, item);
  });
  return [level(ours), level(own)];
}

function isReplyLabel(part: StatementPart): boolean {
  return part.type === 'text' && REPLY_LABEL.exec(part.text.trim())?.[2] === '';
}

function findItem(part: StatementPart, items: readonly Item[]): Item | null {
  return part.type === 'text' ? (items.find((item) => repeatsItem(part.text, item)) ?? null) : null;
}

function isExact(text: string, item: Item): boolean {
  return trimEnd(squeeze(splitLabel(text).rest)).startsWith(trimEnd(squeeze(item.text)));
}

/** A text that begins with an item under the letter's form of its number; under another item's number it stays as it is. */
function levelNumber(part: StatementPart, items: readonly Item[]): StatementPart {
  if (part.type !== 'text') return part;
  const { rest } = splitLabel(part.text);
  const number = /[\d一二三四五六七八九十]+/.exec(part.text.slice(0, part.text.length - rest.length))?.[0] ?? '';
  const item = items.find(({ no }) => no === String(readNumeral(number)));
  return item !== undefined && beginsWith(part.text, item) ? { type: 'text', text: item.label + rest } : part;
}

/** The line behind an item may be joined to it: a line of a PDF was full. */
function beginsWith(text: string, item: Item): boolean {
  return repeatsItem(text, item) || isExact(text, item);
}
