import {
  ADMONITION,
  ALL_QUESTIONS,
  ANSWERABLE_REQUEST,
  ASKING_START,
  BRACKETED_HEADING,
  CLOSING_FAREWELL,
  DEADLINE,
  PART_OF_REPLY,
  PREAMBLE_END,
  PREAMBLE_REQUEST,
  REQUEST_TO_COMPANY,
  RETURN_DUTY,
  SALUTATION,
} from './dictionary';
import { findAskedParts, type TextSpan } from './askedParts';
import { findBestChain } from './markerChain';
import { countBefore, findMarkers, findReplyMarks, findRequests, type Marker } from './markers';
import { findRepeatedHeadings } from './repeatedHeadings';

/** A question's label and the places of its text: one part, or several where a reply answers item by item. Without numbers the label is empty. */
export type QuestionSpan = { value: number; label: string; partHeading: string | null; parts: TextSpan[] };

/**
 * How a text falls into questions. `isAddressed` says that it has a salutation, `lead` is what introduces the questions, `closing` what stands behind
 * the last question of a letter; both are empty for a reply.
 */
export type Segmentation = {
  questions: QuestionSpan[];
  isReply: boolean;
  isAddressed: boolean;
  lead: string;
  closing: string;
  /** A heading over questions (三、其他) below which none follows; null when there is none. */
  idleHeading: string | null;
};

const SALUTATION_RANGE = 4000;
const HEADING_LENGTH = 60;
const LEAD_LENGTH = 400;
const LONGEST_SENTENCE = 2000;

/** Cuts a normalised letter, or a reply that restates its letter, into questions as asked. */
export function segmentQuestions(text: string): Segmentation {
  const bodyStart = findBodyStart(text);
  const isAddressed = bodyStart > 0;
  const requests = findRequests(text).filter((at) => at >= bodyStart);
  const replies = findReplyMarks(text).filter((at) => at >= bodyStart);
  const answered = replies.length === 0 ? [] : chooseChain(text, bodyStart, requests, replies);
  if (answered.length > 0) {
    const headings = findRepeatedHeadings(text, answered, replies, bodyStart);
    const questions = answered.map((marker, at) => {
      const end = answered[at + 1]?.start ?? text.length;
      return labelOf(text, marker, findAskedParts(text, marker.end, end, replies), headings[at]!);
    });
    return { questions, isReply: true, isAddressed, lead: '', closing: '', idleHeading: null };
  }
  const chain = chooseChain(text, bodyStart, requests, []);
  const first = chain[0];
  const closingStart = findClosing(text, chain[chain.length - 1]?.end ?? bodyStart, chain.length > 0);
  const closing = text.slice(closingStart);
  if (!first) {
    const body = text.slice(bodyStart, closingStart);
    const questions = asksForAnswer(body)
      ? [{ value: 1, label: '', partHeading: null, parts: [{ start: bodyStart, end: closingStart }] }]
      : [];
    return { questions, isReply: false, isAddressed, lead: '', closing, idleHeading: null };
  }
  const sections = first.style !== 'chinese' ? findMarkers(text, 'chinese').filter((marker) => marker.weight >= 2) : [];
  const starts = [...chain.slice(1).map((marker) => marker.start), closingStart];
  const ends = chain.map((marker, at) => cutSectionHeading(text, marker.end, starts[at]!, sections));
  const leadStart = Math.max(bodyStart, first.start - LEAD_LENGTH);
  const firstHeading = printHeading(text.slice(cutSectionHeading(text, leadStart, first.start, sections), first.start));
  const headings = [firstHeading, ...ends.map((end, at) => printHeading(text.slice(end, starts[at]!)))];
  const questions = chain.map((marker, at) => labelOf(text, marker, [{ start: marker.end, end: ends[at]! }], headings[at]!));
  const idleHeading = headings[chain.length]!;
  return { questions, isReply: false, isAddressed, lead: text.slice(leadStart, first.start), closing, idleHeading };
}

/** A letter without numbers is one question when one of its sentences requests an answer, not only good conduct. */
function asksForAnswer(body: string): boolean {
  return body.split(/[。\n]/).some((sentence) => {
    const words = sentence.slice(0, LONGEST_SENTENCE);
    return !ADMONITION.test(words) && ANSWERABLE_REQUEST.test(words.replace(/信息披露|披露义务/g, ''));
  });
}

/** Where the text behind the salutation begins; 0 when there is none. */
function findBodyStart(text: string): number {
  const salutation = SALUTATION.exec(text.slice(0, SALUTATION_RANGE));
  return salutation ? salutation.index + salutation[0].length : 0;
}

function chooseChain(text: string, from: number, requests: readonly number[], replies: readonly number[]): Marker[] {
  const evidence = { requests, replies };
  const headsAnswer = ({ end }: Marker) => {
    const line = text.slice(end, end + HEADING_LENGTH).split('\n')[0]!;
    return replies.length > 0 && line.length < HEADING_LENGTH && !line.includes('。') && PART_OF_REPLY.test(line.trim());
  };
  const find = (style: Marker['style']) => findMarkers(text, style).filter((marker) => marker.start >= from && !headsAnswer(marker));
  const named = findBestChain(find('named'), evidence);
  if (named.length > 0 && isAsked(text, named, requests)) return named;
  const arabicMarkers = find('arabic');
  const arabic = findBestChain(arabicMarkers, evidence);
  const chinese = findBestChain(find('chinese'), evidence);
  const arabicAsked = arabic.length > 0 && isAsked(text, arabic, requests);
  const chineseAsked = chinese.length > 0 && isAsked(text, chinese, requests);
  if (!chineseAsked && !arabicAsked) {
    const ordinal = findBestChain(find('ordinal'), evidence);
    return ordinal.length > 1 && isAsked(text, ordinal, requests) ? ordinal : [];
  }
  if (!chineseAsked || !arabicAsked) return arabicAsked ? arabic : chinese;
  if (arabic[0]!.start < chinese[0]!.start || chinese.length === 1) return arabic;
  const sectionStarts = chinese.map((marker) => marker.start);
  const sectionOf = (marker: Pick<Marker, 'start'>) => countBefore(sectionStarts, marker.start);
  // Lists in answers begin anew too: where the numbers have answers of their own, only what is asked below a heading counts.
  const isAnswered = arabic.every(({ start }) => findNext(replies, start) <= findNext(sectionStarts, start));
  const isAsking = ({ start }: Marker) => !isAnswered || findNext(replies, sectionStarts[sectionOf({ start }) - 1] ?? 0) > start;
  const restarts = new Set(arabicMarkers.filter((marker) => marker.value === 1 && marker.weight >= 2 && isAsking(marker)).map(sectionOf));
  const reached = new Set(arabic.map(sectionOf));
  return restarts.size < 2 && reached.size >= 2 ? arabic : chinese;
}

/** The first of the sorted `places` behind `at`; infinity when there is none, as for a letter's replies. */
function findNext(places: readonly number[], at: number): number {
  return places[countBefore(places, at + 1)] ?? Infinity;
}

/** A list of facts is numbered too: questions are led in by a request, or most of them hold one. */
function isAsked(text: string, chain: readonly Marker[], requests: readonly number[]): boolean {
  const first = chain[0]!;
  if (chain.length === 1 && (first.value !== 1 || first.weight < 3)) return false;
  const lead = text.slice(Math.max(0, first.start - 160), first.start).trimEnd();
  const sentence = lead.slice(Math.max(lead.lastIndexOf('。'), lead.lastIndexOf('\n')) + 1);
  if (PREAMBLE_END.test(sentence) || (/[：:]$/.test(sentence) && sentence.includes('请')) || PREAMBLE_REQUEST.test(lead)) return true;
  const holding = chain.filter((marker, at) => {
    const end = chain[at + 1]?.start ?? text.length;
    return countBefore(requests, marker.end) < countBefore(requests, end) || ASKING_START.test(text.slice(marker.end, marker.end + 80));
  });
  return holding.length * 2 > chain.length;
}

function labelOf(text: string, marker: Marker, parts: TextSpan[], partHeading: string | null): QuestionSpan {
  return { value: marker.value, label: text.slice(marker.start, marker.end).trim(), partHeading, parts };
}

/** What stands between two questions and belongs to neither, a line for each level; null for nothing. */
function printHeading(between: string): string | null {
  const lines = between.split('\n').map((line) => line.trim());
  return lines.filter((line) => line !== '').join('\n') || null;
}

/** Running numbers under headings 一、 二、: a heading that follows a question is not part of it. */
function cutSectionHeading(text: string, start: number, end: number, sections: readonly Marker[]): number {
  const starts = sections.map((marker) => marker.start);
  const section = sections[countBefore(starts, end) - 1];
  if (!section || section.start <= start) {
    const bracketed = BRACKETED_HEADING.exec(text.slice(start, end));
    const isFirstLabel = bracketed && !/[（(][一二三四五六七八九十]{1,3}[)）]/.test(text.slice(start, start + bracketed.index));
    return isFirstLabel ? start + bracketed.index : end;
  }
  // A list within the question has its first entries there too.
  if (sections.some((other) => other.start > start && other.start < section.start)) return end;
  const heading = text.slice(section.start, end).trim();
  return heading.length <= HEADING_LENGTH && !heading.slice(0, -1).includes('。') && !heading.includes('请') ? section.start : end;
}

/** Where the closing of a letter begins: the first sentence behind the last question, or its number, that sets the deadline, reminds or takes leave. */
function findClosing(text: string, from: number, isNumbered: boolean): number {
  for (const match of text.slice(from).matchAll(/(?:^|[\n。；！])[ \n]*/g)) {
    const start = from + match.index + match[0].length;
    if (start === from && isNumbered) continue;
    if (isClosingSentence(text.slice(start, start + 240))) return from + match.index + (/[。；！]/.test(match[0]) ? 1 : 0);
  }
  return text.length;
}

function isClosingSentence(ahead: string): boolean {
  if (CLOSING_FAREWELL.some((pattern) => pattern.test(ahead))) return true;
  const addressed = REQUEST_TO_COMPANY.exec(ahead);
  if (!addressed) return false;
  const sentence = /^[^。\n]*/.exec(ahead)![0].slice(addressed[0].length);
  const deadline = DEADLINE.exec(sentence);
  const before = (deadline ? sentence.slice(0, deadline.index) : sentence)
    .replace(RETURN_DUTY, '')
    .replace(ALL_QUESTIONS, '')
    .replace(/信息披露/g, '');
  if (/说明|披露|结合|列示|补充|核实/.test(before)) return false;
  return deadline !== null || RETURN_DUTY.test(sentence);
}
