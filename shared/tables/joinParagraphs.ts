import { squash } from './cellText';
import { HEADING_ENDINGS } from './tableTerms';

/** A line of running text. `afterBlank` says that a blank line stands before it. */
export type TextLine = { text: string; line: number; endLine: number; afterBlank: boolean };

const LABEL =
  /^(?:[-•·●■□√☑*]|第[一二三四五六七八九十百零〇\d]+[节章条部分]|[（(](?:[一二三四五六七八九十]{1,3}|\d{1,2}|[a-zA-Z])[）)]|[一二三四五六七八九十]{1,3}[、．.]|\d{1,2}[、．）)]|\d{1,2}[.](?!\d)|[①-⑳]|[A-Z]\s?[:：、．.]|问题\s?[\d一二三四五六七八九十]|回复[:：]|【|[（(]?(?:金额)?单位[:：]|注\s?\d?[:：]|附件|特此公告|证券代码|[（(]续[）)])/;
const FINISHED = /[。：；！？）”’》】:;!?)"\]>]$/;
const PROSE = /[，。；,：]/;
const OPEN_END = /[，、,（(《“—]$/;
const NARROWEST_LINE = 24;
const WIDEST_LINE = 64;

/** True when a line begins with a label of its own (一、（1）① 注：…), so that it begins a paragraph. */
export function startsWithLabel(text: string): boolean {
  return LABEL.test(text);
}

/** Printed width of a text in em, with the two-em indent of a paragraph: CJK 1, Latin and digits a half, blanks a quarter. */
function measureEm(text: string): number {
  let width = 2;
  for (const char of text) width += char === ' ' ? 0.25 : char.codePointAt(0)! > 0x2000 ? 1 : 0.5;
  return width;
}

/**
 * Joins body paragraphs that a page end cut in two: the first does not end a sentence, the next has no label, both are running text, and the first
 * fills its last printed line (the width is learnt from the text itself). Headings and titles stay apart.
 */
export function joinParagraphs(lines: readonly TextLine[]): { lines: TextLine[]; joins: { line: number; nextLine: number }[] } {
  const spaced = lines.filter((line) => line.afterBlank).length * 2 > lines.length;
  const mayJoin = (first: TextLine, next: TextLine): boolean =>
    (!spaced || next.afterBlank) &&
    !FINISHED.test(first.text) &&
    !startsWithLabel(next.text) &&
    measureEm(first.text) > 8 &&
    isRunningText(next.text);
  const lineWidth = learnLineWidth(lines, mayJoin);
  const seen = new Set<string>();
  const joined: TextLine[] = [];
  const joins: { line: number; nextLine: number }[] = [];
  let lastPiece = '';
  for (const line of lines) {
    const previous = joined.at(-1);
    if (previous && mayJoin(previous, line) && isCut(previous.text, lastPiece, lineWidth, seen)) {
      joins.push({ line: previous.endLine, nextLine: line.line });
      joined[joined.length - 1] = { ...previous, text: glue(previous.text, line.text), endLine: line.endLine };
    } else {
      if (previous) rememberSentences(previous.text, seen);
      joined.push(line);
    }
    lastPiece = line.text;
  }
  return { lines: joined, joins };
}

/** Two pieces of one text: a blank only where Latin words or numbers would run together. */
export function glue(first: string, second: string): string {
  return /[A-Za-z]$/.test(first) && /^[A-Za-z]/.test(second) ? `${first} ${second}` : first + second;
}

function isRunningText(text: string): boolean {
  return PROSE.test(text) || FINISHED.test(text);
}

function isCut(text: string, lastPiece: string, lineWidth: number | null, headings: ReadonlySet<string>): boolean {
  if (OPEN_END.test(text)) return true;
  const heading = HEADING_ENDINGS.some((ending) => text.endsWith(ending)) || headings.has(squash(stripLabel(text)));
  const filled = lineWidth !== null && fillsLine(measureEm(lastPiece), lineWidth);
  if (startsWithLabel(text)) return filled && !heading;
  if (filled) return !heading || text.includes('。');
  return PROSE.test(text) && measureEm(text) > 30 && !heading;
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
function learnLineWidth(lines: readonly TextLine[], mayJoin: (first: TextLine, next: TextLine) => boolean): number | null {
  const widths: number[] = [];
  for (let i = 0; i + 1 < lines.length; i += 1) {
    const first = lines[i]!;
    const width = measureEm(first.text);
    if (width >= NARROWEST_LINE && width < WIDEST_LINE * 6 && PROSE.test(first.text) && mayJoin(first, lines[i + 1]!)) widths.push(width);
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
