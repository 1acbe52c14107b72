import type { ParsedAsk } from '../domain/letter';
import {
  ADDRESSEES,
  ADVERBIAL,
  ASK_ADVERBS,
  ASK_VERBS,
  BASIS_TAIL,
  BASIS_VERB,
  CONDITION,
  DEMAND_PREPOSITION,
  FIELD_INTRODUCTION,
  FIELD_VERB,
  RELATED_PARTY,
  UNDIVIDED,
  UNSPOKEN_VERB,
} from './dictionary';

const VERB = [...ASK_VERBS].sort((a, b) => b.length - a.length).join('|');
const ADVERB = ASK_ADVERBS.join('|');
const OPENING = `(?:请|并|同时|且|另|再|以及|此外|还|应当|应|需|${ADDRESSEES.join('|')}|${ADVERB})*`;
const LEADING_WORDS = new RegExp(`^${OPENING}`);
/** Not a demand: 披露义务, 说明书, 分析过程… */
const VERB_IN_CLAUSE = new RegExp(`(${VERB})(?!义务|文件|程序|质量|公告|书|报告(?!期)|责任|工作|材料)`, 'g');
const BASIS = new RegExp(`^${OPENING}(?:(?:分|区分|按)[^，]{0,14}?)?(?:结合|基于|通过)(.+?)(?:(?:${ADVERB})*(${VERB})(.+))?$`);
const JOINED_DEMAND = new RegExp(
  `(?<=[^，。；])(?=(?:并|同时|以及)(?:请)?(?:${ADVERB}|逐[项一]){0,4}(?:结合[^，]{0,60}?)?(?:${VERB}))`,
  'g',
);
/** 请…, or a sentence that begins 你公司应当核实…. */
const A_REQUEST = /请(?!求|示)|^(?:你|贵)公司[^，。]{0,10}?应当?(?=核实|核查|自查|说明|披露|补充|列示|提供|报备)/;
const LONGEST_LEAD = 80;
const LONGEST_TEXT = 20_000;

/**
 * Splits what a passage demands into atomic asks. Basis (结合 A、B) and demanded fields (包括 A、B) come one by one; clauses without a verb
 * of their own continue the verb before them. Of a passage with 请 only what follows it asks; requests to verifiers are not asks.
 */
export function splitAsks(text: string, isItem = false): ParsedAsk[] {
  const passage = text.slice(0, LONGEST_TEXT);
  const asksWithout = isItem && passage.search(A_REQUEST) < 0;
  const asks: ParsedAsk[] = [];
  for (const sentence of passage.split(/[。；;\n]/)) {
    const demand = asksWithout ? sentence.trim() : cutNarrative(sentence.trim(), isItem);
    if (demand !== '') asks.push(...splitSentence(demand, asksWithout));
  }
  return asks;
}

/** What a sentence tells before 请 is not asked; an item's sentence may ask with its first words, without 请. */
function cutNarrative(sentence: string, isItem: boolean): string {
  if (isItem && sentence !== '' && startsWithDemand(sentence)) return sentence;
  const request = sentence.search(A_REQUEST);
  return request >= 0 ? sentence.slice(request) : '';
}

function startsWithDemand(sentence: string): boolean {
  const clause = splitClauses(sentence)[0]!;
  return readDemand(clause) !== null || BASIS.test(clause);
}

function splitSentence(sentence: string, asksWithout: boolean): ParsedAsk[] {
  const asks: ParsedAsk[] = [];
  const clauses = splitClauses(sentence);
  let verb = asksWithout && !clauses.some((clause) => readDemand(clause) || BASIS.exec(clause)?.[2]) ? UNSPOKEN_VERB : null;
  let prefix = '';
  for (const clause of clauses) {
    const basis = BASIS.exec(clause);
    if (basis) for (const object of splitList(basis[1]!.replace(BASIS_TAIL, ''))) asks.push({ verb: BASIS_VERB, object });
    const demanded = basis ? (basis[2] === undefined ? null : { verb: basis[2], object: basis[3]! }) : readDemand(clause);
    if (basis && !demanded) continue;
    if (demanded) verb = demanded.verb;
    if (verb === null) continue;
    const object = (demanded?.object ?? clause).replace(/^(?:以及|及|并|和|[：:])/, '').trim();
    if (CONDITION.test(object) || ADVERBIAL.test(object)) prefix += `${object}，`;
    else if (object !== '') {
      asks.push(...divideDemand(verb, prefix, object));
      prefix = '';
    }
  }
  if (prefix !== '' && verb !== null) asks.push({ verb, object: prefix.slice(0, -1) });
  return asks;
}

/** The verb a clause asks with and its object: the verb stands at the clause's start, or behind 就…, 对…, 从… and the like. */
function readDemand(clause: string): ParsedAsk | null {
  const lead = LEADING_WORDS.exec(clause)![0].length;
  const isInverted = DEMAND_PREPOSITION.test(clause.slice(lead, lead + 2));
  for (const match of clause.slice(0, lead + LONGEST_LEAD).matchAll(VERB_IN_CLAUSE)) {
    if (lead < match.index && !isInverted) return null;
    return { verb: match[1]!, object: clause.slice(match.index + match[1]!.length) };
  }
  return null;
}

/** Clauses between commas outside brackets and quotes, and before 并说明 and the like. */
function splitClauses(sentence: string): string[] {
  const clauses: string[] = [];
  for (const part of splitOutside(sentence, '，,')) clauses.push(...part.split(JOINED_DEMAND));
  return clauses.map((clause) => clause.trim()).filter((clause) => clause !== '');
}

function divideDemand(verb: string, prefix: string, object: string): ParsedAsk[] {
  const introduced = FIELD_INTRODUCTION.exec(object);
  const head = object
    .slice(0, introduced ? introduced.index : object.length)
    .replace(/^[：:]|[：:（(]$/g, '')
    .trim();
  const fields = introduced ? splitList(object.slice(introduced.index + introduced[0].length).replace(/等[^、，]{0,8}$/, '')) : [];
  const heads = introduced ? [head] : divide(verb, head);
  return [...heads, ...fields].filter((text) => text !== '').map((text) => ({ verb, object: prefix + text }));
}

/** A list of short nouns is a list of demanded fields; anything with 是否 (of a related party excepted) or 原因, or with a noun of its own behind 的, is one thing. */
function divide(verb: string, object: string): string[] {
  const [first, ...others] = splitList(object.replace(/等(?:情况|信息|内容)?$/, ''));
  const isPlain =
    first !== undefined &&
    others.length >= 2 &&
    others.every((entry) => entry.length <= 20 && (RELATED_PARTY.test(entry) || !/(?<!标)的|[在与]/.test(entry)));
  const isHeaded = FIELD_VERB.test(verb) || /的[^的]{2,10}$/.test(first ?? '');
  return isPlain && isHeaded && !UNDIVIDED.test(object) ? [first, ...others] : [object];
}

function splitList(text: string): string[] {
  return splitOutside(text, '、')
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '');
}

/** Splits at any of `separators` that is not inside brackets, book-title marks or quotes. */
function splitOutside(text: string, separators: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let from = 0;
  for (let at = 0; at < text.length; at++) {
    const character = text.charAt(at);
    if ('（(《“‘'.includes(character)) depth++;
    else if ('）)》”’'.includes(character)) depth = Math.max(0, depth - 1);
    else if (depth === 0 && separators.includes(character) && !isInNumber(text, at)) {
      parts.push(text.slice(from, at));
      from = at + 1;
    }
  }
  parts.push(text.slice(from));
  return parts;
}

function isInNumber(text: string, at: number): boolean {
  return text.charAt(at) === ',' && /\d/.test(text.charAt(at - 1)) && /\d/.test(text.charAt(at + 1));
}
