import { Decimal } from '../../../../shared/util/decimal';
import { getDimension, toSearchAmount } from '../../../../shared/util/units';

/** A number somebody prints or searches for, with the unit behind it ('' for none). */
export type PrintedNumber = { value: Decimal; decimals: number; unit: string };

const NUMBER =
  /(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?\s*(人民币元|百万元|千万元|个百分点|百分点|亿元|万元|千元|亿股|万股|元|股|%|‰|件|家|人|个)?/g;

/** Units a bare number may be meant in, and those a printed amount is rounded to. */
const MONEY_UNITS = ['元', '千元', '万元', '百万元', '亿元'] as const;
/** Fewer digits than this say too little to find an amount by its rounding. */
const LEAST_DIGITS = 3;
const MOST_DECIMALS = 4;

/** Numbers of a text in reading order, without their signs (words such as 下降 may carry them). */
export function readPrintedNumbers(text: string): PrintedNumber[] {
  const numbers: PrintedNumber[] = [];
  for (const match of text.normalize('NFKC').matchAll(NUMBER)) {
    const [, whole = '', fraction = '', unit = ''] = match;
    numbers.push({ value: new Decimal(whole.replaceAll(',', '') + fraction), decimals: Math.max(0, fraction.length - 1), unit });
  }
  return numbers;
}

/** The amounts a text states in known units, as search integers without sign. */
export function readSearchAmounts(text: string): bigint[] {
  const amounts = new Set<bigint>();
  for (const { value, unit } of readPrintedNumbers(text)) {
    const amount = unit === '' ? null : toSearchAmount(value, unit);
    if (amount !== null && amount > 0n) amounts.add(amount);
  }
  return [...amounts];
}

/** Inclusive ranges of search integers that a printed number may stand for: what rounds to it as printed. */
export function toAmountRanges(number: PrintedNumber): { from: bigint; to: bigint }[] {
  const units: readonly string[] = number.unit === '' ? (number.decimals > 0 ? MONEY_UNITS : []) : [number.unit];
  const half = new Decimal(10).pow(-number.decimals).div(2);
  const ranges: { from: bigint; to: bigint }[] = [];
  for (const unit of units) {
    const exact = toSearchAmount(number.value, unit);
    if (exact === null || exact === 0n) continue;
    const slack = countDigits(number) >= LEAST_DIGITS ? (toSearchAmount(half, unit) ?? 0n) : 0n;
    ranges.push({ from: exact - slack, to: exact + slack });
  }
  return ranges;
}

/** Search integers of the ways an exact amount is printed when rounded (43,212.35万元, 4.32亿元), so that a text that rounds it is found. */
export function listRoundedAmounts(number: PrintedNumber): bigint[] {
  const rounded = new Set<bigint>();
  if (number.unit === '' || getDimension(number.unit) !== 'money') return [];
  const exact = toSearchAmount(number.value, number.unit);
  if (exact === null) return [];
  for (const unit of MONEY_UNITS) {
    const one = toSearchAmount(new Decimal(1), unit)!;
    for (let decimals = 0; decimals <= MOST_DECIMALS; decimals += 1) {
      const shown = new Decimal(exact.toString()).div(one.toString()).toDecimalPlaces(decimals);
      if (shown.toFixed(decimals).replace(/^0\.0*|\./g, '').length < LEAST_DIGITS) continue;
      const amount = toSearchAmount(shown, unit);
      if (amount !== null) rounded.add(amount);
    }
  }
  return [...rounded];
}

function countDigits({ value, decimals }: PrintedNumber): number {
  return value.toFixed(decimals).replace(/^0\.0*|\./g, '').length;
}
