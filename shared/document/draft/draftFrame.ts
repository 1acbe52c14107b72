import type { ReadPart } from '../../domain/dataTable';
import { readNumeral } from '../../letter/numerals';
import { readSecurityCodes } from '../securityCodes';
import { squeeze } from './compareText';
import type { DraftHead, DraftParagraph, DraftTail } from './draftSplit';
import {
  ARABIC_DATE,
  CHINESE_DATE,
  CHINESE_YEAR_DIGITS,
  CLOSING,
  CODE_LINE,
  CONTENTS_STYLE,
  GUARANTEE,
  SIGNATURE,
  SIGNATURE_PAGE,
  TITLE_WITH_COMPANY,
  TITLE_WORD,
} from './draftTerms';

type Paragraph = Extract<ReadPart, { type: 'paragraph' }>;

const LONGEST_TITLE = 80;
const LONGEST_SIGNATURE = 60;

/** Reads what stands before the first question. What is none of it is handed to `leaveUnplaced`. */
export function splitHead(parts: readonly ReadPart[], leaveUnplaced: (part: ReadPart) => void): DraftHead {
  const head: DraftHead = {
    codeLines: [],
    titleLines: [],
    guarantee: null,
    preamble: [],
    details: { code: null, shortName: null, announcementNo: null, company: null, title: null },
  };
  for (const part of parts) {
    if (part.type === 'table' || part.text === '' || CONTENTS_STYLE.test(part.style ?? '')) leaveUnplaced(part);
    else if (!placeHeadParagraph(part, head)) leaveUnplaced(part);
    else if (part.pictures || part.charts) leaveUnplaced({ ...part, text: '' });
  }
  head.details = readDetails(head);
  return head;
}

function placeHeadParagraph(part: Paragraph, head: DraftHead): boolean {
  const paragraph = { text: part.text, place: part.place };
  const begun = head.guarantee !== null || head.preamble.length > 0;
  if (!begun && CODE_LINE.test(part.text) && part.text.length <= LONGEST_TITLE * 2) head.codeLines.push(paragraph);
  else if (head.guarantee === null && GUARANTEE.test(part.text)) head.guarantee = paragraph;
  else if (!begun && isTitleLine(part.text)) head.titleLines.push(paragraph);
  else if (begun || isProse(part.text)) head.preamble.push(paragraph);
  else return false;
  return true;
}

function isTitleLine(text: string): boolean {
  return text.length <= LONGEST_TITLE && !/[。；：:]$/.test(text) && (TITLE_WORD.test(text) || /(?:公司|银行|集团)$/.test(text));
}

function isProse(text: string): boolean {
  return /[。；：:]$/.test(text);
}

function readDetails(head: DraftHead): DraftHead['details'] {
  const company = head.titleLines.find((line) => /(?:公司|银行|集团)$/.test(line.text) && !/关于/.test(line.text));
  const title = head.titleLines
    .filter((line) => line !== company)
    .map((line) => line.text)
    .join('')
    .replaceAll('\n', '');
  const [, named, rest] = TITLE_WITH_COMPANY.exec(title) ?? [];
  const isOwn = named !== undefined && (company === undefined || squeeze(company.text) === squeeze(named));
  return {
    ...readSecurityCodes(head.codeLines.map((line) => line.text)),
    company: company?.text ?? (isOwn ? named : null),
    title: (isOwn ? rest! : title) || null,
  };
}

/** Cuts the sign-off (特此公告, company, date) from the end of the last reply; `rest` is the reply without it, `after` what follows it. */
export function splitTail(parts: readonly ReadPart[]): { rest: ReadPart[]; tail: DraftTail; after: ReadPart[] } {
  const tail: DraftTail = { closing: null, signature: [], date: null, signedOn: null };
  const end = findSignOff(parts);
  if (end === null) return { rest: [...parts], tail, after: [] };
  let at = end.first;
  for (; at <= end.last; at++) {
    const part = parts[at] as Paragraph;
    const paragraph: DraftParagraph = { text: part.text, place: part.place };
    const date = readDate(part.text);
    if (date !== null) {
      tail.date = paragraph;
      tail.signedOn = date;
    } else if (CLOSING.test(part.text)) tail.closing = paragraph;
    else tail.signature.push(paragraph);
  }
  return { rest: parts.slice(0, end.first), tail, after: parts.slice(at) };
}

/** The last run of sign-off lines that holds a date or 特此公告 and a signature. */
function findSignOff(parts: readonly ReadPart[]): { first: number; last: number } | null {
  for (let last = parts.length - 1; last >= 0; last--) {
    if (!isSignOffLine(parts[last]!)) continue;
    let first = last;
    while (first > 0 && isSignOffLine(parts[first - 1]!)) first--;
    const lines = parts.slice(first, last + 1) as Paragraph[];
    const signed = lines.some((line) => SIGNATURE.test(line.text));
    const dated = lines.some((line) => readDate(line.text) !== null || CLOSING.test(line.text));
    if (signed && dated) return { first, last };
    last = first;
  }
  return null;
}

function isSignOffLine(part: ReadPart): boolean {
  if (part.type !== 'paragraph' || part.pictures || part.charts) return false;
  // 董  事  会 is set wide.
  const text = part.text.replaceAll(/\s+/g, '');
  if (CLOSING.test(text) || SIGNATURE_PAGE.test(text) || readDate(text) !== null) return true;
  return (
    text.length <= LONGEST_SIGNATURE && SIGNATURE.test(text) && !/[，。；：、]/.test(text) && !/^[（(\d①-⑳一二三四五六七八九十]/.test(text)
  );
}

/** A line that is nothing but a date, Arabic or Chinese, as ISO; null otherwise. */
function readDate(text: string): string | null {
  const compact = text.replace(/\s+/g, '');
  const arabic = ARABIC_DATE.exec(compact);
  if (arabic) return toIso(arabic[1]!, Number(arabic[2]), Number(arabic[3]));
  const chinese = CHINESE_DATE.exec(compact);
  if (!chinese) return null;
  const year = Array.from(chinese[1]!, (digit) => Math.max(0, CHINESE_YEAR_DIGITS.indexOf(digit))).join('');
  const month = readNumeral(chinese[2]!);
  const day = readNumeral(chinese[3]!);
  return month === null || day === null ? null : toIso(year, month, day);
}

function toIso(year: string, month: number, day: number): string | null {
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}
