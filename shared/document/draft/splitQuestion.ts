import type { ReadPart } from '../../domain/dataTable';
import { resembles, squeeze } from './compareText';
import type { AskedQuestion, DraftReply, DraftSink } from './draftSplit';
import { REPLY_LABEL } from './draftTerms';
import { readQuestionHeading } from './findQuestions';
import { splitLabel } from './headings';
import { findSectionHeading } from './sectionHeadings';
import { splitSections } from './splitSections';

/** Strange paragraphs between a question and 回复： that are taken for an altered question; with more of them the reply began without a label. */
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
  let at = 0;
  for (; at < parts.length; at++) {
    const part = parts[at]!;
    if (part.type !== 'paragraph' || REPLY_LABEL.test(part.text)) break;
    const exact = asked.takeRestated(part.text);
    if (exact !== null) reply.restated.push({ text: part.text, place: part.place, exact });
    else if (reply.restated.length === 0 && isHeading(part.text, question)) reply.heading.push({ text: part.text, place: part.place });
    else break;
  }
  const label = findLabel(parts, at, question);
  for (; at < label; at++) {
    sink.leaveUnplaced(parts[at]!, 'between-question-and-reply', `问题 ${question.no} 的题干与回复之间有问询函中没有的内容，未放入回复`);
  }
  const rest = parts.slice(at);
  const first = rest[0];
  const match = first?.type === 'paragraph' ? REPLY_LABEL.exec(first.text) : null;
  if (first?.type === 'paragraph' && match) {
    const [, label = '', text = ''] = match;
    reply.replyLabel = { text: label, place: first.place };
    rest.shift();
    if (text !== '' || first.pictures) rest.unshift({ ...first, text });
  }
  reply.sections = splitSections(rest, question, fileMarksHeadings, sink);
  return reply;
}

/** Index of 回复： when it comes soon; else `from`, where the reply begins without one. */
function findLabel(parts: readonly ReadPart[], from: number, question: AskedQuestion): number {
  for (let i = from; i < parts.length && i <= from + LONGEST_GAP; i++) {
    const part = parts[i]!;
    if (part.type !== 'paragraph') continue;
    if (REPLY_LABEL.test(part.text)) return i;
    if (findSectionHeading(part.text, question)) return from;
  }
  return from;
}

function isHeading(text: string, question: AskedQuestion): boolean {
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

  /** True or false (exact or nearly) when the paragraph repeats text not yet taken; null when it is something else. */
  takeRestated(text: string): boolean | null {
    const candidates = [text, splitLabel(text).rest, readQuestionHeading(text)?.rest ?? ''].map(squeeze).filter((key) => key !== '');
    for (const key of candidates) {
      const found = this.whole.indexOf(key, this.taken);
      // A short text must go on exactly where the last one ended; a long one is its own proof.
      if (found >= 0 && (key.length >= 8 || found === this.taken)) {
        this.taken = found + key.length;
        return true;
      }
    }
    let lineEnd = 0;
    for (const line of this.lines) {
      lineEnd += line.length;
      if (lineEnd > this.taken && candidates.some((key) => resembles(key, line))) {
        this.taken = lineEnd;
        return false;
      }
    }
    const rest = this.whole.slice(this.taken);
    if (candidates.some((key) => resembles(key, rest))) {
      this.taken = this.whole.length;
      return false;
    }
    return null;
  }
}
