import type { ParsedItem, ParsedLetter, ParsedQuestion } from '../domain/letter';
import { splitAsks } from './asks';
import { REORGANISATION } from './dictionary';
import { parseHeader } from './header';
import { findItems, type ItemSpan } from './items';
import { normaliseLetterText } from './normalise';
import { type QuestionSpan, segmentQuestions } from './segmentQuestions';
import { findTitle } from './titles';
import { type FoundVerification, findVerifications } from './verifications';

const HEAD_LENGTH = 4000;

/**
 * Reads an inquiry letter, bare questions, or a reply that restates its letter, from plain text. Never throws; a text that is no letter
 * gives no questions and a problem `not-a-letter`, one that asks nothing `no-questions`, an empty one `empty`.
 */
export function parseLetter(text: string): ParsedLetter {
  const { text: clean, truncated } = normaliseLetterText(text);
  const problems: ParsedLetter['problems'] = [];
  if (truncated) problems.push({ code: 'truncated', message: '文件过长，仅读取了前 200 万字。', line: null });
  const segmentation = segmentQuestions(clean);
  const header = parseHeader(text, clean, clean.slice(segmentation.closing.start, segmentation.closing.end));
  if (clean.trim() === '') {
    problems.push({ code: 'empty', message: '文件中没有文字。', line: null });
    return { header, questions: [], problems };
  }
  const isLetter = header.kind !== null || segmentation.isReply || /请(?:你|贵)?公司/.test(clean);
  if (!isLetter) {
    problems.push({ code: 'not-a-letter', message: '没有找到函件的名称、文号，也没有向公司提出的问题：这可能不是监管函件。', line: null });
    return { header, questions: [], problems };
  }
  const isReorganisation =
    REORGANISATION.test(header.kind ?? '') || REORGANISATION.test(clean.slice(0, HEAD_LENGTH)) || clean.includes('独立财务顾问');
  const questions = segmentation.questions.map((span) => readQuestion(clean, span, isReorganisation));
  if (questions.length === 0) problems.push({ code: 'no-questions', message: '这份函件没有提出需要回复的问题。', line: null });
  return { header, questions: spreadVerifications(questions), problems };
}

type QuestionInReading = Omit<ParsedQuestion, 'verifications'> & { found: FoundVerification[] };

function readQuestion(clean: string, span: QuestionSpan, isReorganisation: boolean): QuestionInReading {
  const text = clean.slice(span.start, span.end).trim();
  const spans = findItems(text);
  const items = spans.map((item, at) => readItem(text, item, at === spans.length - 1));
  const asks = splitAsks(spans.length === 0 ? text : text.slice(0, spans[0]!.start));
  return {
    no: String(span.value),
    label: span.label,
    title: findTitle(text),
    text,
    items,
    asks,
    found: findVerifications(text, spans, isReorganisation),
  };
}

function readItem(text: string, span: ItemSpan, isLast: boolean): ParsedItem {
  const whole = text.slice(span.labelEnd, span.end).trim();
  const own = isLast ? whole.split('\n')[0]! : whole;
  return { no: String(span.value), label: span.label, text: own, asks: splitAsks(own) };
}

/** Enters a request that names other questions on each of them; a question that is nothing but such a request keeps it and names the others in `reach`. */
function spreadVerifications(questions: readonly QuestionInReading[]): ParsedQuestion[] {
  const result: ParsedQuestion[] = questions.map(({ found, ...question }) => ({
    ...question,
    verifications: found.filter((entry) => entry.namedQuestions.length === 0).map(toParsed),
  }));
  questions.forEach((question, at) => {
    for (const found of question.found) {
      const { namedQuestions } = found;
      if (namedQuestions.length === 0) continue;
      const entry = toParsed(found);
      const others = namedQuestions.filter((no) => no !== question.no && questions.some((other) => other.no === no));
      const isClosingQuestion = question.text.length < entry.text.length + 40;
      if (isClosingQuestion) addVerification(result[at]!, { ...entry, reach: others });
      else for (const target of result) if (namedQuestions.includes(target.no)) addVerification(target, entry);
    }
  });
  return result;
}

function addVerification(question: ParsedQuestion, entry: ParsedQuestion['verifications'][number]): void {
  if (!question.verifications.some((other) => other.role === entry.role && other.items.length === 0)) question.verifications.push(entry);
}

function toParsed({ role, items, text }: FoundVerification): ParsedQuestion['verifications'][number] {
  return { role, items, text };
}
