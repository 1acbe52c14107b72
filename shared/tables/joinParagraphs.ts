import { squash } from './cellText';
import { HEADING_ENDINGS } from './tableTerms';

/** A line of running text. `afterBlank` says that a blank line stands before it. */
export type TextLine = { text: string; line: number; endLine: number; afterBlank: boolean };

const LABEL =
  /^(?:[-•·●■□√☑*]|第[一二三四五六七八九十百零〇\d]+[节章条部分]|[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2}|[a-zA-Z])[）)]|[一二三四五六七八九十]{1,3}[、．.]|\d{1,2}[、．）)]|\d{1,2}[.](?!\d)|[①-⑳]|[A-Z]\s?[:：、．.]|问题\s?[\d一二三四五六七八九十]|回复[:：]|【|[（(]?(?:金额)?单位[:：]|注\s?\d?[:：]|附件|特此公告|证券代码|[（(]续[）)])/;
const FINISHED = /[。：；！？）”’》】:;!?)"\]>]$/;
const PROSE = /[，。；,：]/;
const CLAUSES = /[，。；,]/;
const OPEN_END = /[，、,（(《“—]$/;
const SHORTEST_CUT = 8;
/** More pages than this one paragraph does not fill; a text made to be joined for ever stops here. */
const MOST_PIECES = 12;
const NARROWEST_LINE = 24;
const WIDEST_LINE = 64;

/** True when a line begins with a label of its own (一、（1）① 注：…), so that it begins a paragraph. */
export function startsWithLabel(text: string): boolean {
  return LABEL.test(text);
}

/** Printed width of a text in em, with the two-em indent of a paragraph: CJK 1, Latin and digits about a half, blanks a quarter. */
function measureEm(text: string): number {
  let width = 2;
  for (const char of text) width += char === ' ' ? 0.25 : char.codePointAt(0)! > 0x2000 ? 1 : /[A-Z]/.test(char) ? 0.7 : 0.5;
  return width;
}

/**
 * Joins body paragraphs that a page end cut in two: the first does not end a sentence, the next has no label, both are running text, and the first
 * fills its last printed line (the width is learnt from all runs together). Headings and titles stay apart. A run is a stretch without tables.
 */
export function joinParagraphs(runs: readonly (readonly TextLine[])[]): {
  runs: TextLine[][];
  joins: { line: number; nextLine: number }[];
} {
  const count = runs.reduce((sum, run) => sum + run.length, 0);
  const spaced = runs.reduce((sum, run) => sum + run.filter((line) => line.afterBlank).length, 0) * 2 > count;
  const lineWidth = learnLineWidth(runs, spaced);
  const seen = new Set<string>();
  const joins: { line: number; nextLine: number }[] = [];
  const joinedRuns = runs.map((run) => {
    const joined: TextLine[] = [];
    let lastPiece = '';
    let pieces = 1;
    for (const line of run) {
      const previous = joined.at(-1);
      if (
        previous &&
        pieces < MOST_PIECES &&
        mayJoin(previous, line, spaced) &&
        isCut(previous.text, line.text, lastPiece, lineWidth, seen)
      ) {
        joins.push({ line: previous.endLine, nextLine: line.line });
        pieces += 1;
        joined[joined.length - 1] = { ...previous, text: glue(previous.text, line.text), endLine: line.endLine };
      } else {
        if (previous) rememberSentences(previous.text, seen);
        joined.push(line);
        pieces = 1;
      }
      lastPiece = line.text;
    }
    return joined;
  });
  return { runs: joinedRuns, joins };
}

function mayJoin(first: TextLine, next: TextLine, spaced: boolean): boolean {
  if (spaced && !next.afterBlank) return false;
  return !FINISHED.test(first.text) && !startsWithLabel(next.text) && measureEm(first.text) > SHORTEST_CUT && isRunningText(next.text);
}

/** Two pieces of one text: a blank only where Latin words or numbers would run together. */
export function glue(first: string, second: string): string {
  return /[A-Za-z]$/.test(first) && /^[A-Za-z]/.test(second) ? `${first} ${second}` : first + second;
}

function isRunningText(text: string): boolean {
  return PROSE.test(text) || FINISHED.test(text);
}

function isCut(text: string, next: string, lastPiece: string, lineWidth: number | null, headings: ReadonlySet<string>): boolean {
  if (OPEN_END.test(text)) return true;
  const body = stripLabel(text);
  const filled = lineWidth !== null && fillsLine(measureEm(lastPiece), lineWidth);
  if (filled && CLAUSES.test(body) && isFragment(next)) return true;
  const heading = HEADING_ENDINGS.some((ending) => text.endsWith(ending)) || headings.has(squash(body));
  if (heading) return filled && body.includes('。');
  if (startsWithLabel(text)) return filled && PROSE.test(body);
  return filled || (CLAUSES.test(body) && measureEm(text) > 30);
}

/** The end of a sentence too short to be one: 成。 核对。 A short answer such as 无。 is whole. */
function isFragment(text: string): boolean {
  return text.length <= 8 && text.endsWith('。') && !/^(?:无|否|是|不适用|不存在|没有|略)。$/.test(text);
}

function stripLabel(text: string): string {
  return text.replace(LABEL, '');
}

/** Headings repeat what was asked: every sentence and clause list already seen counts as a heading when it comes again. */
function rememberSentences(text: string, seen: Set<string>): void {
  for (const sentence of text.split(/[。；;]/)) {
    const plain = squash(stripLabel(sentence.trim()));
    if (plain.length >= 8) seen.add(plain);
  }
}

function fillsLine(width: number, lineWidth: number): boolean {
  const lines = Math.max(1, Math.round(width / lineWidth));
  const rest = width - lines * lineWidth;
  return rest > -2.6 && rest < 1 + lines * 0.3;
}

/** The width most unfinished running texts share, in em; null when they share none. */
function learnLineWidth(runs: readonly (readonly TextLine[])[], spaced: boolean): number | null {
  const widths: number[] = [];
  for (const run of runs) {
    for (let i = 0; i + 1 < run.length; i += 1) {
      const first = run[i]!;
      const width = measureEm(first.text);
      if (width >= NARROWEST_LINE && width < WIDEST_LINE * 6 && PROSE.test(first.text) && mayJoin(first, run[i + 1]!, spaced))
        widths.push(width);
    }
  }
  let best: number | null = null;
  let most = 2;
  for (let candidate = NARROWEST_LINE; candidate <= WIDEST_LINE; candidate += 0.5) {
    const fits = widths.filter((width) => fillsLine(width, candidate)).length;
    if (fits > most && fits * 2 > widths.length) {
      most = fits;
      best = candidate;
    }
  }
  return best;
}
