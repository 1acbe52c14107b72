import { startsWithLabel } from '../joinParagraphs';
import { learnMargins, type Margins } from './pageMargins';
import type { PdfLine } from './pdfPage';
import { measureFirstWord } from './wordWidth';

/** A paragraph of a PDF: its text and the pages it begins and ends on. */
export type PdfParagraph = { text: string; page: number; endPage: number };

/** Indents and gaps, in em or times the usual line distance. */
const INDENT = 1.2;
const SAME_INDENT = 0.4;
/** What begins further in than this is set at the right: a number, a date, a signature. */
const WIDEST_INDENT = 5;
const WIDE_GAP = 1.4;
/** A line broken in mid-sentence goes on even so: headings are printed wider than text. */
const WIDER_GAP = 2.2;
const OTHER_SIZE = 0.08;
const CENTRED = 2.5;

/** Em that a line may fall short of the margin beside what did not fit: text that is not justified, and widths that are estimates. */
const SLACK = 0.5;

const SENTENCE_END = /[。！？：；!?;:][”’」』）)]?$/;
const OPEN_END = /[，、,（(《“—]$/;
/** Where a title broken by hand goes on. */
const OPEN_TITLE = /[的及与和暨并、《（“]$/;
const TITLE_GOES_ON = /^(?:[的及与和暨并》）”]|年报|年度报告|半年度报告|关注函|问询函|监管函)/;

/**
 * Undoes what the page did to running text: a line goes on in the next when the next one's first word would not have fitted behind it. Indents, labels,
 * wider gaps, other sizes and centring begin a paragraph. Runs are stretches of lines with nothing but page ends between them.
 */
export function joinPdfLines(runs: readonly (readonly PdfLine[])[]): PdfParagraph[][] {
  const margins = learnMargins(runs);
  return runs.map((run) => {
    const paragraphs: PdfParagraph[] = [];
    let previous: PdfLine | null = null;
    for (const line of run) {
      const paragraph = paragraphs.at(-1);
      if (paragraph && previous && goesOn(previous, line, margins)) {
        paragraph.text += getJoint(previous.text, line.text) + line.text;
        paragraph.endPage = line.page;
      } else paragraphs.push({ text: line.text, page: line.page, endPage: line.page });
      previous = line;
    }
    return paragraphs;
  });
}

/** What a line end between two lines of one text stood for: a blank between Latin words and before a number behind a sentence, else nothing. */
export function getJoint(line: string, next: string): '' | ' ' {
  const apart = (/[A-Za-z,.;:%)]$/.test(line) && /^[A-Za-z(]/.test(next)) || (/[。；：]$/.test(line) && /^\d/.test(next));
  return apart ? ' ' : '';
}

function goesOn(line: PdfLine, next: PdfLine, margins: Margins): boolean {
  const here = margins.of(line.page);
  const there = margins.of(next.page);
  const em = Math.max(line.fontSize, next.fontSize);
  if (Math.abs(line.fontSize - next.fontSize) > em * OTHER_SIZE) return false;
  const samePage = line.page === next.page;
  const gap = samePage ? (next.y - line.y) / (margins.leading * em) : 0;
  if (isCentred(line, here) || isCentred(next, there)) {
    const bothCentred = isCentred(line, here) && isCentred(next, there);
    return bothCentred && samePage && gap < WIDER_GAP && (OPEN_TITLE.test(line.text) || TITLE_GOES_ON.test(next.text));
  }
  const filled = line.right + measureFirstWord(next.text) * next.fontSize > here.right - em * SLACK;
  const finished = SENTENCE_END.test(line.text);
  if (gap > (filled && !finished ? WIDER_GAP : WIDE_GAP)) return false;
  const indent = (next.x - there.left) / em;
  const indented = indent > INDENT;
  const asBefore = Math.abs(next.x - there.left - (line.x - here.left)) < em * SAME_INDENT;
  const setRight = (line.x - here.left) / em > WIDEST_INDENT;
  if ((indented || setRight) && !asBefore) return false;
  if (indented && (finished || margins.indentsParagraphs))
    return filled && !finished && !startsWithLabel(next.text) && !margins.indentsParagraphs;
  const mayStart = margins.labelsAtMargin || !margins.indentsParagraphs || !filled;
  if (startsWithLabel(next.text) && mayStart && (finished || !filled)) return false;
  return filled || OPEN_END.test(line.text);
}

function isCentred(line: PdfLine, { left, right }: { left: number; right: number }): boolean {
  const before = line.x - left;
  const after = right - line.right;
  return before > line.fontSize * CENTRED && Math.abs(before - after) < line.fontSize * 1.2;
}
