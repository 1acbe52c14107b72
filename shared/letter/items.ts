import { ASK_VERB, QUESTION_OPENER } from './dictionary';
import { ARABIC_DIGIT, CHINESE_DIGIT, readNumeral } from './numerals';

/** An item's place in a question's text: label `start`-`labelEnd`, content up to `end`. */
export type ItemSpan = { value: number; label: string; start: number; labelEnd: number; end: number };

type ItemMark = { style: ItemStyle; value: number; start: number; end: number; startsParagraph: boolean };
type ItemStyle = 'bracket' | 'chineseBracket' | 'closing' | 'dotted' | 'circled';

const PATTERNS: readonly (readonly [ItemStyle, RegExp])[] = [
  ['bracket', new RegExp(`[（(] ?([${ARABIC_DIGIT}]{1,2}) ?[)）][、.．]?`, 'g')],
  ['chineseBracket', new RegExp(`[（(] ?([${CHINESE_DIGIT}]{1,3}) ?[)）][、.．]?`, 'g')],
  ['closing', new RegExp(`(?<![（(${ARABIC_DIGIT}])([${ARABIC_DIGIT}]{1,2}) ?[)）][、.．]?`, 'g')],
  ['dotted', new RegExp(`(?<![.．,，${ARABIC_DIGIT}])([${ARABIC_DIGIT}]{1,2}) ?[、.．](?![${ARABIC_DIGIT}](?!0?\\d\\d ?年))`, 'g')],
  ['circled', /([①-⑳])/g],
];

const OUTER_STYLES: ReadonlySet<ItemStyle> = new Set(['chineseBracket', 'dotted']);

/** A mark behind one of these words cites an item; it does not begin one. */
const CITES_BEFORE = /(?:问题|事项|上述|前述|本题|小问|[第项述条和与及至就对节见款、\-–—~～])$/;
/** What a mark inside a paragraph stands behind; where breaks were lost, also a title, when what follows opens a question. */
const MAY_STAND_BEHIND = /(?:[。；：:;！？，,”」）) ]|说明|披露|列示|核实|补充)$/;
const CITES_AFTER =
  /^(?:(?:至|到|-|–|—|~|～|和|及|与|或) ?(?:第|问题)? ?[（(]?[0-9０-９一二三四五六七八九十]{1,2} ?[)）项题]|[、，,。；）)]|项(?!目)|条(?!件)|款(?!项)|中(?=[的，,所涉提]|有关)|所述|的|小问|问(?![询题])|[（(] ?[0-9０-９一二三四五六七八九十]{1,2} ?[)）])/;
const LONGEST_MARK_DISTANCE = 12_000;
const LISTS_LOOKED_AT = 200;
const LONGEST_LOOKED_AT = 600;

/** `rank` says how surely the list asks, `eachRequests` that every member of it says 请. */
type RankedList = { list: ItemMark[]; rank: number; eachRequests: boolean };

/** The items a question asks, in order; empty when it has none. Lists of facts, cited items and lists inside an item are not items. */
export function findItems(text: string): ItemSpan[] {
  const lists = PATTERNS.map(([style, pattern]) => chooseList(text, groupIntoLists(collectMarks(text, style, pattern))));
  const best = chooseStyle(lists);
  return best ? best.list.map((mark, at) => toSpan(text, mark, best.list[at + 1]?.start ?? text.length)) : [];
}

/** The first style with a list that asks, unless （一） or 1. hold it: then those are the items and it lies inside them. */
function chooseStyle(lists: readonly (RankedList | null)[]): RankedList | null {
  const first = lists.find((ranked) => ranked !== null) ?? null;
  if (!first) return null;
  const outer = lists.filter(
    (ranked) => ranked !== null && OUTER_STYLES.has(ranked.list[0]!.style) && (ranked.rank === 2 || ranked.eachRequests),
  );
  return outer.find((ranked) => ranked!.list[0]!.start < first.list[0]!.start) ?? first;
}

function collectMarks(text: string, style: ItemStyle, pattern: RegExp): ItemMark[] {
  const marks: ItemMark[] = [];
  for (const match of text.matchAll(pattern)) {
    const value = readNumeral(match[1]!);
    if (value === null || value === 0) continue;
    const start = match.index;
    const end = start + match[0].length;
    const before = text.slice(Math.max(0, start - 6), start);
    const startsParagraph = start === 0 || /\n ?$/.test(before);
    const trimmed = before.trimEnd();
    if (!startsParagraph && CITES_BEFORE.test(trimmed)) continue;
    const ahead = text.slice(end, end + 8).trimStart();
    const isGlued = (style === 'bracket' && QUESTION_OPENER.test(ahead)) || (style === 'dotted' && ahead.startsWith('请'));
    if (!startsParagraph && !isGlued && !MAY_STAND_BEHIND.test(before)) continue;
    if (!startsParagraph && /[)）]$/.test(trimmed) && before === trimmed) continue;
    if (CITES_AFTER.test(text.slice(end, end + 10).trimStart())) continue;
    marks.push({ style, value, start, end, startsParagraph });
  }
  return marks;
}

/** Marks fall into lists: each 1 opens one; a number continues the innermost list it fits, and leaves the lists inside that one. */
function groupIntoLists(marks: readonly ItemMark[]): ItemMark[][] {
  const lists: ItemMark[][] = [];
  let open: ItemMark[][] = [];
  for (const mark of marks) {
    if (mark.value === 1) {
      const list = [mark];
      lists.push(list);
      open = [...open.slice(-3), list];
      continue;
    }
    const fitting = open.filter((list) => fits(list, mark));
    const list = fitting.find((candidate) => candidate[0]!.startsParagraph === mark.startsParagraph) ?? fitting[fitting.length - 1];
    if (!list) continue;
    list.push(mark);
    open = open.slice(0, open.indexOf(list) + 1);
  }
  return lists;
}

function fits(list: readonly ItemMark[], mark: ItemMark): boolean {
  const last = list[list.length - 1]!;
  const step = mark.value - last.value;
  const near = mark.start - last.end < LONGEST_MARK_DISTANCE;
  return near && (step === 1 || (step === 2 && mark.startsParagraph && last.startsParagraph));
}

/** How surely a list asks: 2 when a request leads it in, 1 when at least half of its members ask, else 0. */
function rankList(text: string, list: readonly ItemMark[]): number {
  if (list.length < 2) return 0;
  const first = list[0]!;
  const lead = text.slice(Math.max(0, first.start - 160), first.start).trimEnd();
  const sentence = lead.slice(Math.max(lead.lastIndexOf('。'), lead.lastIndexOf('；')) + 1);
  if (/(?:[：:]|说明|披露|列示|核实|补充)$/.test(sentence) && /请|需/.test(sentence)) return 2;
  if (/包括[^。；]{0,20}[：:]$/.test(sentence)) return 0;
  const members = list.map((_, at) => readMember(text, list, at));
  const asking = members.filter((member) => ASK_VERB.test(member));
  const isAskedBehind = asking.length === 1 && asking[0] === members.at(-1) && !ASK_VERB.test(asking[0]!.split('。')[0]!);
  if (isAskedBehind) return 0;
  const requesting = members.some((member) => /请|说明|补充披露|列示/.test(member));
  return requesting && asking.length * 2 >= list.length ? 1 : 0;
}

function readMember(text: string, list: readonly ItemMark[], at: number): string {
  const { end } = list[at]!;
  return text.slice(end, Math.min(list[at + 1]?.start ?? text.length, end + LONGEST_LOOKED_AT));
}

/** The question's own list: the surest; of equals the last that only an assumption makes ask, else the first; never one inside another. */
function chooseList(text: string, lists: readonly ItemMark[][]): RankedList | null {
  const ranked = lists
    .slice(0, LISTS_LOOKED_AT)
    .map((list) => ({ list, rank: rankList(text, list), eachRequests: list.every((_, at) => readMember(text, list, at).includes('请')) }))
    .filter(({ rank }) => rank > 0);
  const outer = ranked.filter(({ list }) => !ranked.some((other) => other.list !== list && isInside(list, other.list)));
  return outer.find(({ rank }) => rank === 2) ?? outer[outer.length - 1] ?? null;
}

function isInside(list: readonly ItemMark[], outer: readonly ItemMark[]): boolean {
  return list[0]!.start > outer[0]!.start && list[list.length - 1]!.start < outer[outer.length - 1]!.start;
}

function toSpan(text: string, mark: ItemMark, end: number): ItemSpan {
  return { value: mark.value, label: text.slice(mark.start, mark.end), start: mark.start, labelEnd: mark.end, end };
}
