import { type ItemId, newId, type QuestionId } from '../../domain/ids';
import type { Ask, Item, Question, Verification } from '../../domain/letter';
import type { Section } from '../../domain/reply';
import type { Corrected, LetterStructure } from './correction';
import { locateItems } from './itemPlaces';
import { chooseNumber, readPrintedLabel } from './printedLabel';

/**
 * Cuts a question in two at an offset of its text. Items, and what hangs on them, go with their words; links, sections and requests to verify that
 * are for the whole question stay with the first part, unless their own words stand in the second.
 */
export function splitQuestion(structure: LetterStructure, question: Question, at: number): Corrected {
  const [first, second] = [question.text.slice(0, at).trim(), question.text.slice(at).trim()];
  if (first === '' || second === '') return { refused: 'reason.nothingToSplit' };
  const places = locateItems(question);
  const moved = new Set(places.filter(({ start }) => start >= at).map(({ item }) => item.itemId));
  const cut = places.find(({ start, end }) => start < at && at < end);
  const beginsWithItem = places.some(({ start }) => start >= at && question.text.slice(at, start).trim() === '');
  const label = beginsWithItem ? null : readPrintedLabel('question', second);
  const taken = structure.questions.map(({ no }) => no);
  const questionId = newId<'question'>();
  const stay = (item: Item): Item => (item === cut?.item ? { ...item, text: question.text.slice(cut.textStart, at).trim() } : item);
  const splitVerifications = divideVerifications(question.verifications, moved, { first, second: label?.rest ?? second });
  const before: Question = {
    ...question,
    text: first,
    items: question.items.filter(({ itemId }) => !moved.has(itemId)).map(stay),
    verifications: splitVerifications.first,
  };
  const behind: Question = {
    questionId,
    no: chooseNumber(label?.no ?? String(Number(question.no) + 1), taken),
    label: label?.label ?? '',
    title: null,
    partHeading: null,
    text: label?.rest ?? second,
    status: 'toWrite',
    owner: question.owner,
    items: question.items.filter(({ itemId }) => moved.has(itemId)),
    verifications: splitVerifications.second,
  };
  return { structure: moveBehind(structure, before, behind, moved) };
}

function moveBehind(structure: LetterStructure, before: Question, behind: Question, moved: ReadonlySet<ItemId>): LetterStructure {
  const { questionId } = before;
  const follows = (itemId: ItemId | null) => itemId !== null && moved.has(itemId);
  const asks = structure.asks.map((ask) => {
    const isBehind = ask.questionId === questionId && (follows(ask.itemId) || standsOnlyIn(ask, behind.text, before.text));
    return isBehind ? { ...ask, questionId: behind.questionId, itemId: follows(ask.itemId) ? ask.itemId : null } : ask;
  });
  const reply = structure.replies.find((one) => one.questionId === questionId);
  const { first, second } = divideSections(reply?.sections ?? [], moved);
  const shown = new Set(second.flatMap(({ blocks }) => blocks).flatMap(listFigures));
  const at = structure.questions.findIndex((question) => question.questionId === questionId);
  return {
    questions: structure.questions.toSpliced(at, 1, before, behind),
    asks: sortByQuestion(asks, structure.questions.map((question) => question.questionId).toSpliced(at + 1, 0, behind.questionId)),
    links: structure.links.map((link) => (follows(link.itemId) ? { ...link, questionId: behind.questionId } : link)),
    replies: structure.replies.flatMap((one) =>
      one.questionId === questionId
        ? [
            { ...one, sections: first },
            { questionId: behind.questionId, revision: 0, sections: second },
          ]
        : [one],
    ),
    figures: structure.figures.map((figure) => (shown.has(figure.figureId) ? { ...figure, questionId: behind.questionId } : figure)),
  };
}

/** Sections that answer moved items alone go with them; the others keep what is left of their items. */
function divideSections(sections: readonly Section[], moved: ReadonlySet<ItemId>): { first: Section[]; second: Section[] } {
  const first: Section[] = [];
  const second: Section[] = [];
  for (const section of sections) {
    const left = section.itemIds.filter((itemId) => !moved.has(itemId));
    if (section.itemIds.length > 0 && left.length === 0) second.push(section);
    else first.push({ ...section, itemIds: left });
  }
  return { first, second };
}

function divideVerifications(verifications: readonly Verification[], moved: ReadonlySet<ItemId>, texts: { first: string; second: string }) {
  const first: Verification[] = [];
  const second: Verification[] = [];
  for (const verification of verifications) {
    const [gone, left] = [verification.itemIds.filter((id) => moved.has(id)), verification.itemIds.filter((id) => !moved.has(id))];
    const isWhole = verification.itemIds.length === 0;
    const asked = verification.text.split('\n')[0]!;
    if (isWhole ? asked !== '' && texts.second.includes(asked) && !texts.first.includes(asked) : left.length === 0)
      second.push(verification);
    else {
      first.push({ ...verification, itemIds: left });
      if (gone.length > 0) second.push({ ...verification, verificationId: newId(), itemIds: gone });
    }
  }
  return { first, second };
}

/** Whether an ask's words stand in one part of a text and not in the other. */
export function standsOnlyIn(ask: Pick<Ask, 'object'>, part: string, other: string): boolean {
  return part.includes(ask.object) && !other.includes(ask.object);
}

/** Asks in the order of their questions; those of one question keep theirs, its own before its items'. */
export function sortByQuestion(asks: readonly Ask[], order: readonly QuestionId[]): Ask[] {
  const rank = new Map(order.map((questionId, at) => [questionId, at]));
  return asks.toSorted((one, other) => rank.get(one.questionId)! - rank.get(other.questionId)!);
}

function listFigures(block: Section['blocks'][number]) {
  if (!('inlines' in block)) return [];
  return block.inlines.flatMap((inline) => (inline.type === 'figure' ? [inline.figureId] : []));
}
