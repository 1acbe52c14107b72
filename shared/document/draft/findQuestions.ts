import type { ReadPart } from '../../domain/dataTable';
import { NUMERAL, QUESTION_NOUNS } from '../../letter/dictionary';
import { readNumeral } from '../../letter/numerals';
import { resembles, squeeze } from './compareText';
import type { AskedQuestion } from './draftSplit';
import { CONTENTS_STYLE, REPLY_LABEL } from './draftTerms';
import { splitLabel } from './headings';

/** Where the parts that belong to a question begin; null when the draft does not have it. */
export type QuestionStart = { question: AskedQuestion; start: number | null };

const LONGEST_NOUN_FIRST = QUESTION_NOUNS.toSorted((a, b) => b.length - a.length).join('|');
const QUESTION_HEADING = new RegExp(
  `^【?\\s*(?:${LONGEST_NOUN_FIRST})\\s*第?\\s*(${NUMERAL})\\s*题?\\s*】?\\s*[、:：.．。]?\\s*([\\s\\S]*)$`,
);
/** Paragraphs after a heading within which the question has to be repeated, or answered. */
const NEAR = 3;
const WITHIN_REACH = 40;
/** Characters by which the beginning of a question is told. */
const OPENING = 24;

/** The number and the rest of a heading such as 问题 3：关于存货; null for any other text. */
export function readQuestionHeading(text: string): { no: string; rest: string } | null {
  const match = QUESTION_HEADING.exec(text);
  const number = match ? readNumeral(match[1]!) : null;
  return match && number !== null ? { no: String(number), rest: match[2]! } : null;
}

/** Finds each question of the letter in the draft, in the letter's order: by its repeated text, else by its number and a 回复： after it. */
export function findQuestions(parts: readonly ReadPart[], questions: readonly AskedQuestion[]): QuestionStart[] {
  const keys = parts.map((part) => (part.type === 'paragraph' && !CONTENTS_STYLE.test(part.style ?? '') ? squeeze(part.text) : ''));
  const starts: QuestionStart[] = [];
  let from = 0;
  for (const question of questions) {
    const start = findRepeated(parts, keys, question, from);
    starts.push({ question, start });
    if (start !== null) from = start + 1;
  }
  fillByNumber(parts, keys, starts);
  return starts;
}

function findRepeated(parts: readonly ReadPart[], keys: readonly string[], question: AskedQuestion, from: number): number | null {
  const lines = question.text.split('\n').map(squeeze);
  for (let i = from; i < parts.length; i++) {
    const text = getText(parts[i]!, keys[i]!);
    if (text === '') continue;
    if (opensQuestion(squeeze(splitLabel(text).rest), lines) || opensQuestion(keys[i]!, lines)) return i;
    if (!isHeadingOf(text, question)) continue;
    const rest = readQuestionHeading(text)?.rest ?? '';
    if (opensQuestion(squeeze(rest), lines)) return i;
    for (let near = i + 1; near <= i + NEAR && near < parts.length; near++) {
      const following = getText(parts[near]!, keys[near]!);
      if (opensQuestion(keys[near]!, lines) || opensQuestion(squeeze(splitLabel(following).rest), lines)) return i;
      // One heading right after another is a table of contents.
      if (readQuestionHeading(following)) break;
    }
  }
  return null;
}

function getText(part: ReadPart, key: string): string {
  return part.type === 'paragraph' && key !== '' ? part.text : '';
}

function isHeadingOf(text: string, question: AskedQuestion): boolean {
  const heading = readQuestionHeading(text);
  if (heading) return heading.no === question.no;
  return question.title !== null && resembles(squeeze(splitLabel(text).rest), squeeze(question.title));
}

/** True when a squeezed paragraph is the beginning of the question's text, whole or cut, or nearly so. */
function opensQuestion(key: string, lines: readonly string[]): boolean {
  const first = lines[0] ?? '';
  if (key.length < 8) return first.length > 0 && key === first;
  const whole = lines.join('');
  return key.startsWith(whole.slice(0, OPENING)) || whole.startsWith(key.slice(0, OPENING)) || resembles(key, first);
}

/** Questions whose text the draft does not repeat: a heading with the number and a 回复： soon after, between the neighbours already found. */
function fillByNumber(parts: readonly ReadPart[], keys: readonly string[], starts: QuestionStart[]): void {
  for (const [index, entry] of starts.entries()) {
    if (entry.start !== null) continue;
    const after = starts.slice(0, index).findLast((other) => other.start !== null)?.start ?? -1;
    const before = starts.slice(index + 1).find((other) => other.start !== null)?.start ?? parts.length;
    for (let i = after + 1; i < before; i++) {
      const text = getText(parts[i]!, keys[i]!);
      if (readQuestionHeading(text)?.no === entry.question.no && isAnswered(parts, i, before)) {
        entry.start = i;
        break;
      }
    }
  }
}

function isAnswered(parts: readonly ReadPart[], heading: number, before: number): boolean {
  for (let i = heading + 1; i < Math.min(before, heading + WITHIN_REACH); i++) {
    const part = parts[i]!;
    if (part.type !== 'paragraph') continue;
    if (readQuestionHeading(part.text)?.rest === '') return false;
    if (REPLY_LABEL.test(part.text)) return true;
  }
  return false;
}
