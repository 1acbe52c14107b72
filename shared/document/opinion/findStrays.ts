import type { ReadPart } from '../../domain/dataTable';
import { squeeze } from '../draft/compareText';
import type { AskedQuestion } from '../draft/draftSplit';
import { REPLY_LABEL } from '../draft/draftTerms';
import { findQuestions, readQuestionHeading } from '../draft/findQuestions';
import { splitOffHeadings } from '../draft/partHeadings';
import { QUESTION } from '../filingWords';

/** A question as a firm's document numbers it: under another number than the letter's (`no`), or one the letter does not ask (`no` null). */
export type StrayQuestion = { no: string | null; theirNo: string; text: string };

/** A firm's document with the letter's numbers, and without questions the letter does not have. */
export type NumberedParts = { parts: ReadPart[]; strays: StrayQuestion[] };

const LONGEST_HEADING = 80;

/**
 * Puts the letter's numbers over questions a firm has numbered for itself, and takes out those the letter does not ask, with what is said under them.
 * `isOurs` tells a heading of the company's own statement.
 */
export function findStrays(
  given: readonly ReadPart[],
  questions: readonly AskedQuestion[],
  isOurs: (text: string) => boolean,
): NumberedParts {
  const parts = splitOffHeadings(given, questions);
  const found = new Map(
    findQuestions(parts, questions).flatMap(({ question, start }) => (start === null ? [] : [[start, question.no] as const])),
  );
  const numbered = [...parts];
  const strays: StrayQuestion[] = [];
  const kept: ReadPart[] = [];
  for (let at = 0; at < numbered.length; at++) {
    const part = numbered[at]!;
    const heading = found.has(at) ? null : readHeading(part);
    const no = found.get(at + 1);
    if (heading !== null && no !== undefined && part.type === 'paragraph') {
      strays.push({ no, theirNo: heading.no, text: part.text });
      kept.push({ ...part, text: QUESTION + no });
      continue;
    }
    const end = heading === null || isOurs(squeeze(part.type === 'paragraph' ? part.text : '')) ? null : findEnd(numbered, at, found);
    if (heading === null || end === null) {
      kept.push(part);
      continue;
    }
    strays.push({ no: null, theirNo: heading.no, text: readQuestion(numbered.slice(at, end)) });
    at = end - 1;
  }
  return { parts: kept, strays };
}

function readHeading(part: ReadPart): { no: string } | null {
  return part.type === 'paragraph' && part.text.length <= LONGEST_HEADING ? readQuestionHeading(part.text) : null;
}

/** Where what stands under a heading ends, when there is a 回复： under it: at the next question. */
function findEnd(parts: readonly ReadPart[], heading: number, found: ReadonlyMap<number, string>): number | null {
  let isAnswered = false;
  for (let at = heading + 1; at < parts.length; at++) {
    const part = parts[at]!;
    if (found.has(at) || (readHeading(part) !== null && found.has(at + 1))) return isAnswered ? at : null;
    if (part.type !== 'paragraph') continue;
    if (REPLY_LABEL.test(part.text)) isAnswered = true;
    else if (isAnswered && readHeading(part) !== null) return at;
  }
  return isAnswered ? parts.length : null;
}

/** The question itself, up to its reply. */
function readQuestion(parts: readonly ReadPart[]): string {
  const texts = parts.flatMap((part) => (part.type === 'paragraph' ? [part.text] : []));
  return texts
    .slice(
      0,
      texts.findIndex((text) => REPLY_LABEL.test(text)),
    )
    .join('\n');
}
