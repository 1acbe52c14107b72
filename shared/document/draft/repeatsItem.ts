import type { Item } from '../../domain/letter';
import { resembles, squeeze, trimEnd } from './compareText';
import { splitLabel } from './headings';

/** Whether a labelled paragraph repeats an item of the letter, with the request to verify behind it or without. */
export function repeatsItem(text: string, item: Pick<Item, 'text'>): boolean {
  const { level, rest } = splitLabel(text);
  if (level === null) return false;
  const asked = trimEnd(squeeze(splitLabel(item.text).rest));
  const key = trimEnd(squeeze(rest));
  return resembles(key, asked) || (asked.length >= SHORTEST_PROOF && key.startsWith(asked) && REQUEST.test(key.slice(asked.length)));
}

/** Characters of an item that prove what begins with them to be the item. */
const SHORTEST_PROOF = 8;
/** 。请会计师核查并发表意见 behind an item. */
const REQUEST = /^[。;,]?请[^。]{1,60}$/;
