import { diffSequence } from '../../util/diffSequence';

/** What changed from one text to another: the ranges of the later text that are new, and where something of the former is simply gone. */
export type TextDifference = { added: [number, number][]; removedAt: number[] };

/** A number with its separators, a Latin word, or one other character. */
const TOKEN = /[+-]?\d[\d,]*(?:\.\d+)?%?|[A-Za-z]+|[^]/gu;

/** Characters that stay between two changes and are too few to be read as kept. */
const FEWEST_KEPT = 2;

/** A text in the pieces differences are told by. */
export function splitTokens(text: string): string[] {
  return text.match(TOKEN) ?? [];
}

/** How a text became another: numbers and words whole, changes a character apart taken together. */
export function diffText(before: string, after: string): TextDifference {
  const tokens = splitTokens(after);
  const starts: number[] = [0];
  for (const token of tokens) starts.push(starts.at(-1)! + token.length);
  const added: [number, number][] = [];
  const removedAt: number[] = [];
  for (const {
    kind,
    after: [from, to],
  } of diffSequence(splitTokens(before), tokens)) {
    if (kind === 'removed') removedAt.push(starts[from]!);
    if (kind !== 'added') continue;
    const last = added.at(-1);
    const gap = last === undefined ? '' : after.slice(last[1], starts[from]);
    if (last !== undefined && gap.length < FEWEST_KEPT && gap.trim() !== '') last[1] = starts[to]!;
    else added.push([starts[from]!, starts[to]!]);
  }
  return { added, removedAt: removedAt.filter((at) => !added.some(([from, to]) => from <= at && at <= to)) };
}

/** Share of their pieces two texts have in common, from 0 to 1: whether one may be the other reworked. */
export function measureLikeness(one: string, other: string): number {
  const counts = new Map<string, number>();
  const [first, second] = [splitTokens(one), splitTokens(other)];
  if (first.length + second.length === 0) return 1;
  for (const token of first) counts.set(token, (counts.get(token) ?? 0) + 1);
  let common = 0;
  for (const token of second) {
    const left = counts.get(token) ?? 0;
    if (left > 0) common++;
    counts.set(token, left - 1);
  }
  return (2 * common) / (first.length + second.length);
}
