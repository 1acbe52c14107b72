import { NIL_MARKS } from './tableTerms';
import { readPrintedNumber } from './readNumber';

/** What a printed cell holds. `nil` is a mark such as — or /; a period such as 2023年度 is text. */
export type CellKind = 'blank' | 'nil' | 'number' | 'date' | 'text';

const UNIFIED: Readonly<Record<string, string>> = { '（': '(', '）': ')', '：': ':', '，': ',' };
const NOT_UNIFIED = /[\s\u00a0\u3000（）：，]/;
const EVERY_NOT_UNIFIED = /[\s\u00a0\u3000（）：，]/g;

/** Text for comparing: white space taken out, brackets, colons and commas in one width. */
export function squash(text: string): string {
  return NOT_UNIFIED.test(text) ? text.replace(EVERY_NOT_UNIFIED, (char) => UNIFIED[char] ?? '') : text;
}

/** True for a cell without any printed character. */
export function isBlank(text: string): boolean {
  return !/[^\s\u00a0\u3000]/.test(text);
}

const DATE = /^(?:19|20)\d{2}(?:[-/.年])\d{1,2}(?:(?:[-/.月])\d{1,2}日?|月)?$/;

const DIGIT = /[0-9０-９]/;
const LONGEST_VALUE = 60;

/** The kind of a printed cell. */
export function getCellKind(text: string): CellKind {
  if (text === '') return 'blank';
  if (text.length > LONGEST_VALUE) return 'text';
  const plain = text.replace(/[\s\u00a0\u3000]+/g, '');
  if (plain === '') return 'blank';
  if (!DIGIT.test(plain)) return NIL_MARKS.has(plain) ? 'nil' : 'text';
  if (readPrintedNumber(plain)) return 'number';
  return DATE.test(plain) ? 'date' : 'text';
}

/** True for a plain year such as 2023, which heads a column as often as it is a value. */
export function isYear(text: string): boolean {
  return /^(?:19|20)\d{2}$/.test(text.trim());
}
