import { diffSequence } from '../../util/diffSequence';
import { squeeze } from '../draft/compareText';
import { splitTokens } from '../revision/diffText';
import type { StatementPart } from './opinionText';

/** How two texts differ: another number in the same words, or other words. Empty text: only the other side has it. */
export type PartDifference = { kind: 'text' | 'figure'; ours: string; theirs: string };

/** A number, word or character, and the paragraph or cell it stands in. */
type Token = { key: string; text: string; piece: number; isCell: boolean };

/** Tokens of agreement between two differences that are too few to part them. */
const FEWEST_BETWEEN = 2;

const SENTENCE_END = /^[。；！？;!?]$/;

const NUMBER = /^[-+]?\d[\d,]*(?:\.\d+)?%?$/;

/**
 * Where two statements differ. Blanks, width, and where paragraphs, rows and cells are cut do not count: every kind of file cuts them in its
 * own way. A number that stands in the place of another is told by itself.
 */
export function compareParts(ours: readonly StatementPart[], theirs: readonly StatementPart[]): PartDifference[] {
  const found: PartDifference[] = [];
  let [our, their]: [StatementPart[], StatementPart[]] = [[], []];
  for (const { kind, before, after } of diffSequence(ours.map(printKey), theirs.map(printKey))) {
    if (kind === 'removed') our = ours.slice(...before);
    else if (kind === 'added') their = theirs.slice(...after);
    else {
      found.push(...compareGap(our, their));
      [our, their] = [[], []];
    }
  }
  return [...found, ...compareGap(our, their)];
}

function printKey(part: StatementPart): string {
  return part.type === 'text' ? squeeze(part.text) : `\u0000${part.rows.map((row) => row.map(squeeze).join('\t')).join('\n')}`;
}

function compareGap(ours: readonly StatementPart[], theirs: readonly StatementPart[]): PartDifference[] {
  const [our, their] = [listTokens(ours), listTokens(theirs)];
  return describeChanges(our, their, dropMoved(listChanges(our, their)));
}

function listTokens(parts: readonly StatementPart[]): Token[] {
  const pieces = parts.flatMap((part) =>
    part.type === 'text' ? [{ text: part.text, isCell: false }] : part.rows.flat().map((text) => ({ text, isCell: true })),
  );
  return pieces.flatMap(({ text, isCell }, piece) =>
    splitTokens(text.replaceAll(FULL_WIDTH, (letter) => letter.normalize('NFKC')))
      .map((token) => ({ key: squeeze(token), text: token, piece, isCell }))
      .filter(({ key }) => key !== ''),
  );
}

/** Full-width digits and letters, and the separators inside a full-width number. */
const FULL_WIDTH = /[０-９Ａ-Ｚａ-ｚ％]|(?<=[０-９])[．，](?=[０-９])/g;

type Change = { before: Range; after: Range; ours: string; theirs: string };

function listChanges(ours: readonly Token[], theirs: readonly Token[]): Change[] {
  const keys = (tokens: readonly Token[]) => tokens.map(({ key }) => key);
  const changes: Change[] = [];
  let kept = FEWEST_BETWEEN;
  for (const { kind, before, after } of diffSequence(keys(ours), keys(theirs))) {
    if (kind === 'same') {
      kept = before[1] - before[0];
      continue;
    }
    const last = changes.at(-1);
    if (last !== undefined && (kept < FEWEST_BETWEEN || last.before[1] === before[0])) {
      last.before = [last.before[0], before[1]];
      last.after = [last.after[0], after[1]];
    } else changes.push({ before, after, ours: '', theirs: '' });
    kept = 0;
  }
  return changes.map((change) => ({
    ...change,
    ours: keys(ours.slice(...change.before)).join(''),
    theirs: keys(theirs.slice(...change.after)).join(''),
  }));
}

/** Words taken away in one place that stand in another: the cells of a table read in another order. */
function dropMoved(changes: readonly Change[]): Change[] {
  const left = [...changes];
  for (const gone of changes.filter(({ theirs }) => theirs === '')) {
    const come = left.findIndex(({ ours, theirs }) => ours === '' && theirs === gone.ours);
    if (come < 0) continue;
    left.splice(come, 1);
    left.splice(left.indexOf(gone), 1);
  }
  return left;
}

/** Each number that differs by itself; other changes as the sentences they stand in, once for a sentence. */
function describeChanges(ours: readonly Token[], theirs: readonly Token[], changes: readonly Change[]): PartDifference[] {
  const told: (PartDifference & Pick<Change, 'before' | 'after'>)[] = [];
  for (const { before, after, ...words } of changes) {
    const isFigure = NUMBER.test(words.ours) && NUMBER.test(words.theirs);
    if (isFigure) {
      told.push({ kind: 'figure', ...words, before, after });
      continue;
    }
    const wide = { before: widen(ours, before), after: widen(theirs, after) };
    const last = told.findLast(({ kind }) => kind === 'text');
    const isSame = last !== undefined && (overlap(last.before, wide.before) || overlap(last.after, wide.after));
    const union = isSame ? { before: join(last.before, wide.before), after: join(last.after, wide.after) } : wide;
    if (isSame) told.splice(told.indexOf(last), 1);
    told.push({ kind: 'text', ours: print(ours, union.before), theirs: print(theirs, union.after), ...union });
  }
  return told.map(({ kind, ours: our, theirs: their }) => ({ kind, ours: our, theirs: their }));
}

type Range = [number, number];

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
    printed += (isCut ? (tokens[at]!.isCell ? ' ' : '\n') : '') + tokens[at]!.text;
  }
  return printed;
}
