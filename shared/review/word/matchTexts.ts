import { measureSimilarity } from './similarity';
import { addTo } from '../../util/multimap';

/** Something with names and a text, to be found again in a document an editor has been over. */
export type Named = { tags: readonly string[]; text: string; type: string };

/** A name counts as long as the text is still this much alike; without a name the text alone must be more so. */
const ALIKE_BY_NAME = 0.3;
const ALIKE_BY_TEXT = 0.45;
/** In a stretch, what was moved further than this beyond what was put in or taken out is not looked for by likeness. */
const REACH = 12;
/** Pairs held in one stretch without names: beyond it only equal texts are found. */
const MOST_PAIRS = 60_000;

/**
 * For each of `returned`, the place in `sent` of what it was, or null for what is new: by name where the text agrees, then by equal text in order, then by
 * likeness between what is already found. Names that editors rewrote, dropped or doubled do no harm.
 */
export function matchTexts(sent: readonly Named[], returned: readonly Named[]): (number | null)[] {
  const matches: (number | null)[] = returned.map(() => null);
  const taken = new Set<number>();
  const join = (r: number, s: number) => {
    matches[r] = s;
    taken.add(s);
  };
  matchByName(sent, returned, join, ALIKE_BY_NAME);
  matchEqual(sent, returned, matches, taken, join);
  matchAlike(sent, returned, matches, taken, join);
  return matches;
}

type Join = (r: number, s: number) => void;

/** The best holder of each name. */
function matchByName(sent: readonly Named[], returned: readonly Named[], join: Join, least: number): void {
  const byTag = new Map<string, number>();
  sent.forEach(({ tags }, s) => tags.forEach((tag) => byTag.set(tag, s)));
  const best = new Map<number, { r: number; score: number }>();
  returned.forEach((one, r) => {
    let own: { s: number; score: number } | null = null;
    for (const tag of one.tags) {
      const s = byTag.get(tag);
      if (s === undefined || sent[s]!.type !== one.type) continue;
      const score = measureSimilarity(sent[s]!.text, one.text);
      if (score >= least && score > (own?.score ?? -1)) own = { s, score };
    }
    if (own && own.score > (best.get(own.s)?.score ?? -1)) best.set(own.s, { r, score: own.score });
  });
  for (const [s, { r }] of best) join(r, s);
}

/** Equal texts: alone of their kind anywhere, others where their neighbours say. */
function matchEqual(sent: readonly Named[], returned: readonly Named[], matches: (number | null)[], taken: Set<number>, join: Join): void {
  const byText = new Map<string, number[]>();
  sent.forEach(({ text, type }, s) => {
    const key = `${type}:${text}`;
    if (!taken.has(s)) addTo(byText, key, s);
  });
  const waiting = new Map<string, number[]>();
  returned.forEach(({ text, type }, r) => {
    const key = `${type}:${text}`;
    if (matches[r] === null && text !== '' && byText.has(key)) addTo(waiting, key, r);
  });
  for (const [key, places] of waiting) {
    const candidates = byText.get(key)!;
    if (places.length === candidates.length) places.forEach((r, index) => join(r, candidates[index]!));
  }
  for (const [key, places] of waiting) {
    for (const r of places) {
      if (matches[r] !== null) continue;
      const [low, high] = getBounds(matches, r, sent.length);
      const free = byText.get(key)!.find((s) => !taken.has(s) && s > low && s < high);
      if (free !== undefined) join(r, free);
    }
  }
}

/** In each stretch between found neighbours, the pairing in order that is most alike. */
function matchAlike(sent: readonly Named[], returned: readonly Named[], matches: (number | null)[], taken: Set<number>, join: Join): void {
  for (let r = 0; r < returned.length; r++) {
    if (matches[r] !== null) continue;
    let end = r;
    while (end < returned.length && matches[end] === null) end++;
    const [low, high] = getBounds(matches, r, sent.length);
    const free: number[] = [];
    for (let s = low + 1; s < high; s++) if (!taken.has(s)) free.push(s);
    const open = Array.from({ length: end - r }, (_, index) => r + index).filter((one) => returned[one]!.text !== '');
    if (free.length > 0 && open.length > 0 && free.length * open.length <= MOST_PAIRS) pairInOrder(sent, returned, free, open, join);
    r = end;
  }
}

function pairInOrder(
  sent: readonly Named[],
  returned: readonly Named[],
  free: readonly number[],
  open: readonly number[],
  join: Join,
): void {
  const score = (s: number, r: number) => {
    const [one, other] = [sent[s]!, returned[r]!];
    if (one.type !== other.type) return 0;
    const alike = measureSimilarity(one.text, other.text);
    return alike >= ALIKE_BY_TEXT ? alike : 0;
  };
  const width = open.length + 1;
  const best = new Float64Array((free.length + 1) * width);
  const scores = new Float64Array(free.length * open.length);
  const reach = Math.abs(free.length - open.length) + REACH;
  for (let i = free.length - 1; i >= 0; i--) {
    for (let j = open.length - 1; j >= 0; j--) {
      const own = Math.abs(i - j) <= reach ? score(free[i]!, open[j]!) : 0;
      scores[i * open.length + j] = own;
      const paired = own > 0 ? own + best[(i + 1) * width + j + 1]! : 0;
      best[i * width + j] = Math.max(paired, best[(i + 1) * width + j]!, best[i * width + j + 1]!);
    }
  }
  let [i, j] = [0, 0];
  while (i < free.length && j < open.length) {
    const own = scores[i * open.length + j]!;
    if (own > 0 && best[i * width + j] === own + best[(i + 1) * width + j + 1]!) join(open[j++]!, free[i++]!);
    else if (best[i * width + j] === best[(i + 1) * width + j]) i++;
    else j++;
  }
}

/** Between which places of `sent` the one at `r` must lie by its nearest found neighbours. */
function getBounds(matches: readonly (number | null)[], r: number, count: number): [low: number, high: number] {
  let [before, after] = [r - 1, r + 1];
  while (before >= 0 && matches[before] === null) before--;
  while (after < matches.length && matches[after] === null) after++;
  const low = before < 0 ? -1 : matches[before]!;
  const high = after >= matches.length ? count : matches[after]!;
  return low < high ? [low, high] : [low, count];
}
