import type { QuestionId } from '../../domain/ids';
import type { ReferencePlace } from './listPlaces';
import { REFERENCE_WORDS } from './referenceWords';

/** Characters of a paragraph cited, where no mark of punctuation ends its first clause sooner. */
const LONGEST_CLAUSE = 24;

/** Where a reference stands. */
export type Standpoint = { questionId: QuestionId; position: number };

/**
 * The words of a reference as read at its place: 问题 3, 问题 3（2）, 上表, 下图, 上文“（1）…”, 问题 3之“（1）…”. Of several tables before or behind it only
 * the nearest is 上表 or 下表; others are named by their number. What belongs to the reply to another letter is named with that.
 */
export function sayReference(place: ReferencePlace, from: Standpoint, places: readonly ReferencePlace[]): string {
  const { kind, text, ordinal } = place;
  const own = places.find(({ questionId }) => questionId === from.questionId);
  const isOfLetter = own === undefined || own.letterId === place.letterId;
  const question = isOfLetter ? place.question : `${REFERENCE_WORDS.earlier(place.letter)}${place.question}`;
  const isOwn = place.questionId === from.questionId;
  const where = isOwn ? REFERENCE_WORDS.own : question;
  switch (kind) {
    case 'question':
      return question;
    case 'item':
      return `${where}${text}`;
    case 'table':
    case 'figure': {
      const noun = REFERENCE_WORDS[kind];
      if (isOwn && isNearest(place, from, places))
        return `${place.position < from.position ? REFERENCE_WORDS.above : REFERENCE_WORDS.below}${noun}`;
      return `${where}${REFERENCE_WORDS.ordinal(ordinal)}${noun}`;
    }
    case 'heading':
    case 'paragraph': {
      const quoted = `“${kind === 'heading' ? text.replaceAll(/[“”]/g, '') : takeClause(text)}”`;
      if (!isOwn) return `${question}${REFERENCE_WORDS.of}${quoted}`;
      return `${place.position < from.position ? REFERENCE_WORDS.textAbove : REFERENCE_WORDS.textBelow}${quoted}`;
    }
  }
}

function isNearest({ kind, position, target }: ReferencePlace, from: Standpoint, places: readonly ReferencePlace[]): boolean {
  if (position === from.position) return false;
  const isAbove = position < from.position;
  return !places.some(
    (other) =>
      other.kind === kind &&
      other.questionId === from.questionId &&
      other.target !== target &&
      (isAbove ? other.position > position && other.position < from.position : other.position < position && other.position > from.position),
  );
}

/** The first clause of a paragraph: enough to find it by. */
function takeClause(text: string): string {
  const clause = /^[^。；：，]*/.exec(text)?.[0] ?? '';
  return (clause === '' ? text : clause).slice(0, LONGEST_CLAUSE).replaceAll(/[“”]/g, '');
}

/** What is written around a reference that is put into plain text: 详见 before, 所示 behind a table. Nothing where the text before already leads to it. */
export function surroundReference(kind: ReferencePlace['kind'], before: string): { lead: string; tail: string } {
  if (REFERENCE_WORDS.leads.test(before)) return { lead: '', tail: '' };
  return kind === 'table' || kind === 'figure' ? REFERENCE_WORDS.shown : { lead: REFERENCE_WORDS.see, tail: '' };
}
