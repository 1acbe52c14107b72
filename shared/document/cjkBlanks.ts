/** Characters set in the East Asian font beside which Word itself leaves a gap to Latin text. */
const EAST_ASIAN = /[\p{Script=Han}\u3000-\u303f\uff00-\uffef\u2460-\u24ff]/u;
const ASCII_GRAPHIC = /[!-~]/;
const BLANKS = /[ \u00a0\u2009\u202f]+/g;

/** Where the literal blanks between East Asian and ASCII characters stand in `text`, as [from, to) pairs in order. */
export function findAutospaceBlanks(text: string): [number, number][] {
  const found: [number, number][] = [];
  for (const match of text.matchAll(BLANKS)) {
    const from = match.index;
    const to = from + match[0].length;
    if (from === 0 || to === text.length) continue;
    const before = characterBefore(text, from);
    const after = String.fromCodePoint(text.codePointAt(to)!);
    const meets = (EAST_ASIAN.test(before) && ASCII_GRAPHIC.test(after)) || (ASCII_GRAPHIC.test(before) && EAST_ASIAN.test(after));
    if (meets) found.push([from, to]);
  }
  return found;
}

/** `text` without the blanks a PDF or a typist left between East Asian and ASCII characters; blanks inside Latin text and inside Chinese text stay. */
export function stripAutospaceBlanks(text: string): string {
  return removeRanges(text, findAutospaceBlanks(text));
}

/** The same over text cut into pieces (runs of one paragraph): a blank goes when it stands between the two kinds across a cut too. */
export function stripAutospaceBlanksAcross(pieces: readonly string[]): string[] {
  const ranges = findAutospaceBlanks(pieces.join(''));
  if (ranges.length === 0) return [...pieces];
  let start = 0;
  return pieces.map((piece) => {
    const own = ranges
      .filter(([from, to]) => to > start && from < start + piece.length)
      .map(([from, to]): [number, number] => [Math.max(from - start, 0), Math.min(to - start, piece.length)]);
    start += piece.length;
    return removeRanges(piece, own);
  });
}

function characterBefore(text: string, index: number): string {
  const low = text.charCodeAt(index - 1);
  const isPair = index > 1 && low >= 0xdc00 && low <= 0xdfff;
  return text.slice(index - (isPair ? 2 : 1), index);
}

function removeRanges(text: string, ranges: readonly [number, number][]): string {
  let kept = '';
  let at = 0;
  for (const [from, to] of ranges) {
    kept += text.slice(at, from);
    at = to;
  }
  return kept + text.slice(at);
}
