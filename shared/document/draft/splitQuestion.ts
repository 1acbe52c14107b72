import type { ReadPart } from '../../domain/dataTable';
import { sliceRuns } from '../../domain/readRun';
import { resembles, squeeze, trimEnd } from './compareText';
import type { AskedQuestion, DraftReply, DraftSink } from './draftSplit';
import { REPLY_LABEL } from './draftTerms';
import { readQuestionHeading } from './findQuestions';
import { splitLabel } from './headings';
import { repeatsItem } from './repeatsItem';
import { findSectionHeading } from './sectionHeadings';
import { splitSections } from './splitSections';
import { message } from '../../domain/message';

type Paragraph = Extract<ReadPart, { type: 'paragraph' }>;

/** Strange parts inside or after the repeated question that are taken for something the letter does not have; with more of them the reply has begun. */
const LONGEST_GAP = 3;

/** Cuts the parts of one question into its heading, its repeated text, the reply label and the sections of the reply. */
export function splitQuestion(
  parts: readonly ReadPart[],
  question: AskedQuestion,
  fileMarksHeadings: boolean,
  sink: DraftSink,
): DraftReply {
  const reply: DraftReply = { questionId: question.questionId, no: question.no, heading: [], restated: [], replyLabel: null, sections: [] };
  const asked = new AskedText(question);
  const repeated: Paragraph[] = [];
  let at = 0;
  for (;;) {
    const next = findNext(parts, at, asked, question);
    if (next === null) break;
    for (; at < next; at++) {
      sink.leaveUnplaced(parts[at]!, 'between-question-and-reply', message('warning.unplaced-in-question', { no: question.no }));
    }
    const part = parts[at] as Paragraph;
    const { text, place, bookmarks } = part;
    const paragraph = { text, place, ...(bookmarks && { bookmarks }) };
    // The title may stand in the heading and once more at the beginning of the text.
    const isTitle = reply.heading.length === 0 && reply.restated.length === 0 && isTitleOnly(text, question);
    const exact = isTitle ? null : asked.take(text);
    if (exact !== null) {
      reply.restated.push({ ...paragraph, exact });
      repeated.push(part);
    } else if (reply.restated.length === 0 && isHeading(text, question)) {
      reply.heading.push(paragraph);
      asked.passTitle(text);
    } else break;
    at++;
  }
  const rest = parts.slice(at);
  const answered = countAnsweredBelow(repeated, rest, question);
  if (answered > 0) {
    reply.restated.splice(-answered);
    reply.sections = splitSections([...repeated.slice(-answered), ...rest], question, fileMarksHeadings, sink);
    return reply;
  }
  const first = rest[0];
  const match = first?.type === 'paragraph' ? REPLY_LABEL.exec(first.text) : null;
  if (first?.type === 'paragraph' && match) {
    const [, label = '', text = ''] = match;
    reply.replyLabel = { text: label, place: first.place };
    rest.shift();
    const runs = first.runs && sliceRuns(first.runs, first.text.length - text.length, first.text.length);
    if (text !== '' || first.pictures || first.charts) rest.unshift({ ...first, text, ...(runs && { runs }) });
  }
  reply.sections = splitSections(rest, question, fileMarksHeadings, sink);
  return reply;
}

/**
 * How many items at the end of the repeated question head their own answer, where a reply goes item by item (（1）…【回复】…（2）…【回复】…): the items
 * behind the last repeated one are repeated further down, those before the reply are not.
 */
function countAnsweredBelow(repeated: readonly Paragraph[], rest: readonly ReadPart[], question: AskedQuestion): number {
  const repeats = ({ text }: Paragraph, item: AskedQuestion['items'][number]) => repeatsItem(text, item);
  const start = repeated.findLastIndex((part) => !question.items.some((item) => repeats(part, item))) + 1;
  const heads = repeated.slice(start);
  if (heads.length === 0) return 0;
  const below = rest.filter((part) => part.type === 'paragraph');
  const [above, others] = [true, false].map((isAbove) =>
    question.items.filter((item) => heads.some((part) => repeats(part, item)) === isAbove),
  ) as [AskedQuestion['items'], AskedQuestion['items']];
  const isBelow = (item: AskedQuestion['items'][number]) => below.some((part) => repeats(part, item));
  return others.some(isBelow) && !above.some(isBelow) ? heads.length : 0;
}

/** Index of the next paragraph that is repeated from the letter, a heading of the question, or 回复：; null where the reply has begun without one. */
function findNext(parts: readonly ReadPart[], from: number, asked: AskedText, question: AskedQuestion): number | null {
  for (let i = from; i < parts.length && i <= from + LONGEST_GAP; i++) {
    const part = parts[i]!;
    if (part.type !== 'paragraph') continue;
    if (REPLY_LABEL.test(part.text) || asked.find(part.text) || (i === from && isHeading(part.text, question))) return i;
    if (findSectionHeading(part.text, question)) return null;
  }
  return null;
}

function isTitleOnly(text: string, question: AskedQuestion): boolean {
  if (isLabel(text, question)) return true;
  const heading = readQuestionHeading(text);
  if (heading && heading.no !== question.no) return false;
  const rest = trimEnd(squeeze(heading?.rest ?? splitLabel(text).rest));
  return rest === '' || (question.title !== null && rest === trimEnd(squeeze(question.title)));
}

/** The letter's own label, alone or before the question's title: 问题1.2. */
function isLabel(text: string, { label, title }: AskedQuestion): boolean {
  const [key, own] = [text, label].map((one) => trimEnd(squeeze(one))) as [string, string];
  return own !== '' && key.startsWith(own) && [title ?? '', ''].map(squeeze).includes(key.slice(own.length).replace(/^[、:.]/, ''));
}

function isHeading(text: string, question: AskedQuestion): boolean {
  if (isLabel(text, question)) return true;
  if (readQuestionHeading(text)?.no === question.no) return true;
  const rest = squeeze(splitLabel(text).rest);
  return rest === '' || (question.title !== null && resembles(rest, squeeze(question.title)));
}

/** The letter's text of a question, taken in from front to back as the draft repeats it. */
class AskedText {
  private readonly whole: string;
  private readonly lines: string[];
  private taken = 0;

  constructor(question: AskedQuestion) {
    this.lines = question.text.split('\n').map(squeeze);
    this.whole = this.lines.join('');
  }

  /** Passes the first line where a heading holds all of it: what follows goes on behind it. */
  passTitle(heading: string): void {
    const first = this.lines[0] ?? '';
    const rests = [readQuestionHeading(heading)?.rest ?? heading, splitLabel(heading).rest].map(squeeze);
    if (this.taken === 0 && first !== '' && rests.includes(first)) this.taken = first.length;
  }

  /** Takes the text a paragraph repeats: true when exact, false when nearly so; null when it repeats nothing that is still to come. */
  take(text: string): boolean | null {
    const found = this.find(text);
    if (!found) return null;
    this.taken = found.end;
    return found.exact;
  }

  /** Where the text a paragraph repeats ends in the question. */
  find(text: string): { end: number; exact: boolean } | null {
    const keys = [text, splitLabel(text).rest, readQuestionHeading(text)?.rest ?? ''].map(squeeze).filter((key) => key !== '');
    for (const key of keys) {
      const start = this.whole.indexOf(key, this.taken);
      // A short text must go on exactly where the last one ended; a long one is its own proof.
      if (start >= 0 && (key.length >= 8 || start === this.taken)) return { end: start + key.length, exact: true };
    }
    let end = 0;
    for (const line of this.lines) {
      end += line.length;
      if (end > this.taken && keys.some((key) => resembles(key, line))) return { end, exact: false };
    }
    const rest = this.whole.slice(this.taken);
    return keys.some((key) => resembles(key, rest)) ? { end: this.whole.length, exact: false } : null;
  }
}
