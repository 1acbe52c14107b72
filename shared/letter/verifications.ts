import type { ParsedVerification, VerifierRole } from '../domain/letter';
import { ASK_FOR_ACCOUNT, INTERMEDIARY_ROLES, OPINION_TO_HAND_IN, STATEMENT, VERIFY_VERB } from './dictionary';
import type { ItemSpan } from './items';
import type { VerifierNames } from './verifierNames';
import { type CitedNumbers, readCitedItems, readCitedNumbers, readCitedParts } from './citations';

/** A request that someone verify. `start` is its sentence's place; `namedQuestions` the questions it names; `reachesBack`
 * that it says 上述, `citesItems` that it names items by number. */
export type FoundVerification = ParsedVerification & { start: number; namedQuestions: string[]; reachesBack: boolean; citesItems: boolean };

/** A verifier named without 请 behind a request: the clause ends with the opinion it shall give, not with one it once gave. */
const BARE_REQUEST =
  /^(?:(?:应当?|须|需)?[对就针][^。；，]{0,80}?|[需应须][^。；，]{0,12}?|分别)?(?:进行)?(?:(?:核查|核实)(?=[。；，]|$)|(?:核查并|核实并)?(?:发表|出具)(?!了)[^。；，的]{0,10}(?<!保留|否定|表示)意见(?=[。；，]|$))/;
/** 问题1、2 at the end of question 2, whose own parts are cited as 问题（1）. */
const CITES_QUESTIONS = /(?:问题|事项) ?[0-9０-９一二三四五六七八九十]/;
/** Where nothing is labelled so, 问题（1）至（3） are questions. */
const LABEL_ONE = /(?:^|[。；：\n]) ?[（(] ?[1１一] ?[)）]/;
/** 独立董事应当对…发表意见 as a sentence of its own; behind a cited rule it only tells what the rule says. */
const OUGHT = /^(?:应当?|须|需)/;
const REACHES_BACK = /(?:上述|前述|以上|全部)(?:全部|所有|各项|各|相关)?(?:问题|事项|情况|内容)/;
const QUOTED = /《[^》]{0,80}》|“[^”]{0,60}”/g;

/** What `findVerifications` found, and the places of the sentences that ask for it. */
export type Verifications = { found: FoundVerification[]; sentences: { start: number; end: number }[] };

/**
 * Requests to verify in the text of question `no` (of none: in what stands around the questions), one entry a role and scope. `names` is how this
 * letter calls its verifiers.
 */
export function findVerifications(text: string, no: string | null, items: readonly ItemSpan[], names: VerifierNames): Verifications {
  const sentences: Verifications['sentences'] = [];
  if (!names.anyTerm.test(text)) return { found: [], sentences };
  const found: FoundVerification[] = [];
  const isLabelled = LABEL_ONE.test(text);
  for (const sentence of splitSentences(text, items)) {
    const requests = findRequests(sentence.text, names);
    if (requests.length > 0) sentences.push({ start: sentence.start, end: sentence.start + sentence.text.length });
    for (const { roles, clause } of requests) {
      const cited = readCitedNumbers(clause.replace(QUOTED, ''));
      const isOwn = cited.numbers.length > 0 && items.length > 0 && cited.numbers.every((cited) => hasItem(items, cited));
      const meansItems = cited.kind === 'items' || (isOwn && !(CITES_QUESTIONS.test(clause) && cited.numbers.at(-1) === no));
      const isBracketed = cited.numbers.length === 0 && items.length === 0 && !isLabelled;
      const namedQuestions = meansItems ? [] : isBracketed ? readCitedItems(clause) : cited.numbers;
      const scope = namedQuestions.length > 0 ? [] : readScope(sentence, clause, items, meansItems ? cited : null);
      const entry = {
        items: scope,
        text: withoutLabel(sentence, items),
        start: sentence.start,
        namedQuestions,
        reachesBack: REACHES_BACK.test(clause),
        citesItems: meansItems || readCitedItems(clause).length > 0,
      };
      const parts = readCitedParts(clause.replace(QUOTED, ''));
      const entries = parts.length === 0 ? [entry] : parts.map((part) => ({ ...entry, items: part.items, namedQuestions: [part.no] }));
      for (const role of roles) for (const one of entries) found.push({ role, ...one });
    }
  }
  return { found: mergeByRole(found), sentences };
}

type Sentence = { text: string; start: number };

function splitSentences(text: string, items: readonly ItemSpan[]): Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  let next = 0;
  const cutAt = (end: number) => {
    if (end > start) sentences.push({ text: text.slice(start, end), start });
    start = end;
  };
  for (const match of text.matchAll(/[。\n]/g)) {
    for (; next < items.length && items[next]!.start <= match.index; next++) cutAt(items[next]!.start);
    cutAt(match.index + 1);
  }
  for (; next < items.length; next++) cutAt(items[next]!.start);
  cutAt(text.length);
  return sentences;
}

type AskedRoles = { roles: VerifierRole[]; clause: string };

/** Who a sentence asks to verify: roles named between 请 and what is to be done, not those in what is verified. */
function findRequests(sentence: string, names: VerifierNames): AskedRoles[] {
  if (!names.anyTerm.test(sentence)) return [];
  const requests: AskedRoles[] = [];
  for (const request of sentence.matchAll(names.requestStart)) {
    const isBare = !/[请由促求]$/.test(request[0]);
    const ahead = sentence.slice(request.index + request[0].length, request.index + request[0].length + 600);
    const subject = names.subject.exec(ahead.slice(0, 160))?.[0];
    if (!subject || !names.anyTerm.test(subject)) continue;
    const rest = ahead.slice(subject.length).split(/[；。]|，(?:并|另|同时)?请/)[0]!;
    const before = sentence.slice(0, request.index);
    const isLedIn = before.includes('请') || (before.trim() === '' && OUGHT.test(rest));
    if (isBare ? !isLedIn || !BARE_REQUEST.test(rest) : !asksToVerify(rest)) continue;
    const roles = readRoles(subject, rest, names);
    if (roles.length > 0) requests.push({ roles, clause: subject + rest });
  }
  if (/请/.test(sentence)) {
    for (const handed of sentence.matchAll(OPINION_TO_HAND_IN)) {
      const clause = sentence.slice(handed.index + handed[0].length, handed.index + handed[0].length + 40).split(/[，。；]/)[0]!;
      requests.push({ roles: readRoles(clause, clause, names), clause });
    }
  }
  return requests;
}

function asksToVerify(rest: string): boolean {
  return (VERIFY_VERB.test(rest) && !STATEMENT.test(rest)) || ASK_FOR_ACCOUNT.test(rest);
}

/** Asked only for an account (说明), an intermediary verifies when it is named by its profession; a firm or a board gives a mere statement. */
function readRoles(subject: string, rest: string, names: VerifierNames): VerifierRole[] {
  const verifies = VERIFY_VERB.test(rest) && !STATEMENT.test(rest);
  const roles: VerifierRole[] = [];
  for (const [term] of subject.matchAll(names.term)) {
    const role = names.roleOf.get(term)!;
    if (!verifies && (!INTERMEDIARY_ROLES.has(role) || names.firms.has(term))) continue;
    if (!roles.includes(role)) roles.push(role);
  }
  return roles;
}

function hasItem(items: readonly ItemSpan[], no: string): boolean {
  return items.some((item) => String(item.value) === no);
}

/** Which items a request reaches: those it cites, the one it stands in, or none for the whole question. */
function readScope(sentence: Sentence, clause: string, items: readonly ItemSpan[], cited: CitedNumbers | null): string[] {
  const numbers = cited ? cited.numbers : readCitedItems(clause);
  const known = items.map((item) => String(item.value)).filter((no) => numbers.includes(no));
  if (known.length > 0) return known.length === items.length ? [] : known;
  const own = items.find((item) => sentence.start >= item.start && sentence.start < item.end);
  if (!own || REACHES_BACK.test(clause)) return [];
  const closesLastItem = own === items[items.length - 1] && sentence.start !== own.start;
  return closesLastItem ? [] : [String(own.value)];
}

function withoutLabel(sentence: Sentence, items: readonly ItemSpan[]): string {
  const item = items.find(({ start }) => start === sentence.start);
  return sentence.text.slice(item ? item.labelEnd - item.start : 0).trim();
}

/** One entry a role and set of named questions: the scopes of several requests are joined; one that reaches the whole question reaches all. */
function mergeByRole(found: readonly FoundVerification[]): FoundVerification[] {
  const merged = new Map<string, { entry: FoundVerification; texts: Set<string> }>();
  for (const entry of found) {
    const key = `${entry.role} ${entry.namedQuestions.join()}`;
    const same = merged.get(key);
    if (!same) merged.set(key, { entry: { ...entry }, texts: new Set([entry.text]) });
    else {
      const reachesAll = same.entry.items.length === 0 || entry.items.length === 0;
      same.entry.items = reachesAll ? [] : [...new Set([...same.entry.items, ...entry.items])];
      same.texts.add(entry.text);
    }
  }
  return Array.from(merged.values(), ({ entry, texts }) => ({ ...entry, text: [...texts].join('\n') }));
}
