import { diffSequence } from '../../util/diffSequence';
import { squeeze } from '../draft/compareText';
import { splitTokens } from '../revision/diffText';
import type { StatementPart } from './opinionText';

/** A number, word or character, the paragraph or cell it stands in, and of a cell the row. */
export type Token = { key: string; text: string; piece: number; row: number | null };

/** A stretch of tokens: [from, to). */
export type Range = [number, number];

/** What stands in one text in the place of something in the other; either may be nothing. `ours` and `theirs` are without blanks. */
export type Change = { before: Range; after: Range; ours: string; theirs: string };

/** Tokens of agreement between two differences that are too few to part them. */
const FEWEST_BETWEEN = 2;

/** Full-width digits and letters, and the separators inside a full-width number. */
const FULL_WIDTH = /[０-９Ａ-Ｚａ-ｚ％]|(?<=[０-９])[．，](?=[０-９])/g;

/** Every sign a file may print a minus with, parted from its number where a line ended. */
const MINUS = /[-\u2010-\u2013\u2212\uff0d\ufe63]\s*(?=[\d０-９])/g;

/** The tokens of a statement in reading order, blanks left out. */
export function listTokens(parts: readonly StatementPart[]): Token[] {
  let rows = 0;
  const pieces = parts.flatMap((part): { text: string; row: number | null }[] => {
    if (part.type === 'text') return [{ text: part.text, row: null }];
    return part.rows.flatMap((cells) => {
      rows++;
      return cells.map((text) => ({ text, row: rows }));
    });
  });
  const tokens = pieces.flatMap(({ text, row }, piece) =>
    splitTokens(text.replaceAll(MINUS, '-').replaceAll(FULL_WIDTH, (letter) => letter.normalize('NFKC')))
      .map((token) => ({ key: squeeze(token), text: token, piece, row }))
      .filter(({ key }) => key !== ''),
  );
  return joinSigns(tokens);
}

/** A minus that ends a paragraph belongs to the number the next begins with: a line of a PDF ended there. */
function joinSigns(tokens: readonly Token[]): Token[] {
  const cutOff = (at: number) =>
    tokens[at]?.key === '-' &&
    tokens[at].row === null &&
    /^\d/.test(tokens[at + 1]?.key ?? '') &&
    tokens[at + 1]!.piece !== tokens[at].piece;
  return tokens.flatMap((token, at) => {
    if (cutOff(at)) return [];
    return cutOff(at - 1) ? [{ ...token, key: `-${token.key}`, text: `-${token.text}` }] : [token];
  });
}

/** Where two texts differ; differences with next to nothing between them are one. */
export function listChanges(ours: readonly Token[], theirs: readonly Token[]): Change[] {
  const changes: Pick<Change, 'before' | 'after'>[] = [];
  let kept = FEWEST_BETWEEN;
  const keys = (tokens: readonly Token[]) => tokens.map(({ key }) => key);
  const runs = diffSequence(keys(ours), keys(theirs));
  for (const [index, { kind, ...found }] of runs.entries()) {
    if (kind === 'same') {
      kept = found.before[1] - found.before[0];
      continue;
    }
    const isReplaced = kind === 'removed' && runs[index + 1]?.kind === 'added';
    const steps = isReplaced ? 0 : kind === 'removed' ? countSteps(ours, found.before, kept) : countSteps(theirs, found.after, kept);
    const [before, after] = [stepBack(found.before, steps), stepBack(found.after, steps)];
    kept -= steps;
    const last = changes.at(-1);
    if (last !== undefined && (kept < FEWEST_BETWEEN || last.before[1] === before[0])) {
      last.before = [last.before[0], before[1]];
      last.after = [last.after[0], after[1]];
    } else changes.push({ before, after });
    kept = 0;
  }
  return changes.map((change) => ({ ...change, ours: printKeys(ours, change.before), theirs: printKeys(theirs, change.after) }));
}

/**
 * How many tokens sooner a stretch only one side has can begin, the same ones standing before it as at its end, so as to begin with its cell or
 * paragraph; 0 where it cannot.
 */
function countSteps(tokens: readonly Token[], [from, to]: Range, kept: number): number {
  for (let steps = 0; steps <= Math.min(kept, from); steps++) {
    const start = from - steps;
    if (start === 0 || tokens[start - 1]!.piece !== tokens[start]!.piece) return steps;
    if (tokens[start - 1]!.key !== tokens[to - steps - 1]!.key) return 0;
  }
  return 0;
}

function stepBack([from, to]: Range, steps: number): Range {
  return [from - steps, to - steps];
}

/** A stretch of tokens without blanks. */
export function printKeys(tokens: readonly Token[], [from, to]: Range): string {
  return tokens
    .slice(from, to)
    .map(({ key }) => key)
    .join('');
}
