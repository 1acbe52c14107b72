import { readNumeral } from '../letter/numerals';
import { countDecimals, type DecimalString } from '../util/decimal';
import {
  BEFORE_DASHED_MINUS,
  CLOSING_BRACKETS,
  COUNTED_IN_WORDS,
  CURRENCY_BEFORE,
  CURRENCY_NAMES,
  DASHES,
  LIST_LINK,
  MINUS,
  NOT_FIGURES,
  NUMBER,
  OPENING_BRACKETS,
  RANGE_LINK,
  SPLIT_UNIT,
  UNIT,
  UNIT_NAMES,
} from './figureTerms';
import { findSaidInWords } from './findSaidInWords';
import { readWording, saysDecrease } from './wording';

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

type Token = {
  start: number;
  digitsStart: number;
  digitsEnd: number;
  end: number;
  negative: boolean;
  unit: string | null;
  currency: string;
};

const PLACEHOLDER = '\u0001';

/** Finds the figures of a paragraph: amounts, rates, counts, ranges and lists that share a unit; not dates, numbering, references or codes. */
export function findFigures(text: string): FoundFigure[] {
  const plain = toPlainDigits(text);
  const masked = maskNotFigures(plain);
  const tokens = readTokens(masked);
  shareUnits(masked, tokens);
  const figures: FoundFigure[] = [];
  let decreased = false;
  for (const [index, token] of tokens.entries()) {
    const previous = tokens[index - 1];
    const goesOn = previous !== undefined && isListed(masked, previous, token);
    const wording = goesOn ? '' : readWording(masked, token.start);
    decreased = goesOn ? decreased : saysDecrease(masked, token.start - wording.length);
    if (isFigure(plain, token)) figures.push(createFigure(text, plain, token, wording, decreased));
  }
  return [...figures, ...findCountsInWords(masked, text), ...findSaidInWords(masked, text)].toSorted((a, b) => a.start - b.start);
}

/** The text with full-width digits, points and commas between digits as plain ones, every character in its place. */
function toPlainDigits(text: string): string {
  if (!/[０-９]/.test(text)) return text;
  const digits = text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0));
  return digits.replace(/(?<=\d)[．，](?=\d)/g, (mark) => (mark === '．' ? '.' : ','));
}

/** One of a list or range; 下降 5 个百分点至 30% is none: the second is the level reached. */
function isListed(masked: string, previous: Token, token: Token): boolean {
  const between = masked.slice(previous.end, token.start);
  if (!LIST_LINK.test(between)) return false;
  return !/[至到]/.test(between) || previous.unit === null || token.unit === null || previous.unit === token.unit;
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
    const bracketed =
      OPENING_BRACKETS.includes(masked[digitsStart - 1] ?? PLACEHOLDER) && CLOSING_BRACKETS.includes(masked[digitsEnd] ?? PLACEHOLDER);
    const inBrackets = bracketed ? readUnit(masked, digitsEnd + 1) : null;
    const unit = inBrackets ?? readUnit(masked, digitsEnd);
    if (!unit && /[A-Za-z]/.test(masked[digitsEnd] ?? '')) continue;
    const negative = inBrackets !== null || isMinus(masked, tokens.at(-1)?.end ?? 0, digitsStart);
    tokens.push({
      start: negative ? digitsStart - 1 - (/负\s$/.test(masked.slice(0, digitsStart)) ? 1 : 0) : digitsStart,
      digitsStart,
      digitsEnd,
      end: unit?.end ?? digitsEnd,
      negative,
      unit: unit?.unit ?? null,
      currency: CURRENCY_NAMES[CURRENCY_BEFORE.exec(masked.slice(Math.max(0, digitsStart - 6), digitsStart))?.[1] ?? ''] ?? '',
    });
  }
  return tokens;
}

function readUnit(masked: string, at: number): { unit: string; end: number } | null {
  SPLIT_UNIT.lastIndex = at;
  const split = SPLIT_UNIT.exec(masked);
  if (split) return { unit: `${split[1]}${split[3]}`, end: SPLIT_UNIT.lastIndex };
  UNIT.lastIndex = at;
  const unit = UNIT.exec(masked)?.[1];
  return unit === undefined ? null : { unit, end: UNIT.lastIndex };
}

/** A minus right before the digits, or 负 with a blank between; a dash only where a number alone can follow. */
function isMinus(masked: string, previousEnd: number, start: number): boolean {
  if (/负\s$/.test(masked.slice(Math.max(0, start - 2), start))) return true;
  const sign = masked[start - 1] ?? PLACEHOLDER;
  if (!MINUS.includes(sign) || isRangeLink(masked, previousEnd, start)) return false;
  return !DASHES.includes(sign) || BEFORE_DASHED_MINUS.test(masked.slice(Math.max(0, start - 2), start - 1));
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

/** Whole numbers without a unit are left to be words of the sentence. */
function isFigure(text: string, token: Token): boolean {
  return token.unit !== null || /[.,]/.test(text.slice(token.digitsStart, token.digitsEnd));
}

function createFigure(text: string, plainText: string, token: Token, wording: string, decreased: boolean): FoundFigure {
  const digits = plainText.slice(token.digitsStart, token.digitsEnd);
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
    unit: inCurrency(UNIT_NAMES[unit] ?? unit, token.currency),
    printedUnit: token.end > token.digitsEnd ? unit : '',
    decimals: countDecimals(plain),
    grouping: digits.includes(','),
    wording: wording.trim() || behind,
    signByWords,
  };
}

/** 美元 1,200 万元 is 1,200 万美元. */
function inCurrency(unit: string, currency: string): string {
  return currency !== '' && /^(?:[十百千]?[万亿]|千|百)?元$/.test(unit) ? `${unit.slice(0, -1)}${currency}` : unit;
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
      unit: match[3]!,
      printedUnit: match[3]!,
      decimals: 0,
      grouping: false,
      wording: wording.trim() || (match[2] ?? ''),
      signByWords: false,
    };
  });
}
