/** Text as the verbatim check sees it: full and half width alike, without any blank, all quotation marks alike. */
export function squeeze(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\u200b-\u200d\u2060\ufeff]+/g, '')
    .replace(/[“”„‟‘’‚‛"']/g, '"');
}

/** A squeezed text without its last 。 ； ， or ：. */
export function trimEnd(key: string): string {
  return key.replace(/[;。,:]$/, '');
}

/** True when two squeezed texts are the same sentence but for a few characters (a typo, a changed word). */
export function resembles(first: string, second: string): boolean {
  if (first === second) return true;
  const shorter = Math.min(first.length, second.length);
  const longer = Math.max(first.length, second.length);
  if (shorter < 8 || shorter < longer * 0.7) return false;
  return countSharedPairs(first, second) * 2 >= (first.length - 1 + second.length - 1) * 0.85;
}

/** True when nearly all of a squeezed text's wording stands somewhere in another: a heading made of pieces of a question. */
export function isMadeOf(part: string, whole: string): boolean {
  return part.length >= 12 && countSharedPairs(whole, part) >= (part.length - 1) * 0.9;
}

/** Pairs of neighbouring characters both texts have, each counted as often as both have it. */
function countSharedPairs(first: string, second: string): number {
  const pairs = new Map<string, number>();
  for (let i = 0; i + 1 < first.length; i++) {
    const pair = first.slice(i, i + 2);
    pairs.set(pair, (pairs.get(pair) ?? 0) + 1);
  }
  let shared = 0;
  for (let i = 0; i + 1 < second.length; i++) {
    const pair = second.slice(i, i + 2);
    const left = pairs.get(pair) ?? 0;
    if (left > 0) {
      shared++;
      pairs.set(pair, left - 1);
    }
  }
  return shared;
}
