import type { Change, Range, Token } from './tokenChanges';

/**
 * Changes without cells that were only read in another order, as merged cells make a file be read: what one side has too many the other has elsewhere,
 * and it did not change places with a whole row.
 */
export function dropReadApart(ours: readonly Token[], theirs: readonly Token[], changes: readonly Change[]): Change[] {
  const gone = changes.filter((change) => change.theirs === '' && isInCells(ours, change.before));
  const come = changes.filter((change) => change.ours === '' && isInCells(theirs, change.after));
  const paired = new Set<Change>();
  const apart = new Set<Change>();
  for (const one of gone) {
    const other = come.find((change) => change.theirs === one.ours && !paired.has(change));
    if (other === undefined) continue;
    paired.add(one).add(other);
    if (!passesRow(ours, one.before, other.before[0])) apart.add(one).add(other);
  }
  return changes.filter((change) => !apart.has(change));
}

function isInCells(tokens: readonly Token[], [from, to]: Range): boolean {
  return tokens.slice(from, to).every(({ row }) => row !== null);
}

/** Whether a whole row stands between a stretch and where the other side has it. */
function passesRow(tokens: readonly Token[], [from, to]: Range, place: number): boolean {
  const [start, end] = place < from ? [place, from] : [to, place];
  let row = start;
  for (let at = start; at < end; at++) {
    if (at > start && tokens[at - 1]!.row !== tokens[at]!.row) row = at;
    const isStart = row === 0 || tokens[row - 1]!.row !== tokens[row]!.row;
    const isEnd = at + 1 === tokens.length || tokens[at + 1]!.row !== tokens[at]!.row;
    if (isStart && isEnd) return true;
  }
  return false;
}
