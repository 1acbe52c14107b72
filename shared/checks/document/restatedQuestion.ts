import { resembles, squeeze, trimEnd } from '../../document/draft/compareText';
import { readQuestionHeading } from '../../document/draft/findQuestions';
import { splitLabel } from '../../document/draft/headings';
import type { Finding } from '../../domain/finding';
import type { Question } from '../../domain/letter';
import { message } from '../../domain/message';
import { compareQuestion, type VerbatimDifference } from '../../letter/verbatim';

const MOST_NAMED = 3;
const LONGEST_NAMED = 24;

type Asked = Pick<Question, 'questionId' | 'no' | 'title' | 'text'>;

/**
 * The question as the imported draft repeats it against the letter: an error where it says something else, a note where only width, blanks, wraps or
 * labels differ. Its own heading before it is none of it. An end that is left out is a doubt, unless `below`, the paragraphs of the reply, repeats it
 * item by item.
 */
export function checkRestatedQuestion(question: Asked, restated: string, below: readonly string[]): Finding[] {
  const differences = compareRestated(question, restated);
  if (differences.length === 0) return findLeftOut(question, restated, below);
  const meant = differences.filter(({ kind }) => kind === 'meaning');
  const { questionId, no } = question;
  const first = (meant[0] ?? differences[0]!).restated.trim();
  return [
    {
      rule: 'question-restated',
      ...(meant.length > 0
        ? {
            severity: 'error',
            message: message('finding.question-restated', {
              no,
              count: meant.length,
              differences: meant.slice(0, MOST_NAMED).map(nameDifference),
            }),
          }
        : { severity: 'note', message: message('finding.question-restated-format', { no }) }),
      expected: null,
      stated: meant.map(({ asked, restated: words }) => `${shorten(asked)}→${shorten(words)}`).join('；') || null,
      places: [{ questionId, text: shorten(first === '' ? restated : first) }],
    },
  ];
}

/** Lines of an end the draft leaves out that its reply repeats nowhere. */
function findLeftOut(question: Asked, restated: string, below: readonly string[]): Finding[] {
  const last = compareQuestion(question.text, restated).at(-1);
  if (!last || last.kind === 'format' || !isEndLeftOut(last, question.text, restated)) return [];
  const repeated = below.map((text) => trimEnd(squeeze(splitLabel(text.trim()).rest)));
  const missing = last.asked.split('\n').filter((line) => {
    const asked = trimEnd(squeeze(splitLabel(line.trim()).rest));
    return asked !== '' && !repeated.some((text) => text.includes(asked) || resembles(asked, text));
  });
  const { questionId, no } = question;
  return missing.map((line) => ({
    rule: 'question-cut-short',
    severity: 'warning',
    message: message('finding.question-cut-short', { no, words: shorten(line.trim()) }),
    expected: null,
    stated: line.trim(),
    places: [{ questionId, text: shorten(line.trim()) }],
  }));
}

/** Differences of a question as a draft repeats it; those of labels alone are `format`. */
function compareRestated(question: Asked, restated: string): VerbatimDifference[] {
  const differences = comparePart(question, question.text, restated);
  if (differences.every(({ kind }) => kind === 'format')) return differences;
  const unlabelled = comparePart(question, leaveLabels(question.text), leaveLabels(restated));
  if (unlabelled.some(({ kind }) => kind === 'meaning')) return differences;
  return differences.map((difference) => ({ ...difference, kind: 'format' }));
}

/** Differences within the part that is repeated. */
function comparePart(question: Asked, asked: string, restated: string): VerbatimDifference[] {
  return compareQuestion(asked, restated).filter((difference) => {
    const { kind, askedAt, restatedAt, asked: words, restated: others } = difference;
    const begins = squeeze(asked.slice(0, askedAt) + restated.slice(0, restatedAt)) === '';
    const ends = squeeze(restated.slice(restatedAt + others.length)) === '';
    if (kind === 'format') return !((begins || ends) && squeeze(words + others) === '');
    if (begins && isHeading(words, question) && isHeading(others, question)) return false;
    return !isEndLeftOut(difference, asked, restated);
  });
}

function isEndLeftOut(
  { askedAt, restatedAt, asked: words, restated: others }: VerbatimDifference,
  asked: string,
  restated: string,
): boolean {
  return others === '' && squeeze(asked.slice(askedAt + words.length) + restated.slice(restatedAt)) === '';
}

/** Nothing, a label or the question's title. */
function isHeading(text: string, { title }: Asked): boolean {
  const rest = squeeze(readQuestionHeading(text.trim())?.rest ?? splitLabel(text.trim()).rest);
  return rest === '' || rest === squeeze(title ?? '');
}

function leaveLabels(text: string): string {
  return text
    .split('\n')
    .map((line) => splitLabel(line.trim()).rest)
    .join('\n');
}

function nameDifference({ asked, restated }: VerbatimDifference, index: number) {
  const words = { asked: shorten(asked), restated: shorten(restated) };
  if (restated === '') return message(index === 0 ? 'finding.left-out' : 'finding.also-left-out', words);
  if (asked === '') return message(index === 0 ? 'finding.put-in' : 'finding.also-put-in', words);
  return message(index === 0 ? 'finding.written-as' : 'finding.also-written-as', words);
}

function shorten(text: string): string {
  return text.length > LONGEST_NAMED ? `${text.slice(0, LONGEST_NAMED)}…` : text;
}
