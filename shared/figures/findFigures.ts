import { readNumeral } from '../letter/numerals';
import { countDecimals, type DecimalString } from '../util/decimal';
import { COUNTED_IN_WORDS, DECREASE, LIST_LINK, MINUS, NOT_FIGURES, NUMBER, RANGE_LINK, UNIT, UNIT_NAMES, WORDING } from './figureTerms';

/** A figure found in prose. `text` is number and unit as printed at [start, end); `wordingStart` is where 逾, 约… before it begin (else start). */
export type FoundFigure = {
  start: number;
  end: number;
  wordingStart: number;
  text: string;
  /** Exact value in `unit`, negative where the number or the words before it (下降) say so: "-66.59". */
  value: DecimalString;
  /** 万 alone is 万元; '' for a number without unit. */
  unit: string;
  /** The unit as printed; '' where a list prints it once, behind a later figure. */
  printedUnit: string;
  decimals: number;
  grouping: boolean;
  wording: string;
  signByWords: boolean;
};

type Token = { start: number; digitsStart: number; digitsEnd: number; end: number; negative: boolean; unit: string | null };

const PLACEHOLDER = '\u0001';

/** Finds the figures of a paragraph: amounts, rates, counts, ranges and lists that share a unit; not dates, numbering, references or codes. */
export function findFigures(text: string): FoundFigure[] {
  const masked = maskNotFigures(text);
  const tokens = readTokens(masked);
  shareUnits(masked, tokens);
  const figures: FoundFigure[] = [];
  let decreased = false;
  for (const [index, token] of tokens.entries()) {
    const previous = tokens[index - 1];
    const goesOn = previous !== undefined && LIST_LINK.test(masked.slice(previous.end, token.start));
    const wording = goesOn ? '' : readWording(masked, token.start);
    decreased = goesOn
      ? decreased
      : DECREASE.test(masked.slice(Math.max(0, token.start - wording.length - 20), token.start - wording.length));
    if (isFigure(text, token)) figures.push(createFigure(text, token, wording, decreased));
  }
  return [...figures, ...findCountsInWords(masked, text)].toSorted((a, b) => a.start - b.start);
}

function maskNotFigures(text: string): string {
  let masked = text;
  for (const pattern of NOT_FIGURES) masked = masked.replace(pattern, (match) => PLACEHOLDER.repeat(match.length));
  return masked;
}

function readTokens(masked: string): Token[] {
  const tokens: Token[] = [];
  for (const match of masked.matchAll(NUMBER)) {
    const digitsStart = match.index;
    const digitsEnd = digitsStart + match[0].length;
    if (/[\w./]/.test(masked[digitsStart - 1] ?? '')) continue;
    UNIT.lastIndex = digitsEnd;
    const unit = UNIT.exec(masked);
    if (!unit && /[A-Za-z]/.test(masked[digitsEnd] ?? '')) continue;
    const previousEnd = tokens.at(-1)?.end ?? 0;
    const negative = MINUS.includes(masked[digitsStart - 1] ?? PLACEHOLDER) && !isRangeLink(masked, previousEnd, digitsStart);
    tokens.push({
      start: negative ? digitsStart - 1 : digitsStart,
      digitsStart,
      digitsEnd,
      end: unit ? UNIT.lastIndex : digitsEnd,
      negative,
      unit: unit?.[1] ?? null,
    });
  }
  return tokens;
}

/** 10-15: what stands between the figures is only a hyphen, so it is no minus. */
function isRangeLink(masked: string, previousEnd: number, start: number): boolean {
  return previousEnd > 0 && RANGE_LINK.test(masked.slice(previousEnd, start));
}

/** Gives a figure without unit the unit of the list or range it is part of: 1.20、1.35 和 1.50 元. */
function shareUnits(masked: string, tokens: Token[]): void {
  for (let i = tokens.length - 2; i >= 0; i--) {
    const token = tokens[i]!;
    const next = tokens[i + 1]!;
    if (token.unit === null && next.unit !== null && LIST_LINK.test(masked.slice(token.end, next.start))) token.unit = next.unit;
  }
}

function readWording(masked: string, start: number): string {
  return WORDING.exec(masked.slice(Math.max(0, start - 6), start))?.[0] ?? '';
}

/** Whole numbers without a unit are left to be words of the sentence. */
function isFigure(text: string, token: Token): boolean {
  return token.unit !== null || /[.,]/.test(text.slice(token.digitsStart, token.digitsEnd));
}

function createFigure(text: string, token: Token, wording: string, decreased: boolean): FoundFigure {
  const digits = text.slice(token.digitsStart, token.digitsEnd);
  const plain = digits.replaceAll(',', '');
  const signByWords = decreased && !token.negative;
  const unit = token.unit?.replace(/\s+/g, '') ?? '';
  const behind = /[余多]/.exec(text.slice(token.digitsEnd, token.end))?.[0] ?? '';
  return {
    start: token.start,
    end: token.end,
    wordingStart: token.start - wording.length,
    text: text.slice(token.start, token.end),
    value: (signByWords || token.negative) && /[1-9]/.test(plain) ? `-${plain}` : plain,
    unit: UNIT_NAMES[unit] ?? unit,
    printedUnit: token.end > token.digitsEnd ? unit : '',
    decimals: countDecimals(plain),
    grouping: digits.includes(','),
    wording: wording.trim() || behind,
    signByWords,
  };
}

function findCountsInWords(masked: string, text: string): FoundFigure[] {
  return [...masked.matchAll(COUNTED_IN_WORDS)].map((match) => {
    const start = match.index;
    const end = start + match[0].length;
    const wording = readWording(masked, start);
    const value = match[1] === '两' ? 2 : readNumeral(match[1]!);
    return {
      start,
      end,
      wordingStart: start - wording.length,
      text: text.slice(start, end),
      value: String(value),
      unit: match[2]!,
      printedUnit: match[2]!,
      decimals: 0,
      grouping: false,
      wording: wording.trim(),
      signByWords: false,
    };
  });
}
