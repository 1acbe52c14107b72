import { Decimal } from '../../util/decimal';
import { convertUnit, getDimension } from '../../util/units';
import { foldText } from './foldText';

/**
 * An amount as a text writes it, in digits or in Chinese numerals: the number before its unit, and what both make in 元, in % or in what else is counted.
 * `kind` is null where no unit stands behind it; `digits` counts the significant ones.
 */
export type Amount = {
  from: number;
  to: number;
  /** Where the number ends and its unit begins. */
  end: number;
  number: Decimal;
  base: Decimal;
  kind: 'money' | 'rate' | 'other' | null;
  digits: number;
  /** Half a unit of the last digit printed, in the base unit: how far it may be rounded. */
  half: Decimal;
  /** 2024 and the like, which stand everywhere. */
  isYear: boolean;
};

const MULTIPLES: Readonly<Record<string, number>> = {
  十: 1,
  百: 2,
  千: 3,
  万: 4,
  十万: 5,
  百万: 6,
  千万: 7,
  亿: 8,
  十亿: 9,
  百亿: 10,
  千亿: 11,
};
const MULTIPLE = '千亿|百亿|十亿|亿|千万|百万|十万|万|千|百';
const UNIT = '人民币元|元|圆|美元|港元|欧元|日元|%|‰|个百分点|百分点|股|吨|台|件|家|户|人|个|平方米|天|年|月|日|号|页|条|项|次|倍';
const ARABIC = new RegExp(`(\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?|\\d+(?:\\.\\d+)?)[ \u00a0]*(${MULTIPLE})?[ \u00a0]*(${UNIT})?`, 'gu');
const NUMERALS = '零〇一二两三四五六七八九十百千万亿壹贰叁参肆伍陆柒捌玖拾佰仟';
const CHINESE = new RegExp(
  `([${NUMERALS}]{2,})(?:点([零〇一二三四五六七八九]+)(${MULTIPLE})?)?(${UNIT})?(?:([一二三四五六七八九壹贰叁参肆伍陆柒捌玖])角)?(?:零?([一二三四五六七八九壹贰叁参肆伍陆柒捌玖])分)?`,
  'gu',
);
const ANY = /[\d零〇一二两三四五六七八九十百千万亿壹贰叁参肆伍陆柒捌玖拾佰仟]/u;
const TEN = new Decimal(10);

/** Every amount of a text in order; of one written in parts (1亿2,345万元) the whole as well. */
export function listAmounts(text: string): Amount[] {
  if (!ANY.test(text)) {
    // Full-width and traditional numerals are few: a text without any is most texts.
    const { folded } = foldText(text);
    if (!ANY.test(folded)) return [];
  }
  const { folded, at } = foldText(text);
  const found = [...listArabic(folded), ...listChinese(folded)];
  return found.map((amount) => ({ ...amount, from: at[amount.from]!, to: at[amount.to]!, end: at[amount.end]! }));
}

function listArabic(text: string): Amount[] {
  const amounts: Amount[] = [];
  let whole: Amount | null = null;
  let isOpen = false;
  for (const match of text.matchAll(ARABIC)) {
    const [said, printed, multiple = '', unit = ''] = match as unknown as [string, string, string?, string?];
    const before = text.slice(Math.max(0, match.index - 2), match.index);
    const after = text.slice(match.index + printed.length);
    // A piece of a longer run of digits and points, such as a date or the number of a section.
    if (/\d$|\d[.,]$/.test(before) || (/^[.,]?\d/.test(after) && multiple === '' && unit === '')) {
      isOpen = false;
      continue;
    }
    const range: [number, number] = [match.index, match.index + said.trimEnd().length];
    const amount = createAmount([...range, match.index + printed.length], printed.replaceAll(',', ''), multiple, unit);
    if (printed.includes(',')) amount.isYear = false;
    amounts.push(amount);
    if (isOpen && whole !== null && whole.to === amount.from) {
      const base: Decimal = whole.base.plus(amount.base);
      whole = { ...amount, from: whole.from, base, number: base, digits: countDigits(base) };
      amounts.push(whole);
    } else whole = amount;
    isOpen = multiple !== '' && unit === '';
  }
  return amounts;
}

function listChinese(text: string): Amount[] {
  return Array.from(text.matchAll(CHINESE)).flatMap((match) => {
    const [said, whole, decimals, multiple = '', unit = '', jiao, fen] = match as unknown as [string, string, ...(string | undefined)[]];
    const read = readNumerals(whole);
    if (read === null) return [];
    const cents = jiao || fen ? `${jiao ? DIGITS.get(jiao)! : 0}${fen ? DIGITS.get(fen)! : 0}` : '';
    const fraction = decimals ? Array.from(decimals, (one) => DIGITS.get(one)!).join('') : cents;
    const printed = fraction === '' ? String(read) : `${read}.${fraction}`;
    return [createAmount([match.index, match.index + said.length, match.index + said.length], printed, multiple, unit)];
  });
}

function createAmount([from, to, end]: [number, number, number], printed: string, multiple: string, unit: string): Amount {
  const number = new Decimal(printed);
  const places = printed.includes('.') ? printed.length - printed.indexOf('.') - 1 : 0;
  const scale = TEN.pow(multiple === '' ? 0 : MULTIPLES[multiple]!);
  const [kind, factor] = readUnit(unit);
  const toBase = (value: Decimal) => value.times(scale).times(factor);
  const half = toBase(TEN.pow(-places).div(2));
  const isYear = /^(?:19|20)\d\d$/.test(printed) && multiple === '' && (unit === '' || unit === '年');
  return { from, to, end, number, base: toBase(number), kind, digits: countDigits(number), half, isYear };
}

function readUnit(unit: string): [Amount['kind'], Decimal] {
  const one = new Decimal(1);
  if (unit === '') return [null, one];
  if (unit === '%' || unit.endsWith('百分点')) return ['rate', one];
  if (unit === '‰') return ['rate', new Decimal('0.1')];
  return unit.endsWith('元') || unit === '圆' ? ['money', one] : ['other', one];
}

const DIGITS = new Map(Array.from('零〇一二三四五六七八九', (numeral, at) => [numeral, Math.max(0, at - 1)]));
for (const [at, numeral] of Array.from('壹贰叁肆伍陆柒捌玖').entries()) DIGITS.set(numeral, at + 1);
DIGITS.set('两', 2);
DIGITS.set('参', 3);
const STEPS: Readonly<Record<string, bigint>> = { 十: 10n, 拾: 10n, 百: 100n, 佰: 100n, 千: 1000n, 仟: 1000n };

/** A number in Chinese numerals, or digit by digit; null for what is none. */
function readNumerals(text: string): bigint | null {
  if (!/[十拾百佰千仟万亿]/.test(text)) return BigInt(Array.from(text, (numeral) => DIGITS.get(numeral)!).join(''));
  let [total, section, digit] = [0n, 0n, 0n];
  for (const numeral of text) {
    const step = STEPS[numeral];
    if (step !== undefined) {
      section += (digit === 0n ? 1n : digit) * step;
      digit = 0n;
    } else if (numeral === '万') {
      total += (section + digit) * 10_000n;
      [section, digit] = [0n, 0n];
    } else if (numeral === '亿') {
      total = (total + section + digit) * 100_000_000n;
      [section, digit] = [0n, 0n];
    } else digit = BigInt(DIGITS.get(numeral)!);
  }
  return total + section + digit;
}

/** Significant digits of a number. */
export function countDigits(number: Decimal): number {
  return number.abs().toFixed().replace('.', '').replace(/^0+/, '').replace(/0+$/, '').length;
}

/** A cell's number with its unit, however the unit is written; null when it prints none. */
export function readCellAmount(text: string, unit: string | null): Amount | null {
  const [amount] = listAmounts(text.replace(/^[-+（(]/, ''));
  if (amount === undefined) return null;
  const printed = amount.kind === null && unit !== null ? convertUnit(new Decimal(1), unit, '元') : null;
  if (printed !== null) return { ...amount, base: amount.number.times(printed), half: amount.half.times(printed), kind: 'money' };
  if (amount.kind === null && unit !== null && getDimension(unit) === 'rate') return { ...amount, kind: 'rate' };
  return amount;
}
