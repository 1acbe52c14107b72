import { startsWithLabel } from '../joinParagraphs';
import type { PdfLine } from './pdfPage';
import { addTo } from '../../util/multimap';

/** Where the text of pages begins and ends, in points; `leading` is the usual line distance in em. */
export type Margins = {
  of(page: number): { left: number; right: number };
  leading: number;
  /** True when paragraphs begin with an indent, so that a line at the left margin goes on. */
  indentsParagraphs: boolean;
  /** True when labelled paragraphs (1、 （1）) are seen to begin at the left margin all the same. */
  labelsAtMargin: boolean;
};

const FEWEST_LINES = 8;
/** Used where a document has too few lines to tell. */
const USUAL_LEADING = 1.6;

/** Learns margins page by page where a page has enough full lines, else from the whole document. */
export function learnMargins(runs: readonly (readonly PdfLine[])[]): Margins {
  const lines = runs.flat();
  const whole = measure(lines);
  const byPage = new Map<number, PdfLine[]>();
  for (const line of lines) {
    const own = byPage.get(line.page);
    if (own) own.push(line);
    else byPage.set(line.page, [line]);
  }
  const pages = new Map(
    [...byPage].map(([page, own]) => {
      const found = measure(own);
      // A page of headings and tables, or of one-line paragraphs, does not tell its margins.
      const tells = listFull(own).length >= FEWEST_LINES && found.right - found.left > whole.right - whole.left - own[0]!.fontSize;
      return [page, tells ? found : whole];
    }),
  );
  const of = (page: number) => pages.get(page) ?? whole;
  return { of, leading: learnLeading(runs), indentsParagraphs: learnIndents(runs, of), labelsAtMargin: learnLabels(runs, of) };
}

function measure(lines: readonly PdfLine[]): { left: number; right: number } {
  const right = findRight(lines);
  const full = lines.filter((line) => line.right > right - line.fontSize * 2);
  return { left: findLeft((full.length > 2 ? full : lines).map(({ x }) => x)), right };
}

function listFull(lines: readonly PdfLine[]): PdfLine[] {
  const right = findRight(lines);
  return lines.filter((line) => line.right > right - line.fontSize * 2);
}

/** The rightmost end that several lines share, so that one overhanging line does not count; punctuation may hang over the margin. */
function findRight(lines: readonly PdfLine[]): number {
  const standing = lines.filter(({ text }) => !/[，。、；：！？）》”’」』】〕]$/.test(text));
  const ends = (standing.length > 2 ? standing : lines).map(({ right }) => right).sort((a, b) => b - a);
  const needed = Math.max(2, Math.ceil(ends.length * 0.03));
  const em = lines[0]?.fontSize ?? 12;
  return ends.find((end, i) => (ends[i + needed - 1] ?? Number.NEGATIVE_INFINITY) > end - em * 0.6) ?? ends[0] ?? 0;
}

/** The smallest value, to two points, that is at least half as frequent as the most frequent: of short paragraphs more lines are indented than not. */
function findLeft(values: readonly number[]): number {
  const counts = new Map<number, number[]>();
  for (const value of values) {
    const key = Math.round(value / 2);
    addTo(counts, key, value);
  }
  const groups = [...counts].sort((a, b) => a[0] - b[0]).map(([, group]) => group);
  const most = Math.max(...groups.map((group) => group.length));
  return groups.find((group) => group.length * 2 >= most)?.[0] ?? 0;
}

function learnLeading(runs: readonly (readonly PdfLine[])[]): number {
  const distances = runs.flatMap((run) =>
    run.flatMap((line, i) => {
      const before = run[i - 1];
      return before && before.page === line.page && Math.abs(before.fontSize - line.fontSize) < 0.5
        ? [(line.y - before.y) / line.fontSize]
        : [];
    }),
  );
  distances.sort((a, b) => a - b);
  // Gaps between paragraphs are the wide ones: the usual distance inside them is below the middle where paragraphs are short.
  return distances[Math.floor(distances.length * 0.35)] ?? USUAL_LEADING;
}

/** Paragraphs are indented when full lines are followed by lines at the left margin and indented lines come again and again. */
function learnIndents(runs: readonly (readonly PdfLine[])[], of: Margins['of']): boolean {
  let indented = 0;
  let goingOn = 0;
  for (const run of runs) {
    run.forEach((line, i) => {
      const { left } = of(line.page);
      const indent = (line.x - left) / line.fontSize;
      if (indent > 1.2 && indent < 3.5) indented += 1;
      const before = run[i - 1];
      if (before && indent < 0.5 && before.right > of(before.page).right - before.fontSize * 2) goingOn += 1;
    });
  }
  return indented > 1 && goingOn > 1;
}

function learnLabels(runs: readonly (readonly PdfLine[])[], of: Margins['of']): boolean {
  return runs.some((run) =>
    run.some((line, i) => {
      const before = run[i - 1];
      if (!before || !startsWithLabel(line.text) || line.x - of(line.page).left > line.fontSize * 0.5) return false;
      return before.right < of(before.page).right - before.fontSize * 6;
    }),
  );
}
