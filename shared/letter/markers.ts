import { QUESTION_NOUNS, QUESTION_OPENER, REPLY_MARK, REPLY_WORD, REQUEST } from './dictionary';
import { ARABIC_DIGIT, CHINESE_DIGIT, readNumeral } from './numerals';

export type MarkerStyle = 'named' | 'arabic' | 'chinese' | 'ordinal';

/** A place where a question may begin: `start`-`end` is the printed label, `weight` how much its surroundings speak for it. */
export type Marker = { style: MarkerStyle; value: number; start: number; end: number; weight: number };

const NOUNS = [...QUESTION_NOUNS].sort((a, b) => b.length - a.length).join('|');
const PATTERNS: Readonly<Record<MarkerStyle, RegExp>> = {
  named: new RegExp(
    `(?:[【\\[（(] ?)?(?:(?:${NOUNS}) ?([${ARABIC_DIGIT}]{1,2}(?![${ARABIC_DIGIT}])|[${CHINESE_DIGIT}]{1,3})|第([${ARABIC_DIGIT}]{1,2}|[${CHINESE_DIGIT}]{1,3})(?:题|个问题)) ?[】\\])）]? ?[、.．:：]?`,
    'g',
  ),
  arabic: new RegExp(`([${ARABIC_DIGIT}]{1,2}) ?[.．、]`, 'g'),
  chinese: new RegExp(`([${CHINESE_DIGIT}]{1,3}) ?[、.．，]`, 'g'),
  ordinal: new RegExp(`第([${CHINESE_DIGIT}]{1,3})[，、：:]`, 'g'),
};

/** 问题1.1 in a line of its own or before its title. */
const TWOFOLD = new RegExp(
  `[【\\[（(]? ?(?:${NOUNS}) ?(\\d{1,2}) ?[.．] ?(\\d{1,2})(?![\\d.．]|\\s?(?:亿|万|元|%|％)) ?[】\\])）]? ?[、:：]?`,
  'g',
);

const REFUSED_BEFORE = /[第前近约题表图附注述至和及与或、，,\-–—为达是即在\d.．]/;
/** A page number between a sentence and a label, where the series of page numbers was not whole enough to be removed. */
const STRAY_PAGE_NUMBER = /(?:^|[\n。；！？]) ?\d{1,3} $/;
/** A paragraph that begins 3．3.2亿元: the number of a question runs into an amount. */
const RUNS_INTO_AMOUNT = /^\d[\d,.，]{0,14} ?(?:亿|万|元|%|％|家|名|个|笔|项|股|吨|台|G)/;
const RUNS_INTO_DATE = /^(?:19|20)\d\d ?(?:年|[-–—至]|、(?:19|20)\d\d)|^\d{1,2} ?月/;
const REFERS_ON = /^(?:的|中|所|之|涉及|进行|至|和|及|与|或|-|–|—|~|、|，|,|。|；|）|\)|项|条|款|回复|答复)/;
/** 业务与技术问题1.主要产品: behind a heading whose break was lost only a label with its own stop begins a question. */
const CLOSED_LABEL = /[.．:：】]$/;
const CITES_NAMED = /[对就于见如向的之及与和、，,（(]$/;
const CLOSED_OFF = /^[、，,。；：）)]/;

/** Every place of `text` where a question in this style of numbering may begin, in order. */
export function findMarkers(text: string, style: MarkerStyle): Marker[] {
  const twofold = style === 'named' ? findTwofold(text) : [];
  if (twofold.length > 0) return twofold;
  const markers: Marker[] = [];
  for (const match of text.matchAll(PATTERNS[style])) {
    const value = readNumeral(match[1] ?? match[2] ?? '');
    if (value === null || value === 0) continue;
    const start = match.index;
    const end = start + match[0].length;
    const weight = weighMarker(text, start, end, style);
    if (weight > 0) markers.push({ style, value, start, end, weight });
  }
  return markers;
}

/** 问题1.1, 问题1.2, 问题2.1: questions under twofold numbers, counted through; none where their numbers do not follow each other from 1.1 on. */
function findTwofold(text: string): Marker[] {
  const found = [...text.matchAll(TWOFOLD)].flatMap((match) => {
    const [start, end] = [match.index, match.index + match[0].length];
    const weight = weighBoundary(text, start);
    return weight < 3 ? [] : [{ chapter: Number(match[1]), part: Number(match[2]), start, end, weight }];
  });
  const rank = ({ chapter, part }: { chapter: number; part: number }) => chapter * 100 + part;
  const ranks = [...new Set(found.map(rank))].toSorted((a, b) => a - b);
  const follows = ranks.every((now, at) => {
    const last = ranks[at - 1] ?? 0;
    return now === last + 1 || now === (Math.floor(last / 100) + 1) * 100 + 1;
  });
  if (ranks.length < 2 || !follows) return [];
  return found.map(({ start, end, weight, ...number }) => ({ style: 'named', value: ranks.indexOf(rank(number)) + 1, start, end, weight }));
}

function weighMarker(text: string, start: number, end: number, style: MarkerStyle): number {
  const before = weighBoundary(text, start);
  if (before === 0) return 0;
  const rest = text.slice(end, end + 16).trimStart();
  const spaced = text.charAt(end) === ' ' || text.charAt(end) === '\n';
  const opens = QUESTION_OPENER.test(rest);
  if (/^\d/.test(rest)) {
    const runsInto =
      RUNS_INTO_DATE.test(rest) ||
      (before >= (/[．、]$/.test(text.slice(start, end)) || /^\d+\.\d/.test(rest) ? 2.5 : 3) && RUNS_INTO_AMOUNT.test(rest));
    if (!runsInto && !(spaced && before >= 3) && style !== 'named') return 0;
  } else if ((style === 'named' ? REFERS_ON : CLOSED_OFF).test(rest)) return 0;
  if (style === 'named') {
    const isClosed = CLOSED_LABEL.test(text.slice(start, end)) && !CITES_NAMED.test(text.charAt(start - 1));
    return before >= 2 || isClosed ? before + (opens ? 1 : 0) : 0;
  }
  if (before < 1 && !opens) return 0;
  if (style === 'ordinal' && before < 2) return 0;
  if (style === 'chinese' && before < 1 && !rest.startsWith('关于') && text.charAt(start) !== '一') return 0;
  return before + (opens ? 1 : 0);
}

/** 3 at the start of a paragraph, 2 behind a sentence, 1 behind a space, 0.5 inside running text, 0 where no label can stand. */
function weighBoundary(text: string, start: number): number {
  if (start === 0) return 3;
  const previous = text.charAt(start - 1);
  if (previous === '\n') return 3;
  if (/[。；：！？”]/.test(previous)) return previous === '。' ? 2.5 : 2;
  if (previous === ' ') {
    const earlier = text.charAt(start - 2);
    if (/[。；：！？”）)]/.test(earlier) || STRAY_PAGE_NUMBER.test(text.slice(Math.max(0, start - 8), start))) return 2.5;
    return REFUSED_BEFORE.test(earlier) || /[A-Za-z]/.test(earlier) ? 0 : 1;
  }
  return /[\u4e00-\u9fff）]/.test(previous) && !REFUSED_BEFORE.test(previous) ? 0.5 : 0;
}

const BEFORE_REPLY_MARK = new RegExp(`(?:^|\\n|[。；：？])(?=[ \\t]?[^\\n。；]{0,16}?${REPLY_WORD})`, 'g');

/** Where answers begin, in order: at a line that is a reply mark, or behind a sentence where breaks were lost. */
export function findReplyMarks(text: string): number[] {
  const marks: number[] = [];
  for (const match of text.matchAll(BEFORE_REPLY_MARK)) {
    const start = match.index + match[0].length;
    const mark = REPLY_MARK.exec(text.slice(start, start + 40).trimStart());
    const startsLine = match[0] === '' || match[0] === '\n';
    if (mark && (startsLine || /[:：】]$/.test(mark[0]))) marks.push(start);
  }
  return marks;
}

/** Where requests (请…) stand, in order. */
export function findRequests(text: string): number[] {
  return Array.from(text.matchAll(REQUEST), (match) => match.index);
}

/** How many of the sorted `places` lie before `at`. */
export function countBefore(places: readonly number[], at: number): number {
  let low = 0;
  let high = places.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (places[middle]! < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
