import type { Item } from '../../domain/letter';
import { readNumeral } from '../../letter/numerals';
import { resembles, squeeze, trimEnd } from './compareText';
import { splitLabel } from './headings';

/** Characters of an item that prove what begins with them to be the item. */
const SHORTEST_PROOF = 8;
/** 。请会计师核查并发表意见 behind an item. */
const REQUEST = /^[。;,]?请[^。]{1,60}$/;
const NUMBER = /\d{1,2}|[一二三四五六七八九十]{1,3}|[①-⑳]/;

/** Whether a labelled paragraph repeats an item of the letter: whole, with the request to verify behind it, or under its number no more than its beginning. */
export function repeatsItem(text: string, item: Pick<Item, 'no' | 'text'>): boolean {
  const { level, rest } = splitLabel(text);
  if (level === null) return false;
  const asked = trimEnd(squeeze(splitLabel(item.text).rest));
  const key = trimEnd(squeeze(rest));
  if (resembles(key, asked)) return true;
  if (asked.length >= SHORTEST_PROOF && key.startsWith(asked)) return REQUEST.test(key.slice(asked.length));
  return key.length >= SHORTEST_PROOF && asked.startsWith(key) && readNumber(text, rest) === item.no;
}

/** The number of the label before a text, in Arabic digits. */
function readNumber(text: string, rest: string): string | null {
  const number = NUMBER.exec(text.slice(0, text.length - rest.length))?.[0];
  const value = number === undefined ? null : readNumeral(number);
  return value === null ? null : String(value);
}
