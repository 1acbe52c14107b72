/** Characters that may stand between those of a word without a reader noticing: blanks and marks of no width. */
const BETWEEN = '[\\s\\u00ad\\u200b-\\u200f\\u2060\\ufeff]*';
/** The same inside a number, where separators may stand too. */
const BETWEEN_DIGITS = '[\\s,\\u00ad\\u200b-\\u200f\\u2060\\ufeff]*';

const NUMBER = /^[+-]?\d[\d,]*(?:\.\d+)?%?$/;

/** Significant digits from which a number tells something: 5 or 100 stand everywhere. */
const FEWEST_DIGITS = 3;
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
    if (!/\p{M}/u.test(text) && !anywhere.test(text.normalize('NFKC').toLowerCase())) return [];
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
  return digits.length >= FEWEST_DIGITS;
}

function writePattern(word: string): string {
  if (!NUMBER.test(word)) return Array.from(word, escape).join(BETWEEN);
  // Direction may be told by words instead of a sign, and the percent sign by a header.
  const digits = Array.from(word.replaceAll(/[+,%-]/g, ''), escape).join(BETWEEN_DIGITS);
  return `(?<![\\d])(?<!\\d[.,])${digits}(?![\\d]|[.,]\\d)`;
}

function escape(character: string): string {
  return character.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}

/** The text in compatibility form and small letters; `at` gives the place in the text of every place in the folded one. */
function foldText(text: string): { folded: string; at: number[] } {
  let folded = '';
  const at: number[] = [];
  let start = 0;
  for (const character of text) {
    const plain = character.normalize('NFKC').toLowerCase();
    for (let unit = 0; unit < plain.length; unit++) at.push(start);
    folded += plain;
    start += character.length;
  }
  at.push(start);
  return { folded, at };
}
