import { foldText, foldWhole, hasMarks } from './foldText';

/** Characters that may stand between those of a word without a reader noticing: blanks and marks of no width. */
const BLANK = '\\s\\u00ad\\u200b-\\u200f\\u2060\\ufeff';
const BETWEEN = `[${BLANK}]*`;
/** The same in a word so long that it is known with marks between its characters. */
const BETWEEN_MANY = `[${BLANK}\\u00b7\\u2022.\\-_\\u3001/|*~^]*`;
const MANY = 3;
/** The same inside a number, where separators may stand too; what another line or cell says is another number. */
const BETWEEN_DIGITS = "[ ,'_\\u00a0\\u2009\\u202f\\u00ad\\u200b-\\u200f\\u2060\\ufeff]*";

const NUMBER = /^[+-]?\d[\d,]*(?:\.\d+)?%?$/;

/** Significant digits, and digits printed, from which a number tells something: 5, 100 or 128 stand everywhere. A rate does with its sign. */
const FEWEST_DIGITS = 3;
const FEWEST_PRINTED = 4;
const RATE_SIGN = '(?=\\s*(?:%|个?百分点))';
/** A year stands everywhere too. */
const YEAR = /^(?:19|20)\d\d$/;
/** Characters from which a word does. */
const FEWEST_CHARACTERS = 2;

/** Finds a word or number in whatever form: spaced, full-width, in capitals, with or without separators. Ranges are [from, to) of the text, in order. */
export type FormFinder = (text: string) => [number, number][];

/** A finder of every word given, longer ones first; words too short to tell anything are left out. Null when none is left. */
export function createFormFinder(words: readonly string[]): FormFinder | null {
  const folded = [...new Set(words.map((word) => foldText(word).folded.replaceAll(/\s/g, '')))].filter(isTelling);
  if (folded.length === 0) return null;
  const sources = folded.toSorted((a, b) => b.length - a.length).map(writePattern);
  const pattern = new RegExp(sources.join('|'), 'gu');
  const anywhere = new RegExp(sources.join('|'), 'u');
  return (text) => {
    // Most texts hold nothing withheld: folded as a whole, which is quick, they say so, unless marks in them would join their letters.
    if (!hasMarks(text) && !anywhere.test(foldWhole(text))) return [];
    const { folded: searched, at } = foldText(text);
    return Array.from(searched.matchAll(pattern), (match): [number, number] => [at[match.index]!, at[match.index + match[0].length]!]);
  };
}

/** Whether a word is a number, in half-width or full-width digits. */
export function isNumberWord(word: string): boolean {
  return NUMBER.test(word.normalize('NFKC').replaceAll(/\s/g, ''));
}

/** Whether a word says enough to be looked for at all. */
export function isTelling(word: string): boolean {
  if (!NUMBER.test(word)) return word.replaceAll(/\s/g, '').length >= FEWEST_CHARACTERS;
  const digits = word.replaceAll(/[^\d]/g, '').replace(/^0+/, '').replace(/0+$/, '');
  return digits.length >= FEWEST_DIGITS && (isLong(word) || word.endsWith('%')) && !YEAR.test(word.replaceAll(/[+,-]/g, ''));
}

function isLong(number: string): boolean {
  return number.replaceAll(/\D/g, '').replace(/^0+/, '').length >= FEWEST_PRINTED;
}

function writePattern(word: string): string {
  if (!NUMBER.test(word)) return Array.from(word, escapePattern).join(Array.from(word).length < MANY ? BETWEEN : BETWEEN_MANY);
  // Direction may be told by words instead of a sign, and the percent sign by a header.
  const digits = Array.from(word.replaceAll(/[+,%-]/g, ''), escapePattern).join(BETWEEN_DIGITS);
  return `(?<![\\d])(?<!\\d[.,])${digits}(?![\\d]|[.,]\\d)${isLong(word) ? '' : RATE_SIGN}`;
}

/** Words as a pattern that finds these words alone. */
export function escapePattern(words: string): string {
  return words.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
