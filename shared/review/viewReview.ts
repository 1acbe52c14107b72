import type { BlockId, ChangeId } from '../domain/ids';
import type { ReviewChange, ReviewDecision, ReviewedChange, ReviewPlace, ReviewState } from '../domain/review';
import { findConflicts, type PlacedChange } from './findConflicts';
import { followCuts, placeAfterAccepted } from './followAccepted';
import { placeChange } from './placeAnchor';
import { type HeadBlocks, indexHead, type ReviewHead } from './reviewHead';
import { addTo } from '../util/multimap';

/**
 * Every change with its state, its place in the head and what it conflicts with, in reading order; those without a place come last in their question.
 * A pure function of head and set: the order in which changes and decisions arrived cannot matter.
 */
export function viewReview(head: ReviewHead, changes: readonly ReviewChange[], decisions: readonly ReviewDecision[]): ReviewedChange[] {
  const blocks = indexHead(head.replies);
  const byChange = new Map<ChangeId, ReviewDecision[]>();
  for (const decision of decisions) addTo(byChange, decision.changeId, decision);
  const stateOf = new Map(changes.map(({ changeId }) => [changeId, getState(byChange.get(changeId)?.sort(compareDecisions) ?? [])]));
  const siblings = new Map<BlockId | null, ReviewChange[]>();
  for (const change of changes) addTo(siblings, change.anchor.blockId, change);
  const view = changes.map((change): ReviewedChange => {
    const { changeId, anchor } = change;
    const outer = anchor.inside;
    const place: ReviewPlace | null =
      outer !== undefined && stateOf.get(outer) === 'open'
        ? { kind: 'inside', changeId: outer, from: anchor.from, to: anchor.to }
        : placeAfterAccepted(placeChange(head, blocks, followCuts(change, blocks, siblings)), change, blocks, siblings);
    return { change, decisions: byChange.get(changeId) ?? [], state: stateOf.get(changeId)!, place, conflictsWith: [] };
  });
  const open = view.filter((one): one is ReviewedChange & PlacedChange => one.state === 'open' && one.place !== null);
  const conflicts = findConflicts(open);
  for (const one of view) one.conflictsWith = (conflicts.get(one.change.changeId) ?? []).sort();
  const questions = new Map(head.replies.map((reply, index) => [reply.questionId as string, index]));
  const keys = new Map(view.map((one) => [one, getSortKey(one, blocks, questions)]));
  return view.sort((a, b) => compareKeys(keys.get(a)!, keys.get(b)!));
}

/** What the decisions of one change, in the order they count, come to. */
export function getState(decisions: readonly ReviewDecision[]): ReviewState {
  const last = decisions.at(-1)?.verdict;
  return last === undefined || last === 'reopened' ? 'open' : last;
}

/** Orders decisions by time and, at the same moment, by id: the last one counts. */
function compareDecisions(a: ReviewDecision, b: ReviewDecision): number {
  return compareTexts(a.at, b.at) || compareTexts(a.decisionId, b.decisionId);
}

type SortKey = readonly (number | string)[];

function getSortKey({ change, place }: ReviewedChange, blocks: HeadBlocks, questions: ReadonlyMap<string, number>): SortKey {
  const question = questions.get(change.anchor.questionId ?? '') ?? Number.MAX_SAFE_INTEGER;
  return [question, ...getOrder(place, change, blocks), change.at, change.changeId];
}

function getOrder(place: ReviewPlace | null, { anchor }: ReviewChange, blocks: HeadBlocks): [number, number] {
  switch (place?.kind) {
    case 'question':
      return [0, 0];
    case 'text':
      return [blocks.get(place.blockId)!.order + 1, place.from];
    case 'inside':
      return [(anchor.blockId && blocks.get(anchor.blockId)?.order) ?? 0, place.from];
    case 'cell':
    case 'table':
    case 'record':
      return [Number.MAX_SAFE_INTEGER, 0];
    case undefined:
      return [Number.MAX_SAFE_INTEGER, 1];
  }
}

function compareKeys(a: SortKey, b: SortKey): number {
  for (let index = 0; index < a.length; index++) {
    const [one, other] = [a[index]!, b[index]!];
    const order = typeof one === 'number' ? one - Number(other) : compareTexts(one, String(other));
    if (order !== 0) return order;
  }
  return 0;
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
