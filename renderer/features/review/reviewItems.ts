import type { Language } from '../../../shared/catalogue/defineWords';
import { sayRecord } from '../../../shared/catalogue/sayRecord';
import type { ChangeId, QuestionId } from '../../../shared/domain/ids';
import { getInlineText } from '../../../shared/domain/reply';
import type { ReviewAnchor, ReviewKind, ReviewPayload, ReviewState } from '../../../shared/domain/review';
import type { Result } from '../../../shared/ipc/contract';

/** A change with the remarks made in answer to it, oldest first. */
export type ReviewItem = { head: Reviewed; answers: Reviewed[] };
export type Reviewed = Result<'review:list'>[number];

/** What of the review is listed; null for all. */
export type ReviewFilter = {
  questionId: QuestionId | null;
  author: string | null;
  kind: ReviewKind | null;
  state: ReviewState | null;
};

/** Threads in the order of their first change; an answer whose change is gone stands by itself. */
export function toItems(review: readonly Reviewed[]): ReviewItem[] {
  const items = new Map<ChangeId, ReviewItem>();
  const answers: Reviewed[] = [];
  for (const one of review) {
    const { payload } = one.change;
    if (payload.kind === 'comment' && payload.replyTo !== null) answers.push(one);
    else items.set(one.change.changeId, { head: one, answers: [] });
  }
  for (const one of answers.sort((a, b) => (a.change.at < b.change.at ? -1 : 1))) {
    const { payload, changeId } = one.change;
    const head = payload.kind === 'comment' && payload.replyTo !== null ? items.get(payload.replyTo) : undefined;
    if (head) head.answers.push(one);
    else items.set(changeId, { head: one, answers: [] });
  }
  return [...items.values()];
}

/** The items a filter lets through. */
export function filterItems(items: readonly ReviewItem[], { questionId, author, kind, state }: ReviewFilter): ReviewItem[] {
  return items.filter(
    ({ head, answers }) =>
      (questionId === null || head.change.anchor.questionId === questionId) &&
      (author === null || [head, ...answers].some((one) => one.change.author === author)) &&
      (kind === null || head.change.payload.kind === kind) &&
      (state === null || head.state === state),
  );
}

/** Ids of suggestions that can be accepted or rejected together: open ones, figure requests left out, each of which needs a choice of its own. */
export function listDecidable(items: readonly ReviewItem[]): ChangeId[] {
  return items.flatMap(({ head: { change, state } }) =>
    state === 'open' && change.payload.kind !== 'comment' && change.payload.kind !== 'overrideFigure' ? [change.changeId] : [],
  );
}

/** The words a change takes away and those it brings; either may be empty. `about` names what stays and is changed. */
export function readWords(
  language: Language,
  payload: ReviewPayload,
  { quote, further = [] }: ReviewAnchor,
): { about?: string; before: string; after: string } {
  switch (payload.kind) {
    case 'setRecord':
      return sayRecord(language, payload);
    case 'comment':
      return { before: [quote, ...further.map((span) => span.quote)].join('\n'), after: payload.text };
    case 'insert':
      return { before: '', after: getInlineText(payload.inlines) };
    case 'insertBlock':
      return { before: '', after: 'inlines' in payload.block ? getInlineText(payload.block.inlines) : '' };
    case 'setCell':
      return { before: quote, after: payload.text };
    case 'overrideFigure':
      return { before: payload.shown, after: payload.proposed };
    case 'insertRow':
    case 'insertColumn':
      return { before: '', after: payload.texts.join(' | ') };
    default:
      return { before: quote, after: '' };
  }
}
