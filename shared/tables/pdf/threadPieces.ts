import type { PdfText } from './pdfPage';
import { measureText } from './wordWidth';

/** Pieces nearer than this, in em, fill one gap; a piece this far inside another lies within it. */
const TOUCHING = 0.15;
/** No printed line has more pieces; each is held against each. */
const MOST_PIECES = 1000;

/**
 * The pieces of one baseline with each that is drawn into a gap of another (quotation marks in a second font, which some programs draw before the whole
 * line) standing between what comes before and behind it.
 */
export function threadPieces(items: readonly PdfText[]): PdfText[] {
  if (items.length > MOST_PIECES) return [...items];
  const drawn = items.filter(({ text }) => text.trim() !== '');
  return items.flatMap((item) => {
    const gaps = [...item.text.matchAll(/ /g)].map(({ index }) => index);
    if (gaps.length === 0 || item.text.trim() === '') return [item];
    const fillers = groupTouching(drawn.filter((other) => liesWithin(other, item)));
    return fillers.length === 0 || fillers.length > gaps.length ? [item] : split(item, chooseGaps(item, gaps, fillers), fillers);
  });
}

/** What fills one gap: its place from left to right. */
type Filler = { x: number; right: number };

function liesWithin(other: PdfText, item: PdfText): boolean {
  const margin = item.fontSize * TOUCHING;
  return other !== item && other.x > item.x + margin && other.x + other.width < item.x + item.width - margin;
}

function groupTouching(pieces: readonly PdfText[]): Filler[] {
  const fillers: Filler[] = [];
  for (const { x, width, fontSize } of [...pieces].sort((a, b) => a.x - b.x)) {
    const last = fillers.at(-1);
    if (last && x - last.right < fontSize * TOUCHING) last.right = Math.max(last.right, x + width);
    else fillers.push({ x, right: x + width });
  }
  return fillers;
}

/** The gap each filler stands in: the nearest by the widths of the characters before it, in their order. */
function chooseGaps({ text, x, fontSize }: PdfText, gaps: readonly number[], fillers: readonly Filler[]): number[] {
  const chosen: number[] = [];
  for (const [at, filler] of fillers.entries()) {
    const from = chosen.length === 0 ? 0 : gaps.indexOf(chosen.at(-1)!) + 1;
    const open = gaps.slice(from, gaps.length - (fillers.length - at - 1));
    const start = chosen.length === 0 ? { x, index: 0 } : { x: fillers[at - 1]!.right, index: chosen.at(-1)! + 1 };
    const distance = (gap: number) => Math.abs(start.x + measureText(text.slice(start.index, gap)) * fontSize - filler.x);
    chosen.push(open.reduce((best, gap) => (distance(gap) < distance(best) ? gap : best)));
  }
  return chosen;
}

function split(item: PdfText, gaps: readonly number[], fillers: readonly Filler[]): PdfText[] {
  const end = item.x + item.width;
  return [...gaps, item.text.length].map((gap, at) => {
    const start = at === 0 ? { x: item.x, index: 0 } : { x: fillers[at - 1]!.right, index: gaps[at - 1]! + 1 };
    return { ...item, text: item.text.slice(start.index, gap), x: start.x, width: (fillers[at]?.x ?? end) - start.x };
  });
}
