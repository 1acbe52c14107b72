/** Advance widths of Times New Roman for U+0020 to U+007E, in 1/1000 em (its published metrics). */
const LATIN_WIDTHS = [
  250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, 500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 278,
  278, 564, 564, 564, 444, 921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889, 722, 722, 556, 722, 667, 556, 611, 722,
  722, 944, 722, 722, 611, 333, 278, 333, 469, 500, 333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500, 500,
  500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541,
];

/** Gap Word leaves between East Asian and Latin text, in 1/1000 em. */
const AUTOSPACE = 250;

/** Longest Latin word a column must hold unbroken, in em; longer ones (addresses of web pages) are broken by the reader. */
const LONGEST_WORD_EMS = 9;

/** How much of a line of text a column should show without a break. */
const EMS_KEPT = 4;

const LATIN_TOKEN = /[!-~]+/g;

/** Width of one line of text in em: Chinese characters 1, Latin by its own metrics, gaps between the two included. */
export function measureEms(text: string): number {
  let width = 0;
  let wasLatin: boolean | null = null;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code >= 0xdc00 && code <= 0xdfff) continue;
    const isLatin = code >= 0x20 && code <= 0x7e;
    width += isLatin ? LATIN_WIDTHS[code - 0x20]! : 1000;
    if (wasLatin !== null && wasLatin !== isLatin && code !== 0x20) width += AUTOSPACE;
    wasLatin = isLatin;
  }
  return width / 1000;
}

/** Least width in em at which text stays readable: its widest number or Latin word whole, and up to four em of any line. */
export function measureLeastEms(text: string): number {
  let least = Math.min(measureEms(text), EMS_KEPT);
  for (const token of text.match(LATIN_TOKEN) ?? []) {
    const width = measureEms(token);
    least = Math.max(least, /^[\d.,%+-]+$/.test(token) ? width : Math.min(width, LONGEST_WORD_EMS));
  }
  return least;
}

/** What a line is filled with: a Latin word, a blank, or a Chinese character with the marks that may not leave it. */
const PIECE = /[!-~]+| |[“‘（《〈【〔]*[^ -~][，。、；：？！…）》〉】〕”’％]*/gu;

/** A text of more lines than this is counted by its width alone, half an em lost at each line's end. */
const MOST_LINES_FILLED = 4;

/** Lines a text of `ems` takes at a width in em, at least 1; of long text an estimate. */
export function countLines(text: string, ems: number, widthEms: number): number {
  if (ems <= widthEms) return 1;
  if (ems > MOST_LINES_FILLED * widthEms) return Math.ceil(ems / Math.max(widthEms - 0.5, 1));
  return wrapText(text, widthEms).lines;
}

/** Lines the text takes at a width in em, at least 1, and how wide the last of them is. */
export function wrapText(text: string, widthEms: number): { lines: number; lastEms: number } {
  const width = Math.max(widthEms, 1);
  let lines = 1;
  let filled = 0;
  let wasLatin: boolean | null = null;
  for (const [piece] of text.matchAll(PIECE)) {
    const isLatin = piece <= '~';
    const gap = wasLatin !== null && wasLatin !== isLatin && piece !== ' ' ? AUTOSPACE / 1000 : 0;
    const own = measureEms(piece);
    wasLatin = isLatin;
    if (filled + gap + own <= width) {
      filled += gap + own;
      continue;
    }
    const broken = Math.ceil(own / width);
    lines += filled === 0 ? broken - 1 : broken;
    filled = own - (broken - 1) * width;
  }
  return { lines, lastEms: filled };
}
