/** A run of two sequences: `same` in both, only in the former (`removed`) or only in the later (`added`). Ranges are [from, to). */
export type SequenceRun = { kind: 'same' | 'removed' | 'added'; before: [number, number]; after: [number, number] };

/** Edits beyond which a shorter description is no longer looked for: what is left counts as replaced, so that time stays bounded. */
const MOST_EDITS = 2_000;

/** The shortest description of how `before` became `after` (Myers 1986), in order, covering both; a removal stands before the addition beside it. */
export function diffSequence(before: readonly string[], after: readonly string[]): SequenceRun[] {
  let head = 0;
  while (head < before.length && head < after.length && before[head] === after[head]) head++;
  let tail = 0;
  while (tail < before.length - head && tail < after.length - head && before.at(-1 - tail) === after.at(-1 - tail)) tail++;
  const runs: SequenceRun[] = [];
  const push = (kind: SequenceRun['kind'], b: [number, number], a: [number, number]) => {
    if (b[0] < b[1] || a[0] < a[1]) runs.push({ kind, before: b, after: a });
  };
  push('same', [0, head], [0, head]);
  const [bEnd, aEnd] = [before.length - tail, after.length - tail];
  let [b, a] = [head, head];
  for (const [x, y, length] of [
    ...findMatches(before.slice(head, bEnd), after.slice(head, aEnd)),
    [bEnd - head, aEnd - head, 0] as const,
  ]) {
    push('removed', [b, head + x], [a, a]);
    push('added', [head + x, head + x], [a, head + y]);
    push('same', [head + x, head + x + length], [head + y, head + y + length]);
    [b, a] = [head + x + length, head + y + length];
  }
  push('same', [bEnd, before.length], [aEnd, after.length]);
  return runs;
}

/** Where equal stretches begin in each, and how long they are, along a shortest path of edits. */
function findMatches(before: readonly string[], after: readonly string[]): [number, number, number][] {
  const [n, m] = [before.length, after.length];
  const most = Math.min(n + m, MOST_EDITS);
  const offset = most + 1;
  const reach = new Int32Array(2 * most + 3);
  const trails: Int32Array[] = [];
  for (let edits = 0; edits <= most; edits++) {
    trails.push(reach.slice(offset - edits - 1, offset + edits + 2));
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const down = diagonal === -edits || (diagonal !== edits && reach[offset + diagonal - 1]! < reach[offset + diagonal + 1]!);
      let x = down ? reach[offset + diagonal + 1]! : reach[offset + diagonal - 1]! + 1;
      while (x < n && x - diagonal < m && before[x] === after[x - diagonal]) x++;
      reach[offset + diagonal] = x;
      if (x >= n && x - diagonal >= m) return traceBack(trails, n, m);
    }
  }
  return [];
}

function traceBack(trails: readonly Int32Array[], n: number, m: number): [number, number, number][] {
  const matches: [number, number, number][] = [];
  let [x, y] = [n, m];
  for (let edits = trails.length - 1; edits >= 0; edits--) {
    const at = (diagonal: number) => trails[edits]![diagonal + edits + 1]!;
    const diagonal = x - y;
    const down = diagonal === -edits || (diagonal !== edits && at(diagonal - 1) < at(diagonal + 1));
    const fromX = edits === 0 ? 0 : down ? at(diagonal + 1) : at(diagonal - 1);
    const fromY = edits === 0 ? 0 : fromX - (down ? diagonal + 1 : diagonal - 1);
    const startX = edits === 0 ? 0 : down ? fromX : fromX + 1;
    const length = x - startX;
    if (length > 0) matches.push([startX, y - length, length]);
    [x, y] = [fromX, fromY];
  }
  return matches.reverse();
}
