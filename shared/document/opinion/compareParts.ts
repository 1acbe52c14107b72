import { diffSequence } from '../../util/diffSequence';
import { UNIT_LABEL } from '../filingWords';
import { dropReadApart } from './dropReadApart';
import { mendTornRows, printPart } from './mendTornRows';
import type { StatementPart } from './opinionText';
import { readAmounts } from './readAmounts';
import { type Change, listChanges, listTokens, type Range, type Token } from './tokenChanges';

/** How two texts differ: another number or unit in the same words, or other words. Empty text: only the other side has it. */
export type PartDifference = { kind: 'text' | 'figure'; ours: string; theirs: string };

const SENTENCE_END = /^[。；！？;!?]$/;

/**
 * Where two statements differ. Blanks, width, and where paragraphs, rows and cells are cut do not count: every kind of file cuts them in its
 * own way. A number that stands in the place of another is told by itself.
 */
export function compareParts(ours: readonly StatementPart[], theirs: readonly StatementPart[]): PartDifference[] {
  const found: PartDifference[] = [];
  let [our, their]: [StatementPart[], StatementPart[]] = [[], []];
  for (const { kind, before, after } of diffSequence(ours.map(printPart), theirs.map(printPart))) {
    if (kind === 'removed') our = ours.slice(...before);
    else if (kind === 'added') their = theirs.slice(...after);
    else {
      found.push(...compareGap(our, their));
      [our, their] = [[], []];
    }
  }
  return [...found, ...compareGap(our, their)];
}

function compareGap(ours: readonly StatementPart[], theirs: readonly StatementPart[]): PartDifference[] {
  const [our, their] = [listTokens(ours), listTokens(mendTornRows(ours, theirs))];
  return describeChanges(our, their, dropReadApart(our, their, listChanges(our, their)));
}

/** Each number that differs by itself; other changes as the sentences they stand in, once for a sentence. */
function describeChanges(ours: readonly Token[], theirs: readonly Token[], changes: readonly Change[]): PartDifference[] {
  const told: (PartDifference & Pick<Change, 'before' | 'after'>)[] = [];
  for (const change of changes) {
    const amounts = readAmounts(ours, theirs, change);
    if (amounts !== null) {
      told.push({ kind: 'figure', ...amounts, before: change.before, after: change.after });
      continue;
    }
    const wide = widenBoth(ours, theirs, change);
    const last = told.findLast(({ kind }) => kind === 'text');
    const isSame = last !== undefined && (overlap(last.before, wide.before) || overlap(last.after, wide.after));
    const union = isSame ? { before: join(last.before, wide.before), after: join(last.after, wide.after) } : wide;
    if (isSame) told.splice(told.indexOf(last), 1);
    told.push({ kind: 'text', ours: print(ours, union.before), theirs: print(theirs, union.after), ...union });
  }
  return told.map(({ kind, ours: our, theirs: their }) => {
    const isUnit = our.startsWith(UNIT_LABEL) && their.startsWith(UNIT_LABEL);
    return { kind: isUnit ? 'figure' : kind, ours: our, theirs: their };
  });
}

/** Both stretches out to the ends of their sentences or cells; where one side only lacks words of a sentence, with that sentence. */
function widenBoth(ours: readonly Token[], theirs: readonly Token[], { before, after }: Change): Pick<Change, 'before' | 'after'> {
  const wide = { before: widen(ours, before), after: widen(theirs, after) };
  if (before[0] === before[1] && isWider(wide.after, after)) return { ...wide, before: widen(ours, touch(ours, before[0])) };
  if (after[0] === after[1] && isWider(wide.before, before)) return { ...wide, after: widen(theirs, touch(theirs, after[0])) };
  return wide;
}

/** A stretch out to the ends of its sentences or cells; nothing stays nothing. */
function widen(tokens: readonly Token[], [from, to]: Range): Range {
  if (from === to) return [from, to];
  const isEnd = (at: number) => SENTENCE_END.test(tokens[at]!.text);
  let start = from;
  while (start > 0 && tokens[start - 1]!.piece === tokens[start]!.piece && !isEnd(start - 1)) start--;
  let end = to;
  while (end < tokens.length && tokens[end]!.piece === tokens[end - 1]!.piece && !isEnd(end - 1)) end++;
  return [start, end];
}

/** The token beside a place that belongs to the sentence cut there. */
function touch(tokens: readonly Token[], at: number): Range {
  const isBefore = at > 0 && (at === tokens.length || !SENTENCE_END.test(tokens[at - 1]!.text));
  return isBefore ? [at - 1, at] : [at, Math.min(at + 1, tokens.length)];
}

function isWider(wide: Range, range: Range): boolean {
  return wide[1] - wide[0] > range[1] - range[0];
}

function overlap(one: Range, other: Range): boolean {
  return one[0] < other[1] && other[0] < one[1];
}

function join(one: Range, other: Range): Range {
  if (one[0] === one[1]) return other;
  if (other[0] === other[1]) return one;
  return [Math.min(one[0], other[0]), Math.max(one[1], other[1])];
}

function print(tokens: readonly Token[], [from, to]: Range): string {
  let printed = '';
  for (let at = from; at < to; at++) {
    const isCut = at > from && tokens[at]!.piece !== tokens[at - 1]!.piece;
    printed += (isCut ? (tokens[at]!.row === null ? '\n' : ' ') : '') + tokens[at]!.text;
  }
  return printed;
}
