import { diffTexts, mapOffset } from '../textDiff';
import { matchTexts } from './matchTexts';
import { measureSimilarity } from './similarity';
import { createTextUnit, type TextUnit, type Unit } from './units';

/** A unit that came back, and the place of what it was; null for a new one. */
export type UnitPair = { unit: Unit; s: number | null };

/**
 * Pairs what came back with what was sent: `s` is the place of what a unit was. Paragraphs divided with tracking off are put together again, and joined
 * ones cut in two; `joined` are the places of those that were joined with the next.
 */
export function pairUnits(sentUnits: readonly Unit[], units: readonly Unit[]): { pairs: UnitPair[]; joined: Set<number> } {
  const open = units.filter((unit) => unit.type === 'table' || unit.proposed === null);
  const found = matchTexts(sentUnits, open);
  const places = new Map(open.map((unit, index) => [unit, found[index]!]));
  let pairs = units.map((unit) => ({ unit, s: places.get(unit) ?? null }));
  pairs = mergeDivided(sentUnits, pairs);
  const joined = new Set<number>();
  return { pairs: divideJoined(sentUnits, pairs, joined), joined };
}

function mergeDivided(sentUnits: readonly Unit[], pairs: readonly UnitPair[]): UnitPair[] {
  const merged: UnitPair[] = [];
  const isLoose = (one: UnitPair | undefined): one is { unit: TextUnit; s: null } =>
    one !== undefined && one.s === null && one.unit.type === 'text' && one.unit.proposed === null && one.unit.text !== '';
  for (const pair of pairs) {
    const last = merged.at(-1);
    if (
      isLoose(pair) &&
      last?.unit.type === 'text' &&
      last.s !== null &&
      completes(sentUnits[last.s]!.text, last.unit.text, pair.unit.text, last.unit.text + pair.unit.text)
    ) {
      last.unit = divide(last.unit, pair.unit);
    } else if (
      pair.unit.type === 'text' &&
      pair.s !== null &&
      isLoose(last) &&
      completes(sentUnits[pair.s]!.text, pair.unit.text, last.unit.text, last.unit.text + pair.unit.text)
    ) {
      merged[merged.length - 1] = { unit: divide(last.unit, pair.unit), s: pair.s };
    } else merged.push({ ...pair });
  }
  return merged;
}

/** Two sent paragraphs that came back as one, each half with its own. */
function divideJoined(sentUnits: readonly Unit[], pairs: readonly UnitPair[], joined: Set<number>): UnitPair[] {
  const found = new Set(pairs.map(({ s }) => s));
  return pairs.flatMap((pair) => {
    const { unit, s } = pair;
    if (unit.type !== 'text' || s === null) return [pair];
    for (const [first, second] of [
      [s, s + 1],
      [s - 1, s],
    ] as const) {
      const [one, other] = [sentUnits[first], sentUnits[second]];
      const loose = first === s ? second : first;
      if (one?.type !== 'text' || other?.type !== 'text' || found.has(loose) || one.text === '' || other.text === '') continue;
      const together = one.text + other.text;
      if (!completes(unit.text, sentUnits[s]!.text, sentUnits[loose]!.text, together)) continue;
      const cut = mapOffset(diffTexts(together, unit.text), one.text.length, 'before');
      found.add(loose);
      joined.add(first);
      const [before, after] = cutUnit(unit, cut);
      return [
        { unit: before, s: first },
        { unit: after, s: second },
      ];
    }
    return [pair];
  });
}

/** Whether a loose text is the rest of a whole of which `alone` is the other part. */
function completes(whole: string, alone: string, loose: string, together: string): boolean {
  const gain = measureSimilarity(whole, together) - measureSimilarity(whole, alone);
  return gain > CLEAR_GAIN || (gain > 0 && loose.length > 1 && whole.includes(loose) && !alone.includes(loose));
}

const CLEAR_GAIN = 0.05;

function divide(first: TextUnit, second: TextUnit): TextUnit {
  return createTextUnit([...first.paragraphs, ...second.paragraphs], [...first.breaks, [], ...second.breaks]);
}

/** A unit cut in two at a place of its original text; what was inserted right there stays with the first. */
function cutUnit(unit: TextUnit, cut: number): [TextUnit, TextUnit] {
  const only = unit.paragraphs[0]!;
  const others = unit.paragraphs.slice(1);
  const before: typeof only.pieces = [];
  const after: typeof only.pieces = [];
  let offset = 0;
  for (const piece of only.pieces) {
    if (piece.type !== 'text' || piece.inserted.length > 0) {
      (offset <= cut && after.length === 0 ? before : after).push(piece);
      continue;
    }
    const end = offset + piece.text.length;
    if (offset < cut) before.push({ ...piece, text: piece.text.slice(0, cut - offset) });
    if (end > cut) after.push({ ...piece, text: piece.text.slice(Math.max(0, cut - offset)) });
    offset = end;
  }
  const noMark = { inserted: [], deleted: [] };
  return [
    createTextUnit([{ ...only, pieces: before, mark: noMark, formChange: null, layout: [] }], []),
    createTextUnit([{ ...only, pieces: after, tags: [] }, ...others], unit.breaks),
  ];
}
