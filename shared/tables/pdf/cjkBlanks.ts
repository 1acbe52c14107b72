/** Characters between which Chinese text has no blanks. */
export const CJK = /[\u2e80-\u9fff\uf900-\ufaff\uff01-\uff60\u3000-\u303f\u2014\u2018\u2019\u201c\u201d\u2026]/;

const BLANK_BETWEEN_CJK = new RegExp(`(?<=${CJK.source}) (?=${CJK.source})`, 'g');
const LETTER_SPACED = /(?<![\u4e00-\u9fff])[\u4e00-\u9fff](?:[ \u3000][\u4e00-\u9fff](?![\u4e00-\u9fff])){2,40}/g;
/** Characters a paragraph has at most on average, where texts kept their paragraphs; and characters for each blank between Chinese ones, where not. */
const LONG_PARAGRAPHS = 200;
const BLANK_EVERY = 400;

/** A gap too wide to be a blank between words: it sets things apart. */
export const WIDE_BLANK = '\u3000';

/** `text` without the blanks that filling a line left between Chinese characters; blanks beside Latin words stay, wide ones become one blank. */
export function closeCjkBlanks(text: string): string {
  return text.replace(BLANK_BETWEEN_CJK, '').replaceAll(WIDE_BLANK, ' ');
}

/** `text` with words that were printed wide (深 圳 证 券) closed up. */
export function closeLetterSpacing(text: string): string {
  return text.replace(LETTER_SPACED, (run) => run.replace(/[ \u3000]/g, ''));
}

/** True when a text lost its line ends before it was printed, so that blanks between Chinese characters are all that is left of them. */
export function standsInForBreaks(paragraphs: readonly string[]): boolean {
  const length = paragraphs.reduce((sum, text) => sum + text.length, 0);
  if (length < LONG_PARAGRAPHS * paragraphs.length) return false;
  const blanks = paragraphs.reduce((sum, text) => sum + (text.match(BLANK_BETWEEN_CJK)?.length ?? 0), 0);
  return blanks * BLANK_EVERY > length;
}
