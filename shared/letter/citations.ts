import { ARABIC_DIGIT, CHINESE_DIGIT, readNumeral } from './numerals';

/** Numbers a sentence cites, as Arabic digits: of questions (问题1至问题10, 第 1 项至第 10 项) or of items (第1、2小问). */
export type CitedNumbers = { kind: 'questions' | 'items'; numbers: string[] };

const NUMBER = `(?:[${ARABIC_DIGIT}]{1,2}(?![${ARABIC_DIGIT}.%％]| ?(?:年|月|日|万|亿|元|个|家|名|号))|[${CHINESE_DIGIT}]{1,3}(?!个|家|名|年|号|款|条))`;
const RANGE = '(?:至|到|-|–|—|－|~|～)';
const LIST = '(?:、|，|,|和|及|与|以及|或)';
const UNIT = '(?:项|题|小问|问)';
const ANCHORED = new RegExp(
  `(?:问题|事项|第|上述|前述|以上) ?(${NUMBER}(?: ?${UNIT}?(?:问题)? ?(?:${RANGE}|${LIST})? ?(?:第|问题|事项)? ?${NUMBER}){0,30}) ?(小问|问(?!题))?`,
);
const RANGE_START = new RegExp(`^[^${ARABIC_DIGIT}${CHINESE_DIGIT}]*${RANGE}`);
const BRACKETED = new RegExp(
  `[（(] ?([${ARABIC_DIGIT}]{1,2}|[${CHINESE_DIGIT}]{1,3}) ?[)）](?: ?${RANGE} ?[（(]? ?([${ARABIC_DIGIT}]{1,2}|[${CHINESE_DIGIT}]{1,3}) ?[)）])?`,
  'g',
);
const LONGEST_RANGE = 60;

/** The first run of unbracketed numbers a sentence cites; empty when it cites none. */
export function readCitedNumbers(sentence: string): CitedNumbers {
  const match = ANCHORED.exec(sentence);
  if (!match) return { kind: 'questions', numbers: [] };
  const numbers: string[] = [];
  let rest = match[1]!;
  let previous: number | null = null;
  for (const token of rest.matchAll(new RegExp(`[${ARABIC_DIGIT}]{1,2}|[${CHINESE_DIGIT}]{1,3}`, 'g'))) {
    const value = readNumeral(token[0]);
    if (value === null) continue;
    const between: string = match[1]!.slice(match[1]!.length - rest.length, token.index);
    if (previous !== null && RANGE_START.test(between)) numbers.push(...expandRange(previous + 1, value));
    else numbers.push(String(value));
    previous = value;
    rest = match[1]!.slice(token.index + token[0].length);
  }
  return { kind: match[2] ? 'items' : 'questions', numbers };
}

/** Items cited in brackets: （1）（2）, （1）-（4）（6）（7）, (1)至(3). */
export function readCitedItems(sentence: string): string[] {
  const numbers: string[] = [];
  for (const match of sentence.matchAll(BRACKETED)) {
    const from = readNumeral(match[1]!);
    const to = match[2] === undefined ? from : readNumeral(match[2]);
    if (from !== null && to !== null) numbers.push(...expandRange(from, to));
  }
  return numbers;
}

function expandRange(from: number, to: number): string[] {
  const numbers: string[] = [];
  for (let no = from; no <= to && numbers.length < LONGEST_RANGE; no++) numbers.push(String(no));
  return numbers;
}
