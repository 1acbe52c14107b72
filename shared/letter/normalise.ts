import { repairSharedGlyphs } from '../tables/pdf/sharedGlyphs';
import { CHINESE_DIGIT } from './numerals';
import { dropPageNumberLines, dropPageNumberTokens } from './pageNumbers';

/** Letters and replies are far shorter; what stands behind this many characters is not scanned and the caller is told. */
export const SCAN_LIMIT = 2_000_000;

/** Characters on a full line of a page, between which a text counts as wrapped by it. */
const NARROWEST_PAGE = 18;
const WIDEST_PAGE = 70;
const FEWEST_PAGE_LINES = 10;
/** A line this long that ends without punctuation goes on, where no page width is known; behind a blank line it must be longer. */
const GOES_ON = 28;
const GOES_ON_BEHIND_BLANK = 40;
/** A line with an indent begins a paragraph; where enough do, one that fills this share of the longest line goes on in a line without. */
const INDENT = /^ {2}/;
const FEWEST_INDENTED = 4;
const NEARLY_FULL = 0.75;

/** A letter's text made ready for cutting: one paragraph a line, no page numbers, no breaks or spaces that only a page's width caused. */
export type LetterText = { text: string; truncated: boolean };

const CJK = '\u2e80-\u9fff\uf900-\ufaff\uff01-\uff60\u3000-\u303f\u2014\u2018\u2019\u201c\u201d\u2026';
const SPACE_BETWEEN_CJK = new RegExp(`([${CJK}]) +(?=([${CJK}]))`, 'g');
const SPACE_AFTER_SENTENCE = /([。；：！？]) +/g;
/** A line that ends so goes on, whatever the next one begins with: 请律师对 | 问题4核查. */
const GOES_ON_ALWAYS = /[（(“《〔、对就于向与和及]$/;
const ENDS_SENTENCE = /[。；：！？:;.!?”」』）)】]$/;
const STARTS_PARAGRAPH = new RegExp(
  `^(?:[（(【\\[]?\\s*(?:[0-9０-９]{1,2}|[${CHINESE_DIGIT}]{1,3})\\s*[）)】\\].．、：:]|[①-⑳]|[【\\[]|(?:问题|事项|关注)\\s*[0-9０-９${CHINESE_DIGIT}]|请|回复|答复|同时[，,]|特此|附件|注[：:0-9])`,
);

/**
 * Undoes what a page did to a letter's text: wraps are joined, page numbers and spaces between Chinese characters go, paragraphs stand one a line.
 * Where all breaks were turned into spaces, a space behind 。；： counts as a paragraph's end. Radicals copied out of a PDF become the characters they
 * are drawn like. No other character changes; `recordCleanings` tells what did.
 */
export function normaliseLetterText(raw: string): LetterText {
  const truncated = raw.length > SCAN_LIMIT;
  const bounded = repairSharedGlyphs(truncated ? raw.slice(0, SCAN_LIMIT) : raw, new Map())
    .replace(/\r\n?|\f|\u2028|\u2029/g, '\n')
    .replace(/\u200b|\u200c|\u200d|\u2060|\ufeff/g, '')
    .replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/g, ' ');
  const text = hasLostItsBreaks(bounded) ? restoreParagraphs(bounded) : joinWrappedLines(bounded);
  return { text, truncated };
}

function hasLostItsBreaks(text: string): boolean {
  let breaks = 0;
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) breaks++;
  if (text.trim().length / (breaks + 1) < 200) return false;
  const spaces = text.match(SPACE_BETWEEN_CJK)?.length ?? 0;
  return spaces * 400 > text.length;
}

function restoreParagraphs(text: string): string {
  const lines = text.split('\n').map((line) => line.replace(/\s+/g, ' ').trim());
  const flat = dropPageNumberTokens(lines.join('\n'));
  return tidySpaces(flat.replace(SPACE_AFTER_SENTENCE, '$1\n'));
}

function joinWrappedLines(text: string): string {
  const lines = dropPageNumberLines(text.split('\n'));
  const width = getWrapWidth(lines);
  const longest = width === null ? getIndentedLength(lines) : null;
  const pieces: string[] = [];
  let afterBlank = true;
  let previousLine = '';
  for (const line of lines) {
    const trimmed = line.trim();
    if (trimmed === '') {
      afterBlank = true;
      continue;
    }
    if (previousLine !== '')
      pieces.push(continuesParagraph(previousLine, line, trimmed, afterBlank, width, longest) ? getJoint(previousLine, trimmed) : '\n');
    pieces.push(trimmed);
    previousLine = trimmed;
    afterBlank = false;
  }
  return tidySpaces(pieces.join('').replace(/[\t ]+/g, ' '));
}

/** The width of a page's lines when the text was wrapped by a page, else null. */
function getWrapWidth(lines: readonly string[]): number | null {
  const counts = new Map<number, number>();
  let total = 0;
  for (const line of lines) {
    const length = measureWidth(line.trim());
    if (length < 8) continue;
    total++;
    counts.set(length, (counts.get(length) ?? 0) + 1);
  }
  if (total < FEWEST_PAGE_LINES) return null;
  const widest = [...counts.keys()].sort((a, b) => b - a);
  let seen = 0;
  for (const length of widest) {
    seen += counts.get(length)!;
    if (seen * 20 >= total) {
      const near = widest.filter((other) => other <= length && other >= length - 4).reduce((sum, other) => sum + counts.get(other)!, 0);
      return length >= NARROWEST_PAGE && length <= WIDEST_PAGE && near * 5 >= total * 2 ? length : null;
    }
  }
  return null;
}

/** Length of the longest line where paragraphs begin with an indent, so that a line without one goes on; else null. */
function getIndentedLength(lines: readonly string[]): number | null {
  const printed = lines.filter((line) => line.trim() !== '');
  const indented = printed.filter((line) => INDENT.test(line)).length;
  if (indented < FEWEST_INDENTED || indented * 5 < printed.length * 2) return null;
  return printed.reduce((longest, line) => Math.max(longest, line.trim().length), 0);
}

function measureWidth(line: string): number {
  if (line.length > 400) return line.length;
  let halves = 0;
  for (let at = 0; at < line.length; at++) halves += line.charCodeAt(at) < 0x2000 ? 1 : 2;
  return Math.ceil(halves / 2);
}

function continuesParagraph(
  previous: string,
  line: string,
  trimmed: string,
  afterBlank: boolean,
  width: number | null,
  longest: number | null,
): boolean {
  if (GOES_ON_ALWAYS.test(previous)) return true;
  if (line.includes('\t') || previous.includes('\t') || STARTS_PARAGRAPH.test(trimmed)) return false;
  const endsSentence = ENDS_SENTENCE.test(previous);
  if (width === null) {
    if (endsSentence) return false;
    const isOutdented = longest !== null && !afterBlank && !INDENT.test(line) && previous.length >= longest * NEARLY_FULL;
    return isOutdented || previous.length >= (afterBlank ? GOES_ON_BEHIND_BLANK : GOES_ON);
  }
  if (afterBlank) return !endsSentence && previous.length >= width - 6;
  if (INDENT.test(line)) return false;
  const isFull = measureWidth(previous) >= width - 3;
  return isFull || (!endsSentence && measureWidth(previous) >= width - 8);
}

function getJoint(before: string, after: string): string {
  return before.charCodeAt(before.length - 1) < 0x2000 && after.charCodeAt(0) < 0x2000 ? ' ' : '';
}

/** The text with letter-spaced words (深 圳 证 券) closed up; other spaces, which tell a header's parts apart, stay. */
export function closeLetterSpacing(text: string): string {
  return text.replace(/(?<![\u4e00-\u9fff])[\u4e00-\u9fff](?:[ \u3000\u00a0][\u4e00-\u9fff](?![\u4e00-\u9fff])){2,40}/g, (run) =>
    run.replace(/\s/g, ''),
  );
}

/** A space between two Chinese characters is a wrap or letter-spacing; one behind a sentence or before a marker still tells where something began. */
function tidySpaces(text: string): string {
  return text.replace(SPACE_BETWEEN_CJK, (whole, before: string, after: string) =>
    '。；：！？'.includes(before) || after === '（' ? `${before} ` : whole.charAt(0),
  );
}
