import type { ParsedVerification, VerifierRole } from '../domain/letter';
import { VERIFIER_TERMS, VERIFY_VERB } from './dictionary';
import type { ItemSpan } from './items';
import { readNumeral } from './numerals';

/** A request that someone verify, with the questions it names (empty: only the question it stands in). */
export type FoundVerification = ParsedVerification & { namedQuestions: string[] };

const TERM = new RegExp(VERIFIER_TERMS.map(([term]) => term).join('|'), 'g');
const ROLE_OF = new Map<string, VerifierRole>(VERIFIER_TERMS);

/** Requests to verify in a question's text, one for each role and sentence. `isReorganisation` makes 财务顾问 the independent one. */
export function findVerifications(text: string, items: readonly ItemSpan[], isReorganisation: boolean): FoundVerification[] {
  const found: FoundVerification[] = [];
  for (const sentence of splitSentences(text, items)) {
    const roles = findAskedRoles(sentence.text, isReorganisation);
    if (roles.length === 0) continue;
    const namedQuestions = readNamedQuestions(sentence.text);
    const scope = namedQuestions.length > 0 ? [] : readScope(sentence, items);
    for (const role of roles) found.push({ role, items: scope, text: sentence.text.trim(), namedQuestions });
  }
  return mergeByRole(found);
}

type Sentence = { text: string; start: number };

function splitSentences(text: string, items: readonly ItemSpan[]): Sentence[] {
  const cuts = new Set(items.map((item) => item.start));
  const sentences: Sentence[] = [];
  let start = 0;
  for (let at = 0; at <= text.length; at++) {
    const ends = at === text.length || '。\n'.includes(text.charAt(at));
    if (!ends && !cuts.has(at)) continue;
    const end = ends ? Math.min(at + 1, text.length) : at;
    if (end > start) sentences.push({ text: text.slice(start, end), start });
    start = end;
  }
  return sentences;
}

/** Who a sentence asks to verify: roles named between 请 and what is to be done, not those in what is verified. */
function findAskedRoles(sentence: string, isReorganisation: boolean): VerifierRole[] {
  const roles: VerifierRole[] = [];
  for (const request of sentence.matchAll(/请|由|督促|要求|聘请|[（(]\d{1,2}[)）] ?(?=年审|会计师|律师|独立|保荐|财务顾问|评估)/g)) {
    const clause = sentence.slice(request.index + request[0].length, request.index + 400);
    const subject = readSubject(clause);
    if (!subject) continue;
    const rest = clause.slice(subject.length).split(/[；。]/)[0]!;
    if (!VERIFY_VERB.test(rest)) continue;
    for (const term of subject.matchAll(TERM)) {
      let role = ROLE_OF.get(term[0])!;
      if (role === 'otherAdviser' && isReorganisation) role = 'financialAdviser';
      if (!roles.includes(role)) roles.push(role);
    }
  }
  return roles;
}

const SUBJECT = new RegExp(
  `^(?:(?:你|贵|上市|本)?公司|董事会|聘请的?|前任|现任|拟聘任?的?|年审|年报|申报|签字|本次|相关|此次|交易|重组|项目|审计|各|中介机构|全体|[^，。；：、\\n]{0,20}?(?=会计师事务所|律师事务所|资产评估|证券)|${VERIFIER_TERMS.map(([term]) => term).join('|')}|[（(][^）)]{1,12}[）)]|[、及和与或并以 ]|同时|分别|并|一并|督促)+`,
);

function readSubject(clause: string): string | null {
  const match = SUBJECT.exec(clause.slice(0, 160));
  return match && new RegExp(TERM.source).test(match[0]) ? match[0] : null;
}

/** 问题1至问题10, 第 1 项至第 10 项, 问题 1、2、4: numbers of questions a sentence names. */
function readNamedQuestions(sentence: string): string[] {
  const range = /(?:问题|第|事项|上述) ?(\d{1,2}) ?(?:项|题)?(?:问题)? ?(?:至|到|-|–|—|~) ?(?:问题|第)? ?(\d{1,2})/.exec(sentence);
  if (range) return expand(Number(range[1]), Number(range[2]));
  const list = /(?:问题|第) ?(\d{1,2}(?: ?(?:项|题|、|，|和|及|与|问题|第) ?\d{0,2}){1,20})/.exec(sentence);
  if (!list) return /问题 ?(\d{1,2})(?!\d|[.．]\d)/.exec(sentence)?.slice(1, 2) ?? [];
  return [...list[1]!.matchAll(/\d{1,2}/g)].map((match) => String(Number(match[0])));
}

/** Which items a sentence reaches: those it cites in brackets, the one it stands in, or none for the whole question. */
function readScope(sentence: Sentence, items: readonly ItemSpan[]): string[] {
  if (items.length === 0) return [];
  const all = items.map((item) => String(item.value));
  const own = items.find((item) => sentence.start >= item.start && sentence.start < item.end);
  const cited = readCitedItems(own && sentence.start === own.start ? sentence.text.slice(own.labelEnd - own.start) : sentence.text);
  const known = all.filter((no) => cited.includes(no));
  if (known.length > 0) return known.length === all.length ? [] : known;
  if (!own || /(?:上述|前述|以上|全部)(?:全部|所有|各项|相关)?(?:问题|事项|情况)/.test(sentence.text)) return [];
  const isLast = own === items[items.length - 1];
  return isLast && sentence.start !== own.start ? [] : [String(own.value)];
}

function readCitedItems(text: string): string[] {
  const numbers: string[] = [];
  const mark =
    /[（(] ?([0-9０-９]{1,2}|[一二三四五六七八九十]{1,3}) ?[)）](?: ?(?:至|到|-|–|—|~) ?[（(]? ?([0-9０-９]{1,2}|[一二三四五六七八九十]{1,3}) ?[)）])?/g;
  for (const match of text.matchAll(mark)) {
    const from = readNumeral(match[1]!);
    const to = match[2] === undefined ? from : readNumeral(match[2]);
    if (from !== null && to !== null) numbers.push(...expand(from, to));
  }
  return numbers;
}

function expand(from: number, to: number): string[] {
  const numbers: string[] = [];
  for (let no = from; no <= to && numbers.length < 99; no++) numbers.push(String(no));
  return numbers;
}

/** One entry a role: the scopes of several sentences are joined; one that reaches the whole question reaches all. */
function mergeByRole(found: readonly FoundVerification[]): FoundVerification[] {
  const merged: FoundVerification[] = [];
  for (const entry of found) {
    const same = merged.find((other) => other.role === entry.role && other.namedQuestions.join() === entry.namedQuestions.join());
    if (!same) merged.push({ ...entry });
    else {
      same.items = same.items.length === 0 || entry.items.length === 0 ? [] : [...new Set([...same.items, ...entry.items])];
      if (!same.text.includes(entry.text)) same.text += `\n${entry.text}`;
    }
  }
  return merged;
}
