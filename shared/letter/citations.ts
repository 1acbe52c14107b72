import { ARABIC_DIGIT, CHINESE_DIGIT, readNumeral } from './numerals';

/** Numbers a sentence cites, as Arabic digits: of questions (问题1至问题10, 第 1 项至第 10 项) or of items (第1、2小问). */
export type CitedNumbers = { kind: 'questions' | 'items'; numbers: string[] };

/** What a number counts, or a word that begins with 一: 3 家, 一并, 一致. */
const COUNTED =
  '年|月|日|季|万|亿|元|个|家|名|号|笔|项目|次|类|种|起|宗|条|款|份|股|吨|位|大|倍|轮|期|届|台|户|处|张|人|天|方|批|级|并|致|系|般|定|些|直|旦|同|部分';
const NUMBER = `(?:[${ARABIC_DIGIT}]{1,2}(?![${ARABIC_DIGIT}.%％]| ?(?:${COUNTED}))|[${CHINESE_DIGIT}]{1,3}(?!${COUNTED}))`;
const RANGE = '(?:至|到|-|–|—|－|~|～)';
const LIST = '(?:、|，|,|和|及|与|以及|或)';
const UNIT = '(?:项|题|小问|问)';
const RUN = `${NUMBER}(?: ?${UNIT}?(?:问题)? ?(?:${RANGE}|${LIST})? ?(?:第|问题|事项)? ?${NUMBER}){0,30}`;
/** 对 1、2 核查 cites too, when nothing but the verb follows. */
const ANCHORED = new RegExp(
  `(?:问题|事项|第|上述|前述|以上|[对就](?=[ ${ARABIC_DIGIT}${CHINESE_DIGIT}、，和及与至到项-]{1,60}(?:进行|予以|分别)?(?:核查|核实|发表|出具))) ?(${RUN}) ?(小问|问(?!题))?`,
);
/** Articles, quarters, third parties: 第18号第7-5条, 第三、第四季度, 第三方. */
const ORDINAL = new RegExp(
  `第 ?[${ARABIC_DIGIT}${CHINESE_DIGIT}百]{1,5}(?:[-–—.、和及与至到]第? ?[${ARABIC_DIGIT}${CHINESE_DIGIT}]{1,4}){0,4} ?(?:${COUNTED}|章|节|阶段|顺位)`,
  'g',
);
const RANGE_START = new RegExp(`^[^${ARABIC_DIGIT}${CHINESE_DIGIT}]*${RANGE}`);
const BRACKETED = new RegExp(
  `[（(] ?([${ARABIC_DIGIT}]{1,2}|[${CHINESE_DIGIT}]{1,3}) ?[)）](?: ?${RANGE} ?[（(]? ?([${ARABIC_DIGIT}]{1,2}|[${CHINESE_DIGIT}]{1,3}) ?[)）])?`,
  'g',
);
const LONGEST_RANGE = 60;

/** The first run of unbracketed numbers a sentence cites; empty when it cites none. */
export function readCitedNumbers(sentence: string): CitedNumbers {
  const match = ANCHORED.exec(sentence.replace(ORDINAL, ''));
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

/** 请会计师：（1）核查…: what is asked is numbered, nothing is cited. */
const NUMBERED_DEMAND = new RegExp(`[：:] ?[（(] ?[${ARABIC_DIGIT}${CHINESE_DIGIT}]{1,3} ?[)）]`, 'g');

/** Items cited in brackets: （1）（2）, （1）-（4）（6）（7）, (1)至(3). */
export function readCitedItems(sentence: string): string[] {
  const numbers: string[] = [];
  for (const match of sentence.replace(NUMBERED_DEMAND, '').matchAll(BRACKETED)) {
    const from = readNumeral(match[1]!);
    const to = match[2] === undefined ? from : readNumeral(match[2]);
    if (from !== null && to !== null) numbers.push(...expandRange(from, to));
  }
  return numbers;
}

/** Part of a question that a sentence cites; no items for the whole of it. */
export type CitedPart = { no: string; items: string[] };

/** Questions cited together with items of theirs, each by itself: 问题1（1）（2）、问题2第（3）项、问题4. Empty when no item is cited so. */
export function readCitedParts(sentence: string): CitedPart[] {
  const pieces = sentence
    .split(/(?=问题|事项)/)
    .map((piece) => ({ numbers: readCitedNumbers(piece).numbers, items: readCitedItems(piece) }));
  if (!pieces.some(({ numbers, items }) => numbers.length > 0 && items.length > 0)) return [];
  return pieces.flatMap(({ numbers, items }) => numbers.map((no, at) => ({ no, items: at === numbers.length - 1 ? items : [] })));
}

function expandRange(from: number, to: number): string[] {
  const numbers: string[] = [];
  for (let no = from; no <= to && numbers.length < LONGEST_RANGE; no++) numbers.push(String(no));
  return numbers;
}
