import type { ReadPart } from '../../domain/dataTable';
import { NUMERAL, QUESTION_NOUNS } from '../../letter/dictionary';
import { readNumeral } from '../../letter/numerals';
import { resembles, squeeze, trimEnd } from './compareText';
import type { AskedQuestion } from './draftSplit';
import { CONTENTS_STYLE, REPLY_LABEL } from './draftTerms';
import { splitLabel } from './headings';

/** Where the parts that belong to a question begin; null when the draft does not have it. */
export type QuestionStart = { question: AskedQuestion; start: number | null };

const LONGEST_NOUN_FIRST = QUESTION_NOUNS.toSorted((a, b) => b.length - a.length).join('|');
const QUESTION_HEADING = new RegExp(
  `^【?\\s*(?:${LONGEST_NOUN_FIRST})\\s*第?\\s*(${NUMERAL})(?!\\d|\\s*[.．]\\s*\\d{1,2}(?![\\d.．]|\\s*(?:年|月|亿|万|元|%|％)))\\s*题?\\s*】?\\s*[、:：.．。]?\\s*([\\s\\S]*)$`,
);
/** Paragraphs after a heading within which the question has to be repeated, or answered. */
const NEAR = 3;
const WITHIN_REACH = 40;
/** Characters by which the beginning of a question is told. */
const OPENING = 24;
const SHORTEST_PROOF = 8;
const ENDS = 4;
/** 问题1.2, which no number of a heading says. */
const TWOFOLD_LABEL = /\d\s*[.．]\s*\d/;

/** The number and the rest of a heading such as 问题 3：关于存货; null for any other text. */
export function readQuestionHeading(text: string): { no: string; rest: string } | null {
  const match = QUESTION_HEADING.exec(text);
  const number = match ? readNumeral(match[1]!) : null;
  return match && number !== null ? { no: String(number), rest: match[2]! } : null;
}

/** A paragraph as it is compared: squeezed whole, without its label, and as a question's heading. */
type Line = { key: string; unlabelled: string; heading: { no: string; rest: string } | null };

/** Finds each question of the letter in the draft, in the letter's order: by its repeated text, else by its number and a 回复： after it. */
export function findQuestions(parts: readonly ReadPart[], questions: readonly AskedQuestion[]): QuestionStart[] {
  const overParts = listHeadingKeys(questions);
  const twofold = questions.flatMap(({ no, label }) => (TWOFOLD_LABEL.test(label) ? [{ no, label: trimEnd(squeeze(label)) }] : []));
  const lines = parts.map((part) => readLine(part, overParts, twofold));
  const starts: QuestionStart[] = [];
  let from = 0;
  for (const question of questions) {
    const start = findRepeated(lines, question, from);
    starts.push({ question, start });
    if (start !== null) from = start + 1;
  }
  fillByNumber(parts, lines, starts);
  return starts;
}

/** Headings over several questions as `squeeze` compares them. What a question itself begins with is none of them, whatever else it heads. */
function listHeadingKeys(questions: readonly AskedQuestion[]): Set<string> {
  const openings = new Set(questions.flatMap(({ title, text }) => [squeeze(title ?? ''), squeeze(text.split('\n')[0]!)]));
  const headings = questions.flatMap(({ partHeading }) => partHeading?.split('\n') ?? []);
  // A number Word made may be lost.
  const keys = headings.flatMap((heading) => [squeeze(heading), squeeze(splitLabel(heading).rest)]);
  return new Set(keys.filter((key) => !openings.has(key)));
}

/** Null for tables, pictures, a table of contents and headings over several questions. */
function readLine(part: ReadPart, overParts: ReadonlySet<string>, twofold: readonly { no: string; label: string }[]): Line | null {
  if (part.type !== 'paragraph' || CONTENTS_STYLE.test(part.style ?? '')) return null;
  const key = squeeze(part.text);
  if (key === '' || overParts.has(key)) return null;
  const labelled = twofold.find(({ label }) => key.startsWith(label) && !/^\d/.test(key.slice(label.length)));
  const heading = labelled ? { no: labelled.no, rest: key.slice(labelled.label.length) } : readQuestionHeading(part.text);
  return {
    key,
    unlabelled: squeeze(splitLabel(part.text).rest),
    heading: heading && { no: heading.no, rest: squeeze(heading.rest).replace(/^[、:.]/, '') },
  };
}

function findRepeated(lines: readonly (Line | null)[], question: AskedQuestion, from: number): number | null {
  const asked = readAsked(question);
  for (let i = from; i < lines.length; i++) {
    const line = lines[i];
    if (!line) continue;
    if (opensQuestion(line.unlabelled, asked) || opensQuestion(line.key, asked)) return i;
    if (!isHeadingOf(line, question.no, asked)) continue;
    if (line.heading && opensQuestion(line.heading.rest, asked)) return i;
    for (let near = i + 1; near <= i + NEAR && near < lines.length; near++) {
      const following = lines[near];
      if (!following) continue;
      if (opensQuestion(following.key, asked) || opensQuestion(following.unlabelled, asked)) return i;
      // One heading right after another is a table of contents.
      if (following.heading) break;
    }
  }
  return null;
}

type Asked = { first: string; whole: string; title: string | null };

function readAsked(question: AskedQuestion): Asked {
  const lines = question.text.split('\n').map(squeeze);
  return { first: lines[0] ?? '', whole: lines.join(''), title: question.title === null ? null : squeeze(question.title) };
}

function isHeadingOf(line: Line, no: string, asked: Asked): boolean {
  if (line.heading) return line.heading.no === no;
  return asked.title !== null && resembles(line.unlabelled, asked.title);
}

/** True when a squeezed paragraph is the beginning of the question's text, whole or cut, or nearly so. */
function opensQuestion(key: string, { first, whole }: Asked): boolean {
  if (key.length < SHORTEST_PROOF) return first.length > 0 && key === first;
  if (key.startsWith(whole.slice(0, OPENING)) || whole.startsWith(key.slice(0, OPENING))) return true;
  // The full comparison is for a sentence altered in one place, so one of its ends is as it was.
  const sameEnd = key.slice(0, ENDS) === first.slice(0, ENDS) || key.slice(-ENDS) === first.slice(-ENDS);
  return sameEnd && resembles(key, first);
}

/** Questions whose text the draft does not repeat: a heading with the number and a 回复： soon after, between the neighbours already found. */
function fillByNumber(parts: readonly ReadPart[], lines: readonly (Line | null)[], starts: QuestionStart[]): void {
  for (const [index, entry] of starts.entries()) {
    if (entry.start !== null) continue;
    const after = starts.slice(0, index).findLast((other) => other.start !== null)?.start ?? -1;
    const before = starts.slice(index + 1).find((other) => other.start !== null)?.start ?? lines.length;
    for (let i = after + 1; i < before; i++) {
      if (lines[i]?.heading?.no !== entry.question.no || !isAnswered(parts, lines, i, before)) continue;
      entry.start = i;
      break;
    }
  }
}

function isAnswered(parts: readonly ReadPart[], lines: readonly (Line | null)[], heading: number, before: number): boolean {
  for (let i = heading + 1; i < Math.min(before, heading + WITHIN_REACH); i++) {
    const part = parts[i]!;
    if (part.type !== 'paragraph') continue;
    if (lines[i]?.heading?.rest === '') return false;
    if (REPLY_LABEL.test(part.text)) return true;
  }
  return false;
}
