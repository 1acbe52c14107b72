import type { PdfLine, PdfPage, PdfSegment, PdfText } from './pdfPage';
import { CJK, closeLetterSpacing, WIDE_BLANK } from './cjkBlanks';
import { repairSharedGlyphs } from './sharedGlyphs';
import { threadPieces } from './threadPieces';

/** Gaps in em: below the first two pieces touch, from the second on even Chinese words stand apart, from the third on they are columns. */
const TOUCHING = 0.13;
const WORDS_APART = 0.8;
const COLUMNS_APART = 1.5;
/** A narrow cell's text may come this near to the next. */
const CELLS_APART = 0.7;
/** And a column that is full this near to the one beside it. */
const NARROWEST_GUTTER = 0.25;
/** Baselines of one line differ by less than this, in em: superscripts and mixed fonts. */
const SAME_LINE = 0.45;

/** The page's printed lines from top to bottom. Characters set apart to fill a line or to be shown wide are read as one word. */
export function readPageLines(page: PdfPage, repairs: Map<string, number>): PdfLine[] {
  return groupByBaseline(page.items).flatMap((items) => {
    const segments = readSegments(items, repairs);
    const [first, last] = [segments[0], segments.at(-1)];
    if (!first || !last) return [];
    const fontSize = getFontSize(items);
    return [{ page: page.page, text: joinSegments(segments), x: first.x, right: last.right, y: getBaseline(items), fontSize, segments }];
  });
}

/** True when lines of the page have pieces that stand apart, as the cells of a table do. A single one of two or three pieces at the page's end is a head or foot. */
export function hasColumns(page: Pick<PdfPage, 'items'>): boolean {
  const lines = groupByBaseline(page.items.filter((item) => item.text.trim() !== ''));
  const apart = lines.flatMap((items, i) => (countGaps(items) > 0 ? [i] : []));
  return apart.length > 1 || apart.some((i) => (i > 1 && i < lines.length - 2) || countGaps(lines[i]!) > 2);
}

function countGaps(items: readonly PdfText[]): number {
  const drawn = [...items].sort((a, b) => a.x - b.x);
  return drawn.filter((item, i) => i > 0 && item.x - (drawn[i - 1]!.x + drawn[i - 1]!.width) > item.fontSize * CELLS_APART).length;
}

/** Pieces that share a baseline, lines from top to bottom. */
export function groupByBaseline(items: readonly PdfText[]): PdfText[][] {
  const sorted = [...items].sort((a, b) => a.y - b.y);
  const lines: { y: number; fontSize: number; items: PdfText[] }[] = [];
  for (const item of sorted) {
    const line = lines.at(-1);
    if (line && item.y - line.y <= SAME_LINE * Math.max(line.fontSize, item.fontSize)) {
      line.items.push(item);
      // A superscript comes first from above: the line stands where its larger text stands.
      if (item.fontSize > line.fontSize) [line.y, line.fontSize] = [item.y, item.fontSize];
    } else lines.push({ y: item.y, fontSize: item.fontSize, items: [item] });
  }
  return lines.map((line) => line.items);
}

function getFontSize(items: readonly PdfText[]): number {
  const widths = new Map<number, number>();
  for (const { fontSize, width } of items) widths.set(fontSize, (widths.get(fontSize) ?? 0) + width);
  return [...widths].reduce((most, entry) => (entry[1] > most[1] ? entry : most))[0];
}

function getBaseline(items: readonly PdfText[]): number {
  return items.reduce((largest, item) => (item.fontSize > largest.fontSize ? item : largest)).y;
}

/** The pieces of one baseline from left to right, joined where they stand close. */
export function readSegments(items: readonly PdfText[], repairs: Map<string, number>): PdfSegment[] {
  const segments: PdfSegment[] = [];
  let previous: PdfText | null = null;
  let blankDrawn = false;
  for (const item of threadPieces(items).sort((a, b) => a.x - b.x)) {
    if (item.text.trim() === '') {
      blankDrawn ||= item.width > 0;
      continue;
    }
    const segment = segments.at(-1);
    // Bold made by printing the same text twice.
    if (previous && previous.text === item.text && Math.abs(previous.x - item.x) < item.fontSize * 0.3) continue;
    const gap = segment ? (item.x - segment.right) / Math.max(item.fontSize, previous?.fontSize ?? 0) : 0;
    const text = repairSharedGlyphs(item.text, repairs);
    const right = item.x + item.width;
    if (segment && gap < COLUMNS_APART) {
      const blank = getBlank(segment.text, text, gap, blankDrawn);
      const word = segment.words.at(-1)!;
      if (gap < NARROWEST_GUTTER) [word.text, word.right] = [word.text + blank + text, Math.max(word.right, right)];
      else segment.words.push({ text: blank + text, x: item.x, right });
      segment.text += blank + text;
      segment.right = Math.max(segment.right, right);
    } else segments.push({ text, x: item.x, right, words: [{ text, x: item.x, right }] });
    previous = item;
    blankDrawn = false;
  }
  const tidy = segments.map((segment) => ({ ...segment, text: tidyBlanks(segment.text) }));
  if (!isLetterSpaced(tidy)) return tidy;
  const word = { text: tidy.map(({ text }) => text).join(''), x: tidy[0]!.x, right: tidy.at(-1)!.right };
  return [{ ...word, words: [word] }];
}

function getBlank(before: string, after: string, gap: number, drawn: boolean): string {
  const betweenCjk = CJK.test(before.charAt(before.length - 1)) && CJK.test(after.charAt(0));
  if (gap >= WORDS_APART) return WIDE_BLANK;
  return !betweenCjk && gap >= (drawn ? TOUCHING / 3 : TOUCHING) ? ' ' : '';
}

/** A wide blank where there were several, none inside a word printed wide (深 圳 证 券). */
function tidyBlanks(text: string): string {
  return closeLetterSpacing(text.trim().replace(/\s+/g, (blanks) => (/^[ \u00a0]$/.test(blanks) ? ' ' : WIDE_BLANK)));
}

function isLetterSpaced(segments: readonly PdfSegment[]): boolean {
  return segments.length > 2 && segments.every(({ text }) => /^[\u4e00-\u9fff]$/.test(text));
}

function joinSegments(segments: readonly PdfSegment[]): string {
  return segments.map(({ text }) => text).join(WIDE_BLANK);
}
