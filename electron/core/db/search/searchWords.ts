/** Stands between texts indexed together (cells of a row, so that no phrase runs from one into the next); no text of a user can hold it. */
const BOUNDARY = '\uE000';

/**
 * Text as the index stores it: full width made half width, lower case, every Han character a word of its own. A phrase query then finds what a
 * substring search would, down to a single character.
 */
export function toSearchWords(...texts: readonly string[]): string {
  return texts.map((text) => splitHan(text)).join(` ${BOUNDARY} `);
}

/** An FTS5 query that matches texts holding every word of the user's query as a phrase; null when the query has nothing to search for. */
export function toSearchPhrases(query: string): string | null {
  const phrases: string[] = [];
  for (const word of query.split(/\s+/)) {
    const words = splitHan(word).replaceAll('"', ' ').trim();
    if (/[\p{L}\p{N}]/u.test(words)) phrases.push(`"${words}"`);
  }
  return phrases.length > 0 ? phrases.join(' AND ') : null;
}

function splitHan(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(BOUNDARY, ' ')
    .toLowerCase()
    .replace(/\p{Script=Han}/gu, ' $& ');
}
