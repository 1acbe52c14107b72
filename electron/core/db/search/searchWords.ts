/** Stands between texts indexed together (cells of a row, so that no phrase runs from one into the next); no text of a user can hold it. */
const BOUNDARY = '\uE000';

/**
 * Text as the index stores it: full width made half width, lower case, every Han character a word of its own. A phrase query then finds what a
 * substring search would, down to a single character.
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
  const phrases: string[] = [];
  for (const word of words) {
    const phrase = splitHan(word).replaceAll('"', ' ').trim();
    if (/[\p{L}\p{N}]/u.test(phrase)) phrases.push(`"${phrase}"`);
  }
  return phrases.length > 0 ? phrases.join(separator) : null;
}

function splitHan(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(BOUNDARY, ' ')
    .toLowerCase()
    .replace(/\p{Script=Han}/gu, ' $& ');
}
