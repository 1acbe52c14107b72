import type { DecimalString } from '../util/decimal';
import { PRINTED_UNITS } from './tableTerms';

/** A number as printed in a cell: signed exact value, and the unit printed with it (% as "%"), null when there is none. */
export type PrintedNumber = { value: DecimalString; unit: string | null };

const DIGITS = /^(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?$/;
const UNIT_TAIL = new RegExp(
  `^(.*?\\d)[（(]?(${[...PRINTED_UNITS]
    .sort((a, b) => b.length - a.length)
    .map((unit) => unit.replace(/[.*+?^$|()[\]{}]/g, '\\$&'))
    .join('|')})[）)]?$`,
);
const LONGEST_PLAIN = 11;
/** What most cells of a workbook print: digits, separators, a point, a minus. */
const USUAL = /^-?(?:[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d{0,10}|0)(?:\.\d{1,20})?$/;

/**
 * Reads a whole cell as one number: thousands separators, full-width digits, + and every kind of minus, brackets as negative, ¥, % and a unit
 * after it. Null for anything else: dates, ranges, labels, codes with a leading zero or more than eleven digits in a row.
 */
export function readPrintedNumber(printed: string): PrintedNumber | null {
  if (printed.length <= 40 && USUAL.test(printed)) {
    const value = printed.replaceAll(',', '');
    return { value: value.startsWith('-') && !/[1-9]/.test(value) ? value.slice(1) : value, unit: null };
  }
  let text = printed.replace(/[\s\u00a0\u3000]+/g, '');
  if (text === '' || text.length > 40 || !/\d|[０-９]/.test(text)) return null;
  text = text.replace(/[０-９．，％]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0));
  let negative = false;
  const bracketed = /^[（(](.*)[）)]$/.exec(text);
  if (bracketed && /[.,%]/.test(bracketed[1]!) && !/^[-−–－+]/.test(bracketed[1]!)) {
    negative = true;
    text = bracketed[1]!;
  }
  const sign = /^[-−–－﹣+＋]/.exec(text);
  if (sign) {
    if (sign[0] !== '+' && sign[0] !== '＋') negative = !negative;
    text = text.slice(1);
  }
  let unit: string | null = null;
  if (/^[¥￥]/.test(text)) {
    text = text.slice(1);
    unit = '元';
  }
  const tail = /\d$/.test(text) ? null : UNIT_TAIL.exec(text);
  if (tail) {
    text = tail[1]!;
    unit = tail[2]!;
  }
  const digits = DIGITS.exec(text);
  if (!digits) return null;
  const whole = digits[1]!;
  const plain = whole.replace(/,/g, '');
  if (plain.length > 1 && plain.startsWith('0')) return null;
  if (!whole.includes(',') && !digits[2] && unit === null && plain.length > LONGEST_PLAIN) return null;
  const value = plain + (digits[2] ?? '');
  return { value: negative && /[1-9]/.test(value) ? `-${value}` : value, unit };
}
