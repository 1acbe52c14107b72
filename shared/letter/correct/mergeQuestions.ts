import type { ItemId } from '../../domain/ids';
import type { Item, Question, Verification } from '../../domain/letter';
import { getInlineText, type Section } from '../../domain/reply';
import type { Corrected, LetterStructure } from './correction';
import { chooseNumber } from './printedLabel';
import { sortByQuestion } from './splitQuestion';

/**
 * Joins a question with the next one, whose printed label becomes text again. Its items (a number that is taken gets the next free one), asks, links,
 * requests to verify and sections go over; sections nobody has written in are left out where the first question has their like. A heading over the
 * second goes to the question that then begins its part.
 */
export function mergeQuestions(structure: LetterStructure, question: Question): Corrected {
  const at = structure.questions.indexOf(question);
  const next = structure.questions[at + 1];
  if (!next) return { refused: 'reason.noNextQuestion' };
  const items: Item[] = [...question.items];
  for (const item of next.items)
    items.push({
      ...item,
      no: chooseNumber(
        item.no,
        items.map(({ no }) => no),
      ),
    });
  const nextIds = next.items.map(({ itemId }) => itemId);
  const merged: Question = {
    ...question,
    text: `${question.text}\n${next.label}${next.text}`,
    items,
    verifications: joinVerifications(
      question.verifications,
      next.verifications.map((one) => narrow(one, nextIds)),
    ),
  };
  const { questionId } = question;
  const over = <Row extends { questionId: Question['questionId'] }>(row: Row): Row =>
    row.questionId === next.questionId ? { ...row, questionId } : row;
  const order = structure.questions.map((one) => one.questionId);
  const ownFirst = (asks: LetterStructure['asks']) => [
    ...asks.filter(({ itemId }) => itemId === null),
    ...asks.filter(({ itemId }) => itemId !== null),
  ];
  const asks = structure.asks.map(over);
  return {
    structure: {
      questions: keepHeading(structure.questions.toSpliced(at, 2, merged), at + 1, next.partHeading),
      asks: sortByQuestion(
        [...asks.filter((ask) => ask.questionId !== questionId), ...ownFirst(asks.filter((ask) => ask.questionId === questionId))],
        order,
      ),
      links: structure.links.map((link) =>
        link.questionId === next.questionId && link.itemId === null && nextIds.length === 1
          ? { ...over(link), itemId: nextIds[0]! }
          : over(link),
      ),
      replies: joinReplies(structure, question, next, nextIds),
      figures: structure.figures.map(over),
    },
  };
}

/** The questions with a heading above the one at a place, unless that begins a part of its own or there is none. */
function keepHeading(questions: readonly Question[], at: number, partHeading: string | null): Question[] {
  return questions.map((question, place) => (place === at && question.partHeading === null ? { ...question, partHeading } : question));
}

/** What was for the whole second question is for its items now. */
function narrow<Scoped extends { itemIds: ItemId[] }>(scoped: Scoped, itemIds: ItemId[]): Scoped {
  return scoped.itemIds.length === 0 ? { ...scoped, itemIds } : scoped;
}

/** One request a role and words: the same sentence on both reaches both. */
function joinVerifications(first: readonly Verification[], second: readonly Verification[]): Verification[] {
  const joined = [...first];
  for (const one of second) {
    const at = joined.findIndex((other) => other.role === one.role && other.text === one.text);
    if (at < 0) joined.push(one);
    else if (joined[at]!.itemIds.length > 0) joined[at] = { ...joined[at]!, itemIds: [...joined[at]!.itemIds, ...one.itemIds] };
  }
  return joined;
}

function joinReplies(structure: LetterStructure, question: Question, next: Question, nextIds: ItemId[]): LetterStructure['replies'] {
  const sectionsOf = ({ questionId }: Question) => structure.replies.find((reply) => reply.questionId === questionId)?.sections ?? [];
  const own = sectionsOf(question);
  const hasLike = (section: Section) => own.some(({ role, verifier }) => role === section.role && verifier === section.verifier);
  const added = sectionsOf(next).filter((section) => isWritten(section) || !hasLike(section));
  const sections = [...own, ...added.map((section) => narrow(section, nextIds))];
  return structure.replies
    .filter(({ questionId }) => questionId !== next.questionId)
    .map((reply) => (reply.questionId === question.questionId ? { ...reply, sections } : reply));
}

/** Whether somebody has written in a section: more than its headings. */
export function isWritten({ blocks }: Section): boolean {
  return blocks.some((block) => block.type !== 'heading' && (!('inlines' in block) || getInlineText(block.inlines).trim() !== ''));
}
