import type { LetterHeader, ParsedItem, ParsedLetter, ParsedQuestion } from '../domain/letter';
import { message } from '../domain/message';
import { splitAsks } from './asks';
import { REORGANISATION, REQUEST_TO_ANSWER, STANDING_DUTY } from './dictionary';
import { parseHeader } from './header';
import { findItems, type ItemSpan } from './items';
import { normaliseLetterText } from './normalise';
import { recordCleanings } from './recordCleanings';
import { type QuestionSpan, type Segmentation, segmentQuestions } from './segmentQuestions';
import { findTitle } from './titles';
import { type FoundVerification, findVerifications, type Verifications } from './verifications';
import { nameVerifiers, type VerifierNames } from './verifierNames';

const HEAD_LENGTH = 4000;
const TITLE_LENGTH = 600;
const VERIFIER_SCAN = 200_000;

/**
 * Reads an inquiry letter, bare questions, or a reply that restates its letter, from plain text. Never throws; a text that is no letter
 * gives no questions and a problem `not-a-letter`, one that asks nothing `no-questions`, an empty one `empty`.
 */
export function parseLetter(text: string): ParsedLetter {
  const { text: clean, truncated } = normaliseLetterText(text);
  const problems: ParsedLetter['problems'] = [];
  if (truncated) problems.push({ code: 'truncated', message: message('warning.letter-truncated'), line: null });
  if (clean.trim() === '') problems.push({ code: 'empty', message: message('warning.letter-empty'), line: null });
  const segmentation = segmentQuestions(clean);
  const header = parseHeader(text, clean, segmentation.lead, segmentation.closing);
  const cleaned = [...describeLetterNo(header), ...describeIdleHeading(segmentation), ...recordCleanings(text, clean)];
  if (problems.some(({ code }) => code === 'empty')) return { header, questions: [], problems, cleaned };
  if (!isLetter(clean, header, segmentation)) {
    problems.push({ code: 'not-a-letter', message: message('warning.not-a-letter'), line: null });
    return { header, questions: [], problems, cleaned };
  }
  const questions = readQuestions(clean, segmentation, header.kind);
  if (questions.length === 0) problems.push({ code: 'no-questions', message: message('warning.no-questions'), line: null });
  return { header, questions, problems, cleaned };
}

/**
 * Reads what a regulator said and somebody wrote down: questions where the words are numbered or ask, else all of them as one question. There is no
 * header to read.
 */
export function parseFeedback(words: string): ParsedQuestion[] {
  const { text: clean } = normaliseLetterText(words);
  const segmentation = segmentQuestions(clean);
  if (segmentation.questions.length > 0) return readQuestions(clean, segmentation, null);
  const whole = { value: 1, label: '', partHeading: null, parts: [{ start: 0, end: clean.length }] };
  return readQuestions(clean, { ...segmentation, questions: [whole] }, null);
}

function readQuestions(clean: string, segmentation: Segmentation, kind: string | null): ParsedQuestion[] {
  const isReorganisation = REORGANISATION.test(kind ?? '') || REORGANISATION.test(clean.slice(0, TITLE_LENGTH));
  const verifiers = nameVerifiers(clean.slice(0, VERIFIER_SCAN), isReorganisation);
  const questions = segmentation.questions.map((span) => readQuestion(clean, span, verifiers));
  const around = [segmentation.lead, segmentation.closing].flatMap((part) =>
    findVerifications(part, null, [], verifiers).found.filter(({ text }) => !STANDING_DUTY.test(text)),
  );
  const tail = cutClosingRequest(questions, verifiers);
  return spreadVerifications(questions, [...around, ...tail]);
}

/** A letter number's spaces and brackets are repaired in the header; in the text it stands as printed. */
function describeLetterNo({ letterNo, letterNoRaw }: LetterHeader): ParsedLetter['cleaned'] {
  if (letterNo === null || letterNoRaw === null || letterNo === letterNoRaw) return [];
  return [{ kind: 'letterNo', line: null, page: null, original: letterNoRaw, kept: letterNo }];
}

/** A heading over questions below which none follows stands in the letter alone. */
function describeIdleHeading({ idleHeading }: Segmentation): ParsedLetter['cleaned'] {
  return idleHeading === null ? [] : [{ kind: 'partHeading', line: null, page: null, original: idleHeading, kept: '' }];
}

/** Known by its name or number with a salutation or requests, or by questions put to a company near its beginning. */
function isLetter(clean: string, header: LetterHeader, segmentation: Segmentation): boolean {
  const asked = segmentation.questions.length > 0;
  if (segmentation.isReply) return true;
  if (header.kind !== null || header.letterNo !== null) return segmentation.isAddressed || asked;
  return asked && REQUEST_TO_ANSWER.test(clean.slice(0, HEAD_LENGTH));
}

/** The sentence behind the last question that asks for verification of other questions belongs to those, not to the last one's text. */
function cutClosingRequest(questions: QuestionInReading[], verifiers: VerifierNames): FoundVerification[] {
  const last = questions[questions.length - 1];
  const tail = last?.found.find(({ start, text, namedQuestions }) => {
    const isLastSentence = start > 0 && last.text.length - start - text.length < 3;
    return isLastSentence && namedQuestions.some((no) => no !== last.no);
  });
  if (!last || !tail) return [];
  const body = last.text.slice(0, tail.start);
  questions[questions.length - 1] = { ...last, ...readBody(body, last.no, verifiers) };
  return last.found.filter((entry) => entry.start >= tail.start);
}

/** A question with the requests to verify found in it, before those that name other questions are entered there. */
type QuestionInReading = Omit<ParsedQuestion, 'verifications'> & Verifications;

function readQuestion(clean: string, span: QuestionSpan, verifiers: VerifierNames): QuestionInReading {
  const no = String(span.value);
  return { no, label: span.label, partHeading: span.partHeading, ...readBody(readParts(clean, span), no, verifiers) };
}

function readParts(clean: string, span: QuestionSpan): string {
  return span.parts.map(({ start, end }) => clean.slice(start, end).trim()).join('\n');
}

function readBody(body: string, no: string, verifiers: VerifierNames): Omit<QuestionInReading, 'no' | 'label' | 'partHeading'> {
  const text = body.trim();
  const spans = findItems(text);
  const { found, sentences } = findVerifications(text, no, spans, verifiers);
  return {
    title: findTitle(text),
    text,
    items: spans.map((item) => readItem(text, item, found, sentences)),
    asks: splitAsks(cutSentences(text, 0, spans[0]?.start ?? text.length, sentences)),
    found,
    sentences,
  };
}

/** What verifiers are asked is kept as verifications, not as asks of the company. */
function cutSentences(text: string, from: number, to: number, sentences: Verifications['sentences']): string {
  let rest = '';
  let at = from;
  for (const { start, end } of sentences) {
    if (end <= from || start >= to) continue;
    rest += text.slice(at, Math.max(start, at));
    at = Math.max(at, end);
  }
  return rest + text.slice(at, to);
}

/** An item ends where a request to verify the whole question begins. */
function readItem(text: string, span: ItemSpan, found: readonly FoundVerification[], sentences: Verifications['sentences']): ParsedItem {
  const no = String(span.value);
  const closing = found.find(({ start, items, citesItems }) => {
    const isBehind = start > span.start && start < span.end;
    return isBehind && (citesItems || !items.includes(no) || text.charAt(start - 1) === '\n');
  });
  const end = closing ? closing.start : span.end;
  const asks = splitAsks(cutSentences(text, span.labelEnd, end, sentences), true);
  return { no, label: span.label, text: text.slice(span.labelEnd, end).trim(), asks };
}

/**
 * Enters a request that names other questions on each of them. A numbered question that is nothing but such a request keeps it and names
 * the others in `reach`. `around` holds requests of the preamble and the closing, which reach every question when they name none.
 */
function spreadVerifications(questions: readonly QuestionInReading[], around: readonly FoundVerification[]): ParsedQuestion[] {
  const numbers = new Set(questions.map(({ no }) => no));
  const result: ParsedQuestion[] = questions.map(({ found, sentences: _sentences, ...question }) => ({
    ...question,
    verifications: found.filter((entry) => !entry.namedQuestions.some((no) => numbers.has(no))).map(toParsed),
  }));
  questions.forEach((question, at) => {
    const isClosingQuestion = at > 0 && question.label !== '' && question.items.length === 0 && isOnlyRequests(question);
    if (isClosingQuestion) result[at]!.verifications = question.found.map((entry) => withReach(entry, reachOf(entry, questions, at)));
    else for (const entry of question.found) enterOnNamed(result, entry);
  });
  for (const entry of around) {
    if (entry.namedQuestions.length > 0) enterOnNamed(result, entry);
    else for (const question of result) enter(question, entry);
  }
  return result;
}

function isOnlyRequests({ text, sentences }: QuestionInReading): boolean {
  const requested = sentences.reduce((length, { start, end }) => length + end - start, 0);
  return requested > 0 && text.length - requested < 12;
}

function reachOf(entry: FoundVerification, questions: readonly QuestionInReading[], at: number): string[] {
  const others = questions.filter((_, other) => other !== at).map(({ no }) => no);
  if (entry.namedQuestions.length > 0) return others.filter((no) => entry.namedQuestions.includes(no));
  return entry.reachesBack ? questions.slice(0, at).map(({ no }) => no) : [];
}

function withReach(entry: FoundVerification, reach: string[]): ParsedQuestion['verifications'][number] {
  return reach.length > 0 ? { ...toParsed(entry), reach } : toParsed(entry);
}

function enterOnNamed(questions: readonly ParsedQuestion[], entry: FoundVerification): void {
  for (const question of questions) if (entry.namedQuestions.includes(question.no)) enter(question, entry);
}

function enter(question: ParsedQuestion, entry: FoundVerification): void {
  const items = question.items.map(({ no }) => no).filter((no) => entry.items.includes(no));
  const scope = items.length === question.items.length ? [] : items;
  const same = question.verifications.find((other) => other.role === entry.role);
  if (!same) question.verifications.push({ ...toParsed(entry), items: scope });
  else same.items = scope.length > 0 && same.items.length > 0 ? [...new Set([...same.items, ...scope])] : [];
}

function toParsed({ role, items, text }: FoundVerification): ParsedQuestion['verifications'][number] {
  return { role, items, text };
}
