import { ASK_VERB, VERIFIER_TERMS } from './dictionary';
import { countBefore } from './markers';
import { ARABIC_DIGIT, CHINESE_DIGIT, readNumeral } from './numerals';

/** A stretch of text, `end` exclusive. */
export type TextSpan = { start: number; end: number };

const LABEL = `[（(] ?([${ARABIC_DIGIT}]{1,2}|[${CHINESE_DIGIT}]{1,3}) ?[)）]`;
const LABELS = new RegExp(`(?:^|\\n|[：；。]) ?${LABEL}`, 'g');
const LABELLED_PARAGRAPH = new RegExp(`\\n ?${LABEL}`, 'g');
const REQUEST_PARAGRAPH = /\n请[^\n]{2,200}(?=\n|$)/g;
const HAS_VERIFIER = new RegExp(`^\\n请[^，。；]{0,20}?(?:${VERIFIER_TERMS.map(([term]) => term).join('|')})`);
const LONGEST_ITEM = 1500;
const MOST_PARAGRAPHS = 3;

/**
 * What a reply restates of a question between `start` and `end`: all before the first answer, and, where items are answered one by one, each
 * next item that stands directly before a further reply mark. Items restated a second time are left out.
 */
export function findAskedParts(text: string, start: number, end: number, replies: readonly number[]): TextSpan[] {
  const first = countBefore(replies, start);
  const parts: TextSpan[] = [{ start, end: Math.min(replies[first] ?? end, end) }];
  let last = readLastLabel(text.slice(start, parts[0]!.end));
  for (let at = first + 1; last !== null && at < replies.length && replies[at]! < end; at++) {
    const item = findItemBefore(text, Math.max(replies[at - 1]!, replies[at]! - LONGEST_ITEM), replies[at]!, last + 1);
    if (!item) continue;
    parts.push(item);
    last++;
  }
  return parts.length > 1 ? [...parts, ...findLaterRequests(text, parts, end)].sort((a, b) => a.start - b.start) : parts;
}

/** Requests to verifiers that stand behind the answers to the items: paragraphs of their own that begin with 请. */
function findLaterRequests(text: string, parts: readonly TextSpan[], end: number): TextSpan[] {
  const from = parts[0]!.end;
  const found: TextSpan[] = [];
  for (const match of text.slice(from, end).matchAll(REQUEST_PARAGRAPH)) {
    const start = from + match.index + 1;
    const isRestated = parts.some((part) => start >= part.start && start < part.end);
    if (!isRestated && HAS_VERIFIER.test(match[0])) found.push({ start, end: from + match.index + match[0].length });
  }
  return found;
}

function readLastLabel(asked: string): number | null {
  let last: number | null = null;
  for (const match of asked.matchAll(LABELS)) last = readNumeral(match[1]!);
  return last;
}

function findItemBefore(text: string, from: number, reply: number, value: number): TextSpan | null {
  const window = text.slice(from, reply);
  let start = -1;
  for (const match of window.matchAll(LABELLED_PARAGRAPH)) if (readNumeral(match[1]!) === value) start = match.index + 1;
  if (start < 0) return null;
  const item = window.slice(start).trim();
  return item.split('\n').length <= MOST_PARAGRAPHS && ASK_VERB.test(item) ? { start: from + start, end: reply } : null;
}
