/** Stands between texts indexed together (cells of a row, so that no phrase runs from one into the next); no text of a user can hold it. */
const BOUNDARY = '\uE000';

/** Blanks that print spreads a word with: 合　计. */
const SPREAD = /(?<=\p{Script=Han})[ \t\u00a0\u3000]+(?=\p{Script=Han})/gu;
const HAN_RUN = /\p{Script=Han}+/gu;
const HAN_AT_END = /\p{Script=Han}$/u;

/**
 * Text as the index stores it: full width made half width, lower case, a run of Han characters as its pairs and its last character (营业收 → 营业 业收 收),
 * blanks between them left out.
 * A phrase query then finds what a substring search would, down to a single character, and a word of two characters is one entry of the index.
 */
export function toSearchWords(texts: readonly string[]): string {
  return texts.map((text) => splitHan(text)).join(` ${BOUNDARY} `);
}

/** An FTS5 query that matches texts holding every word of the user's query as a phrase; null when the query has nothing to search for. */
export function toSearchPhrases(query: string): string | null {
  return joinPhrases(query.split(/\s+/), ' AND ');
}

/** As `toSearchPhrases`, for texts that hold any of the words. */
export function toAnySearchPhrase(words: readonly string[]): string | null {
  return joinPhrases(words, ' OR ');
}

function joinPhrases(words: readonly string[], separator: ' AND ' | ' OR '): string | null {
  const phrases = words.flatMap((word) => toPhrase(word) ?? []);
  return phrases.length > 0 ? phrases.join(separator) : null;
}

/** A word that ends in Han characters may go on: its last pair is looked for, or a single character as the beginning of a pair. */
function toPhrase(word: string): string | null {
  const split = splitHan(word).replaceAll('"', ' ').trim();
  if (!/[\p{L}\p{N}]/u.test(split)) return null;
  if (!HAN_AT_END.test(split)) return `"${split}"`;
  const parts = split.split(/\s+/);
  const isSingle = parts.length === 1 || !HAN_AT_END.test(parts.at(-2)!);
  return isSingle ? `"${split}" *` : `"${parts.slice(0, -1).join(' ')}"`;
}

function splitHan(text: string): string {
  return text.normalize('NFKC').replaceAll(BOUNDARY, ' ').replace(SPREAD, '').toLowerCase().replace(HAN_RUN, splitRun);
}

function splitRun(run: string): string {
  const characters = Array.from(run);
  return ` ${characters.map((character, at) => character + (characters[at + 1] ?? '')).join(' ')} `;
}
