import { readPrintedNumber } from '../../../../shared/tables/readNumber';
import { Decimal, type DecimalString } from '../../../../shared/util/decimal';

/** Digits a workbook keeps: what lies beyond is noise of its binary storage and never shown. */
const KEPT_DIGITS = 15;
const DATE_FORMAT = /[ymdhs]/i;
const LARGEST_SCALE = 4;

/**
 * The exact value of a number cell in the unit its text is printed in: 0.3335 shown as 33.35% is "33.35", 12345678 shown as 1,235 by a format that
 * leaves off thousands is "12345.678"… Null for dates and where the print is not this number (a custom text), so that the print is read instead.
 */
export function readStoredValue(stored: number, shown: string, format: string): DecimalString | null {
  if (!Number.isFinite(stored) || isDateFormat(format)) return null;
  const exact = new Decimal(stored.toPrecision(KEPT_DIGITS));
  const printed = readPrintedNumber(shown);
  if (!printed) return null;
  const scales = printed.unit === '%' ? [new Decimal(100)] : Array.from({ length: LARGEST_SCALE }, (_, i) => new Decimal(1000).pow(-i));
  if (/[万]|!\.|"\."/.test(format)) scales.push(new Decimal('0.0001'));
  const decimals = Math.max(0, printed.value.length - printed.value.indexOf('.') - 1) * (printed.value.includes('.') ? 1 : 0);
  for (const scale of scales) {
    const value = exact.times(scale);
    if (value.toDecimalPlaces(decimals).equals(printed.value)) return value.toFixed();
  }
  return null;
}

function isDateFormat(format: string): boolean {
  return DATE_FORMAT.test(format.replace(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*.|General|Red|E\+/gi, ''));
}
