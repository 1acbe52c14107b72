import { readPrintedNumber } from '../../../../shared/tables/readNumber';
import { Decimal, type DecimalString } from '../../../../shared/util/decimal';

/** Digits a workbook keeps: what lies beyond is noise of its binary storage and never shown. */
const KEPT_DIGITS = 15;
const DATE_FORMAT = /[ymdhs]/i;
const PERCENT = new Decimal(100);
/** What commas at the end of a format divide by. */
const THOUSANDS = ['1', '0.001', '0.000001', '0.000000001'].map((scale) => new Decimal(scale));
/** Formats that show 万 by moving the point: 0!.0,"万". */
const TEN_THOUSANDS = /万|!\.|"\."/;
const TEN_THOUSANDTH = new Decimal('0.0001');

/**
 * The exact value of a number cell in the unit its text is printed in: 0.3335 shown as 33.35% is "33.35", 12345678 shown as 1,235 by a format that
 * leaves off thousands is "12345.678"… Null for dates and where the print is not this number (a custom text), so that the print is read instead.
 */
export function readStoredValue(stored: number, shown: string, format: string): DecimalString | null {
  if (!Number.isFinite(stored) || (format !== 'General' && isDateFormat(format))) return null;
  const printed = readPrintedNumber(shown);
  if (!printed) return null;
  // Nothing is hidden by the format: the print is the value. Far the most cells, so they are spared exact arithmetic.
  if (printed.unit !== '%' && Number(printed.value) === stored) return printed.value;
  const exact = new Decimal(stored.toPrecision(KEPT_DIGITS));
  const scales = printed.unit === '%' ? [PERCENT] : THOUSANDS;
  const decimals = Math.max(0, printed.value.length - printed.value.indexOf('.') - 1) * (printed.value.includes('.') ? 1 : 0);
  for (const scale of TEN_THOUSANDS.test(format) ? [...scales, TEN_THOUSANDTH] : scales) {
    const value = exact.times(scale);
    if (value.toDecimalPlaces(decimals).equals(printed.value)) return value.toFixed();
  }
  return null;
}

function isDateFormat(format: string): boolean {
  return DATE_FORMAT.test(format.replace(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*.|General|Red|E\+/gi, ''));
}
