import { NIL_MARKS } from './tableTerms';
import { readPrintedNumber } from './readNumber';

/** What a printed cell holds. `nil` is a mark such as — or /; a period such as 2023年度 is text. */
export type CellKind = 'blank' | 'nil' | 'number' | 'date' | 'text';

/** Text for comparing: white space taken out, brackets and colons in one width. */
export function squash(text: string): string {
  return text
    .replace(/[\s\u00a0\u3000]+/g, '')
    .replace(/（/g, '(')
    .replace(/）/g, ')')
    .replace(/：/g, ':')
    .replace(/，/g, ',');
}

/** True for a cell without any printed character. */
export function isBlank(text: string): boolean {
  return !/[^\s\u00a0\u3000]/.test(text);
}

const DATE = /^(?:19|20)\d{2}(?:[-/.年])\d{1,2}(?:(?:[-/.月])\d{1,2}日?|月)?$/;

/** The kind of a printed cell. */
export function getCellKind(text: string): CellKind {
  if (text.length > 60) return 'text';
  const plain = text.replace(/[\s\u00a0\u3000]+/g, '');
  if (plain === '') return 'blank';
  if (NIL_MARKS.has(plain)) return 'nil';
  if (readPrintedNumber(plain)) return 'number';
  return DATE.test(plain) ? 'date' : 'text';
}

/** True for a plain year such as 2023, which heads a column as often as it is a value. */
export function isYear(text: string): boolean {
  return /^(?:19|20)\d{2}$/.test(text.trim());
}
