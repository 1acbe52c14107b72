export type SnippetPart = { text: string; match: boolean };

/** Splits a snippet at the words of a query, so that they can be marked; case does not matter. */
export function markMatches(snippet: string, query: string): SnippetPart[] {
  const words = query
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  if (words.length === 0) return [{ text: snippet, match: false }];
  return snippet
    .split(new RegExp(`(${words.join('|')})`, 'giu'))
    .map((text, index) => ({ text, match: index % 2 === 1 }))
    .filter((part) => part.text !== '');
}
