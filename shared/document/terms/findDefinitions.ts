import { DEFINITION, LONGEST_BRACKET, NAME_BOUNDARY, NAME_BRACKET, NAME_LEADS, SHORT_NAME, TERM_SEPARATOR } from './termWords';

/** A short name as a text defines it; `fullName` is the name before the bracket as far as it can be told, `start` and `end` hold the whole bracket. */
export type FoundDefinition = { term: string; fullName: string; start: number; end: number };

/** Every short name a text defines, in reading order. */
export function findDefinitions(text: string): FoundDefinition[] {
  if (!text.includes('称')) return [];
  return [...text.matchAll(DEFINITION)].flatMap((match) => {
    const fullName = readName(text.slice(0, match.index));
    const { quoted, bare } = match.groups!;
    const terms = quoted === undefined ? bare!.split(TERM_SEPARATOR) : [...quoted.matchAll(SHORT_NAME)].map((name) => name[1]!.trim());
    return terms.map((term) => ({
      term,
      fullName,
      start: match.index,
      end: match.index + match[0].length,
    }));
  });
}

/** The name that ends a text: back to the last mark no name holds, without the words that lead to it. */
function readName(before: string): string {
  let start = before.length;
  while (start > 0 && before.length - start < 60) {
    const inside = NAME_BRACKET.exec(before.slice(Math.max(0, start - LONGEST_BRACKET), start));
    if (inside === null && NAME_BOUNDARY.test(before.charAt(start - 1))) break;
    start -= inside?.[0].length ?? 1;
  }
  const name = before.slice(start);
  const bare = name.replace(NAME_LEADS, '');
  // 《…》 is a title of its own.
  const title = /《([^《》]+)》$/.exec(before)?.[1];
  return title ?? (bare === '' ? name : bare);
}

/** Places of a short name in a text, in order; inside longer names (`masks`) it is none of its own. */
export function findUses(text: string, term: string, masks: readonly string[]): number[] {
  if (!text.includes(term)) return [];
  const covered = masks.flatMap((mask) => listPlaces(text, mask).map((at): [number, number] => [at, at + mask.length]));
  const isLatin = /^[\w.-]+$/.test(term);
  return listPlaces(text, term).filter((at) => {
    const end = at + term.length;
    if (covered.some(([from, to]) => from <= at && end <= to)) return false;
    return !isLatin || (!/\w/.test(text.charAt(at - 1)) && !/\w/.test(text.charAt(end)));
  });
}

function listPlaces(text: string, what: string): number[] {
  const places: number[] = [];
  if (what === '') return places;
  for (let at = text.indexOf(what); at >= 0; at = text.indexOf(what, at + what.length)) places.push(at);
  return places;
}
