import {
  BLANK,
  CONCLUSION_HEADING,
  OPINION_END,
  PROCEDURES_HEADING,
  REPLY_LABEL,
  STATEMENT_HEADING,
} from '../../../../shared/document/filingWords';
import { squeeze } from '../../../../shared/document/draft/compareText';
import type { SharedText, SharedTextDifference } from '../../../../shared/domain/sharedText';
import { CELL_MARK, type FileLine, readLines } from './readLines';

/** The styles of the questions' headings, and of those over several questions. */
export type QuestionStyles = { question: string; over: string };

/** What stands under one heading of a question. */
type Part = { question: string; asked: FileLine[]; reply: FileLine[] };

const SECTION_NUMBER = /^[一二三四五六七八九十]+、/;
/** Headings of sections, which are numbered anew, and stand over a section that has none where there are several. */
const OWN_HEADING = new RegExp(
  `^[一二三四五六七八九十]+、[^。；]{0,20}(?:${STATEMENT_HEADING}|${PROCEDURES_HEADING}|${CONCLUSION_HEADING}|核查|意见|结论)[^。；]{0,10}$`,
);
/** A line that begins a part of a reply. */
const BEGINS_PART = /^\s*[（(]?\s*(?:\d{1,2}|[一二三四五六七八九十]{1,3}|[①-⑳])\s*[）)、.．]|^【/;

/**
 * Proves on two finished files that a verifier's document has nothing of question or reply the announcement has not, each paragraph, footnote and table
 * word for word and in its order, and that nothing is left out but whole parts (items of others, other verifiers' sections). */
export function checkSharedText(opinion: Uint8Array, announcement: Uint8Array, styles: QuestionStyles): SharedText {
  const announced = new Map(splitParts(readLines('announcement.docx', announcement), styles).map((part) => [part.question, part]));
  const found: SharedText = { paragraphs: 0, tables: 0, differences: [] };
  for (const part of splitParts(readLines('opinion.docx', opinion), styles)) {
    const other = announced.get(part.question) ?? { question: part.question, asked: [], reply: [] };
    checkQuestion(part, other, found);
    checkReply(part, other, found);
  }
  return found;
}

/**
 * The lines of each question, its reply behind 回复：; what stands before the first and behind the last is each document's own, and so is the question
 * a heading over several stands above.
 */
function splitParts(lines: readonly FileLine[], styles: QuestionStyles): Part[] {
  const parts: Part[] = [];
  const end = lines.findIndex(({ text }) => text === OPINION_END);
  let inReply = false;
  for (const line of end < 0 ? lines : lines.slice(0, end)) {
    if (!line.isTable && line.style === styles.question) {
      const before = parts.at(-1)?.reply;
      while (before?.at(-1)?.style === styles.over) before.pop();
      parts.push({ question: line.text, asked: [], reply: [] });
      inReply = false;
      continue;
    }
    const part = parts.at(-1);
    if (line.text === REPLY_LABEL && !inReply) inReply = true;
    else (inReply ? part?.reply : part?.asked)?.push(line);
  }
  return parts;
}

/** A question is restated with the letter's characters, items of others left out. */
function checkQuestion(part: Part, other: Part, found: SharedText): void {
  const whole = squeeze(other.asked.map(({ text }) => text).join(''));
  let at = 0;
  for (const line of part.asked) {
    const end = followCharacters(whole, squeeze(line.text), at);
    if (end === null) found.differences.push(differ(part, 'other', line));
    else {
      found.paragraphs++;
      at = end;
    }
  }
}

/** Where a text ends of which every character follows in another from a place on; null where one does not. */
function followCharacters(whole: string, text: string, from: number): number | null {
  let at = from;
  for (const character of text) {
    const next = whole.indexOf(character, at);
    if (next < 0) return null;
    at = next + character.length;
  }
  return at;
}

function checkReply(part: Part, other: Part, found: SharedText): void {
  const theirs = other.reply.map(printLine);
  const unnumbered = other.reply.map(printUnnumbered);
  let [at, isOther] = [0, false];
  for (const line of part.reply) {
    if (line.text === BLANK) continue;
    const same = theirs.indexOf(printLine(line), at);
    const next = same < 0 && OWN_HEADING.test(line.text) ? unnumbered.indexOf(printUnnumbered(line), at) : same;
    if (next >= 0) {
      if (!isOther) found.differences.push(...listLeftOut(part, other.reply.slice(at, next), line));
      isOther = false;
      at = next + 1;
      if (line.isTable) found.tables++;
      else found.paragraphs++;
    } else if (!OWN_HEADING.test(line.text)) {
      found.differences.push(differ(part, 'other', line));
      isOther = true;
    }
  }
}

function printLine({ isTable, style, text }: FileLine): string {
  return `${String(isTable)}\u0003${style}\u0003${text}`;
}

/** The headings of verifiers' sections count on in each document by itself. */
function printUnnumbered(line: FileLine): string {
  return printLine({ ...line, text: line.text.replace(SECTION_NUMBER, '') });
}

/** Of what stands between two lines that agree only whole parts may be left out: they and what follows begin one. */
function listLeftOut(part: Part, skipped: readonly FileLine[], next: FileLine): SharedTextDifference[] {
  const [first] = skipped;
  if (first === undefined || beginsPart(first) || beginsPart(next)) return [];
  return [differ(part, 'missing', first)];
}

function beginsPart({ isTable, style, text }: FileLine): boolean {
  return !isTable && (BEGINS_PART.test(text) || /^Heading\d$/.test(style));
}

function differ({ question }: Part, kind: SharedTextDifference['kind'], { text }: FileLine): SharedTextDifference {
  return { question, kind, text: text.replaceAll(CELL_MARK, '') };
}
