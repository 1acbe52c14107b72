import type { Item } from '../../domain/letter';
import { resembles, squeeze, trimEnd } from './compareText';
import { splitLabel } from './headings';

/** Characters of an item that prove what begins with them to be the item. */
const SHORTEST_PROOF = 8;
/** 。请会计师核查并发表意见 behind an item. */
const REQUEST = /^[。;,]?请[^。]{1,60}$/;

/** Whether a labelled paragraph repeats an item of the letter: whole, with the request to verify behind it, or under its own label no more than its beginning. */
export function repeatsItem(text: string, item: Pick<Item, 'label' | 'text'>): boolean {
  const { level, rest } = splitLabel(text);
  if (level === null) return false;
  const asked = trimEnd(squeeze(splitLabel(item.text).rest));
  const key = trimEnd(squeeze(rest));
  if (resembles(key, asked)) return true;
  if (asked.length >= SHORTEST_PROOF && key.startsWith(asked)) return REQUEST.test(key.slice(asked.length));
  return key.length >= SHORTEST_PROOF && asked.startsWith(key) && squeeze(text).startsWith(squeeze(item.label));
}
