import type { Finding } from '../../domain/finding';
import { message } from '../../domain/message';
import type { FoundFigure } from '../../figures/findFigures';
import { type Amount, areComparable, convertAmount, printAmount, readAmount } from '../amount';
import { add, divideByPositive, fromFixedPoint, type Interval, multiply, overlaps, scaleBy, SCALE, subtract } from '../interval';
import { nameSlip, sayAlso } from '../slips';
import { correctNumber, listSentences, placeInProse, type ProseBlock } from './proseBlock';

const OPERATOR = /^\s{0,3}([-－−﹣–+＋×*xX÷/／])\s{0,3}$/;
const EQUALS = /^\s{0,3}[=＝]\s{0,3}$/;
const KINDS: Readonly<Record<string, '+' | '-' | '*' | '/'>> = {
  '-': '-',
  '－': '-',
  '−': '-',
  '﹣': '-',
  '–': '-',
  '+': '+',
  '＋': '+',
  '×': '*',
  '*': '*',
  x: '*',
  X: '*',
  '÷': '/',
  '/': '/',
  '／': '/',
};

/** Equations written out in prose, of sums and differences or of one product or quotient: A − B = C, A ÷ B = r%. */
export function checkEquations(block: ProseBlock): Finding[] {
  if (!/[=＝]/.test(block.text)) return [];
  return listSentences(block).flatMap((sentence) =>
    sentence.figures.flatMap((stated, index) => {
      const terms = readTerms(block.text, sentence.figures, index);
      const finding = terms && judgeEquation(block, terms, stated);
      return finding ? [finding] : [];
    }),
  );
}

type Term = { figure: FoundFigure; operator: '+' | '-' | '*' | '/' };

function readTerms(text: string, figures: readonly FoundFigure[], stated: number): Term[] | null {
  const last = figures[stated - 1];
  if (!last || !EQUALS.test(text.slice(last.end, figures[stated]!.start))) return null;
  const terms: Term[] = [];
  for (let index = stated - 1; index >= 0; index--) {
    const before = figures[index - 1];
    const operator = before && OPERATOR.exec(text.slice(before.end, figures[index]!.start))?.[1];
    terms.unshift({ figure: figures[index]!, operator: operator ? KINDS[operator]! : '+' });
    // A sign or bracket before the first term may belong to a longer expression that is not read here.
    if (!operator) return terms.length >= 2 && !/[)）×*÷/+＋]\s*$/.test(text.slice(0, figures[index]!.start)) ? terms : null;
  }
  return null;
}

function judgeEquation(block: ProseBlock, terms: readonly Term[], stated: FoundFigure): Finding | null {
  const result = compute(terms, stated.unit);
  const printed = readAmount(stated)!;
  if (!result || overlaps(result.printed, printed.printed)) return null;
  const expected = fromFixedPoint(result.value, stated.decimals);
  const slip = nameSlip(printed.value, result.value, (printed.printed.high - printed.printed.low) / 2n);
  return {
    rule: 'stated-equation',
    severity: 'error',
    message: message('finding.stated-equation', {
      equation: block.text.slice(terms[0]!.figure.start, stated.end),
      expected: printAmount(expected, stated.unit),
      slip: sayAlso(slip),
    }),
    expected,
    stated: stated.text,
    places: [{ ...placeInProse(block, terms[0]!.figure.start, stated.end), ...correctNumber(stated, expected) }],
  };
}

function compute(terms: readonly Term[], unit: string): { value: bigint; printed: Interval } | null {
  const operators = new Set(terms.slice(1).map((term) => term.operator));
  const amounts = terms.map((term) => readAmount(term.figure)!);
  if (!operators.has('*') && !operators.has('/')) return addUp(terms, amounts, unit);
  if (terms.length !== 2) return null;
  const [a, b] = [amounts[0]!, amounts[1]!];
  return operators.has('/') ? divide(a, b, unit) : multiplyRate(a, b, unit);
}

function addUp(terms: readonly Term[], amounts: readonly Amount[], unit: string): { value: bigint; printed: Interval } | null {
  let printed: Interval = { low: 0n, high: 0n };
  let value = 0n;
  for (const [index, amount] of amounts.entries()) {
    if (!areComparable(amount.unit, unit)) return null;
    const term = convertAmount(amount, unit);
    if (!term) return null;
    const minus = index > 0 && terms[index]!.operator === '-';
    printed = minus ? subtract(printed, term.printed) : add(printed, term.printed);
    value += minus ? -term.value : term.value;
  }
  return { value, printed };
}

function divide(a: Amount, b: Amount, unit: string): { value: bigint; printed: Interval } | null {
  const denominator = convertAmount(b, a.unit);
  if (!denominator || denominator.printed.low <= 0n || (unit !== '%' && unit !== '' && unit !== '倍')) return null;
  const factor = unit === '%' ? 100n : 1n;
  return {
    value: (a.value * factor * SCALE) / denominator.value,
    printed: scaleBy(divideByPositive(a.printed, denominator.printed), factor),
  };
}

function multiplyRate(a: Amount, b: Amount, unit: string): { value: bigint; printed: Interval } | null {
  const [amount, rate] = b.unit === '%' ? [a, b] : [b, a];
  const base = rate.unit === '%' ? convertAmount(amount, unit) : null;
  if (!base) return null;
  const printed = multiply(base.printed, rate.printed);
  return { value: (base.value * rate.value) / SCALE / 100n, printed: { low: printed.low / 100n - 1n, high: printed.high / 100n + 1n } };
}
