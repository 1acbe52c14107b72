/** One difference of two texts: what stood in [from, to) of the former is `text` in the latter. Places count UTF-16 units. */
export type TextHunk = { from: number; to: number; text: string };

/** Edits beyond this are taken as one replacement: two texts that far apart have nothing to show side by side. */
const EDIT_LIMIT = 1_000;
/** Equal runs shorter than this between two edits are chance, not text that was kept. */
const SHORTEST_KEPT = 2;

/** The differences from one text to another, in order, none touching the next. Equal texts have none. Never cuts a surrogate pair. */
export function diffTexts(former: string, latter: string): TextHunk[] {
  if (former === latter) return [];
  let start = 0;
  const shorter = Math.min(former.length, latter.length);
  while (start < shorter && former[start] === latter[start]) start++;
  if (isInsidePair(former, start) || isInsidePair(latter, start)) start--;
  let tail = 0;
  while (tail < shorter - start && former[former.length - 1 - tail] === latter[latter.length - 1 - tail]) tail++;
  if (isInsidePair(former, former.length - tail) || isInsidePair(latter, latter.length - tail)) tail--;
  const a = former.slice(start, former.length - tail);
  const b = latter.slice(start, latter.length - tail);
  const hunks = a === '' || b === '' ? [{ from: 0, to: a.length, text: b }] : joinNearHunks(findEdits(Array.from(a), Array.from(b)), a);
  return hunks.map((hunk) => ({ from: hunk.from + start, to: hunk.to + start, text: hunk.text }));
}

/** Where `offset` of the former text stands in the latter; `side` says on which side of what was inserted or replaced right there. */
export function mapOffset(hunks: readonly TextHunk[], offset: number, side: 'before' | 'after'): number {
  let shift = 0;
  for (const { from, to, text } of hunks) {
    if (offset < from || (offset === from && side === 'before')) break;
    if (offset < to || (offset === to && side === 'before' && from < to))
      return from + shift + (side === 'after' || offset === to ? text.length : 0);
    shift += text.length - (to - from);
  }
  return offset + shift;
}

/** The hunk that [from, to) lies in whole, if it was replaced or taken away as such; an empty range must lie strictly inside. */
export function findReplacement(hunks: readonly TextHunk[], from: number, to: number): TextHunk | null {
  return hunks.find((hunk) => (from === to ? hunk.from < from && to < hunk.to : hunk.from <= from && to <= hunk.to)) ?? null;
}

function isInsidePair(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  return at > 0 && code >= 0xdc00 && code <= 0xdfff && (text.charCodeAt(at - 1) & 0xfc00) === 0xd800;
}

/** Myers' shortest edit script over characters (An O(ND) Difference Algorithm, 1986), as hunks in UTF-16 places of `a`. */
function findEdits(a: readonly string[], b: readonly string[]): TextHunk[] {
  const limit = Math.min(a.length + b.length, EDIT_LIMIT);
  const furthest = new Int32Array(2 * limit + 3);
  const middle = limit + 1;
  const trace: Int32Array[] = [];
  for (let edits = 0; edits <= limit; edits++) {
    trace.push(furthest.slice(middle - edits - 1, middle + edits + 2));
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const down = diagonal === -edits || (diagonal !== edits && furthest[middle + diagonal - 1]! < furthest[middle + diagonal + 1]!);
      let x = down ? furthest[middle + diagonal + 1]! : furthest[middle + diagonal - 1]! + 1;
      while (x < a.length && x - diagonal < b.length && a[x] === b[x - diagonal]) x++;
      furthest[middle + diagonal] = x;
      if (x >= a.length && x - diagonal >= b.length) return readTrace(trace, a, b);
    }
  }
  return [{ from: 0, to: a.join('').length, text: b.join('') }];
}

function readTrace(trace: readonly Int32Array[], a: readonly string[], b: readonly string[]): TextHunk[] {
  const deleted = new Uint8Array(a.length);
  const inserted = new Map<number, string>();
  let x = a.length;
  let y = b.length;
  for (let edits = trace.length - 1; edits > 0; edits--) {
    const furthest = trace[edits]!;
    const at = (diagonal: number) => furthest[diagonal + edits + 1]!;
    const diagonal = x - y;
    const down = diagonal === -edits || (diagonal !== edits && at(diagonal - 1) < at(diagonal + 1));
    const formerX = down ? at(diagonal + 1) : at(diagonal - 1);
    const formerY = formerX - (down ? diagonal + 1 : diagonal - 1);
    if (down) inserted.set(formerX, b[formerY]! + (inserted.get(formerX) ?? ''));
    else deleted[formerX] = 1;
    x = formerX;
    y = formerY;
  }
  const hunks: TextHunk[] = [];
  let place = 0;
  for (let index = 0; index <= a.length; index++) {
    const text = inserted.get(index) ?? '';
    const length = deleted[index] ? a[index]!.length : 0;
    const last = hunks.at(-1);
    if (last && last.to === place && (text !== '' || length > 0)) {
      last.text += text;
      last.to += length;
    } else if (text !== '' || length > 0) hunks.push({ from: place, to: place + length, text });
    place += a[index]?.length ?? 0;
  }
  return hunks;
}

/** Joins hunks that only a chance letter or two keep apart, so that a rewritten phrase reads as one replacement. */
function joinNearHunks(hunks: readonly TextHunk[], a: string): TextHunk[] {
  const joined: TextHunk[] = [];
  for (const hunk of hunks) {
    const last = joined.at(-1);
    const kept = last ? hunk.from - last.to : 0;
    const isReplacement = (one: TextHunk) => one.from < one.to && one.text !== '';
    if (last && kept < SHORTEST_KEPT && (isReplacement(last) || isReplacement(hunk) || kept === 0)) {
      last.text += a.slice(last.to, hunk.from) + hunk.text;
      last.to = hunk.to;
    } else joined.push({ ...hunk });
  }
  return joined;
}
