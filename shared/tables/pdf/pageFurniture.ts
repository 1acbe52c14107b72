import type { PdfLine } from './pdfPage';
import { addTo } from '../../util/multimap';
import { readUnitLine } from '../unitLine';

/** A page's printed lines with its height in points. */
export type PageLines = { page: number; height: number; lines: PdfLine[] };

/** What was printed around the text: repeated heads and feet with their pages, and the pages that carry a number. */
export type Furniture = { repeated: { text: string; pages: number[] }[]; numbered: number[] };

/** Share of a page's height, at either end, in which heads, feet and page numbers stand. */
const EDGE = 0.13;
const LINES_AT_EDGE = 3;
/** A head at one end may shift by this many points from page to page. */
const SHIFT = 4;
/** Heads of odd and even pages, or of chapters, share a height; together they are on this share of the pages. */
const LEAST_SHARE = 0.35;

/** 回复： and 【回复】 lead to what follows, as a unit line does: they stand at the top of several pages by chance. */
const LEADS_ON = /^[^：:]{1,8}[：:]$|^【[^】]{1,12}】$/;

const PAGE_NUMBER =
  /^(?:[-–—~·]\s*(\d{1,4})\s*[-–—~·]|第\s*(\d{1,4})\s*页(?:\s*[，,/]?\s*共\s*\d{1,4}\s*页)?|(\d{1,4})\s*[/／]\s*\d{1,4}|(\d{1,4}))$/;

/** Takes out page numbers and what is printed at the top or bottom of several pages; everything taken out is named. */
export function removeFurniture(pages: readonly PageLines[]): { pages: PageLines[]; furniture: Furniture } {
  const numbers = findPageNumbers(pages);
  const repeated = findRepeated(pages, numbers);
  const kept = pages.map((page) => ({ ...page, lines: page.lines.filter((line) => !numbers.has(line) && !repeated.has(line)) }));
  const byText = new Map<string, number[]>();
  for (const line of repeated) {
    const key = toPattern(line.text);
    addTo(byText, key, line.page);
  }
  const texts = new Map([...repeated].map((line) => [toPattern(line.text), line.text]));
  return {
    pages: kept,
    furniture: {
      repeated: [...byText].map(([key, at]) => ({ text: texts.get(key)!, pages: at })),
      numbered: [...new Set([...numbers].map((line) => line.page))],
    },
  };
}

/** Numbers that run with the pages; where only one page has a number, it must be at the very edge. */
function findPageNumbers(pages: readonly PageLines[]): Set<PdfLine> {
  const candidates = new Map<number, PdfLine[]>();
  for (const page of pages) {
    for (const line of listEdgeLines(page)) {
      const match = PAGE_NUMBER.exec(line.text);
      if (!match) continue;
      const offset = Number(match[1] ?? match[2] ?? match[3] ?? match[4]) - page.page;
      addTo(candidates, offset, line);
    }
  }
  const found = new Set<PdfLine>();
  for (const lines of candidates.values()) if (lines.length > 1 || pages.length === 1) for (const line of lines) found.add(line);
  return found;
}

/** Lines that come again on other pages, where that happens at one height on a good part of the pages: text at a page's end may repeat by chance. */
function findRepeated(pages: readonly PageLines[], numbers: ReadonlySet<PdfLine>): Set<PdfLine> {
  const groups = new Map<string, PdfLine[]>();
  for (const page of pages) {
    for (const line of listEdgeLines(page)) {
      if (numbers.has(line) || LEADS_ON.test(line.text) || readUnitLine(line.text) !== null) continue;
      const key = toPattern(line.text);
      addTo(groups, key, line);
    }
  }
  const isSteady = (line: PdfLine, other: PdfLine) => Math.abs(line.y - other.y) <= SHIFT;
  const steady = [...groups.values()].flatMap((lines) =>
    lines.filter((line) => lines.some((other) => other.page !== line.page && isSteady(line, other))),
  );
  const needed = Math.max(2, pages.length * LEAST_SHARE);
  return new Set(steady.filter((line) => new Set(steady.flatMap((other) => (isSteady(line, other) ? [other.page] : []))).size >= needed));
}

/** The outermost lines of a page that stand near its ends. */
function listEdgeLines({ lines, height }: PageLines): PdfLine[] {
  const top = lines.slice(0, LINES_AT_EDGE).filter(({ y }) => y < height * EDGE);
  const bottom = lines.slice(-LINES_AT_EDGE).filter(({ y }) => y > height * (1 - EDGE));
  return [...new Set([...top, ...bottom])];
}

/** Heads that count pages are the same head: their numbers count as one; amounts and rates are text. */
function toPattern(text: string): string {
  return text.replace(/\s/g, '').replace(/(?<![\d.,])\d+(?![\d.,]*\d|%)/g, '0');
}
