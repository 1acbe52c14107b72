import type { ReadPart } from '../../domain/dataTable';
import type { Place } from '../../domain/place';
import { splitHead, splitTail } from './draftFrame';
import type { AskedQuestion, DraftSink, DraftSplit } from './draftSplit';
import { findQuestions } from './findQuestions';
import { findHeadingLevel, splitLabel } from './headings';
import { createBlocks } from './createBlocks';
import { listPartHeadings, splitOffHeadings, takePartHeadings } from './partHeadings';
import { findSectionHeading } from './sectionHeadings';
import { splitQuestion } from './splitQuestion';
import { unframeQuestions } from './unframeQuestions';
import { type Message, message } from '../../domain/message';

/** Characters of a paragraph a warning quotes. */
const QUOTE_LENGTH = 20;

/**
 * Cuts an existing reply along the letter's questions: head, for each question its repeated text and the reply in sections, and the sign-off.
 * Nothing of the input is lost or changed; what fits nowhere is in `unplaced`, each with a warning.
 */
export function splitDraft(given: readonly ReadPart[], questions: readonly AskedQuestion[]): DraftSplit {
  const parts = splitOffHeadings(unframeQuestions(given, questions), questions);
  const headings = listPartHeadings(questions);
  const split: Omit<DraftSplit, 'head' | 'tail'> = { replies: [], tables: [], unplaced: [], warnings: [] };
  const sink = createSink(split);
  const starts = findQuestions(parts, questions);
  const found = starts.filter((entry): entry is { question: AskedQuestion; start: number } => entry.start !== null);
  for (const { question, start } of starts) {
    if (start !== null) continue;
    split.warnings.push({
      code: 'question-not-in-draft',
      message: message('warning.question-not-in-draft', { no: question.no }),
      place: null,
    });
  }
  const firstStart = found[0]?.start ?? parts.length;
  const before = parts.slice(0, firstStart);
  const leaveBefore = (part: ReadPart) => sink.leaveUnplaced(part, 'before-first-question', message('warning.unplaced-before'));
  const first = found[0]?.question;
  let above = first ? takePartHeadings(before, headings.get(first.questionId)!) : [];
  const over = first && above.length === 0 ? takeStrayHeading(before, first) : [];
  const head = splitHead(before, leaveBefore);
  for (const part of over) leaveBefore(part);
  const { rest, tail, after } = splitTail(parts.slice(firstStart));
  const lines = rest.length + firstStart;
  const fileMarksHeadings = parts.some((part) => part.type === 'paragraph' && part.outline !== undefined && part.outline > 1);
  for (const [index, { question, start }] of found.entries()) {
    const end = Math.min(found[index + 1]?.start ?? lines, lines);
    const own = parts.slice(start, end);
    const next = end < lines ? found[index + 1]!.question : null;
    const nextAbove = next ? takePartHeadings(own, headings.get(next.questionId)!) : [];
    const between = next && nextAbove.length === 0 ? takeStrayHeading(own, question) : [];
    const reply = splitQuestion(own, question, fileMarksHeadings, sink);
    split.replies.push({ ...reply, heading: [...above.map(({ text, place }) => ({ text, place })), ...reply.heading] });
    above = nextAbove;
    for (const part of between) sink.leaveUnplaced(part, 'between-questions', message('warning.unplaced-between'));
  }
  for (const part of after) sink.leaveUnplaced(part, 'after-sign-off', message('warning.unplaced-after'));
  return { head, tail, ...split };
}

/** Takes the heading off the end that stands over the questions to come (二、关于财务会计) though the letter has none; not one of the reply's own. */
function takeStrayHeading(parts: ReadPart[], question: AskedQuestion): ReadPart[] {
  const last = parts.at(-1);
  const isHeading = last?.type === 'paragraph' && splitLabel(last.text).level === 2 && findHeadingLevel(last, false) === 2;
  return isHeading && findSectionHeading(last.text, question) === null ? [parts.pop()!] : [];
}

function createSink(split: Omit<DraftSplit, 'head' | 'tail'>): DraftSink {
  const addTable: DraftSink['addTable'] = (part) => {
    split.tables.push(part.table);
    return { type: 'table', table: split.tables.length - 1, ...(part.bookmarks && { bookmarks: part.bookmarks }) };
  };
  return {
    addTable,
    leaveUnplaced(part, code, why) {
      split.unplaced.push(...(part.type === 'table' ? [addTable(part)] : createBlocks(part, null)));
      split.warnings.push({ code, message: message('warning.unplaced', { why, quote: quote(part) }), place: getPlace(part) });
    },
  };
}

function quote(part: ReadPart): Message | string {
  if (part.type === 'table') return message('warning.unplaced-table');
  if (part.text === '') return message('warning.unplaced-picture');
  return part.text.length > QUOTE_LENGTH ? `“${part.text.slice(0, QUOTE_LENGTH)}…”` : `“${part.text}”`;
}

function getPlace(part: ReadPart): Place {
  return part.type === 'table' ? part.table.place : part.place;
}
