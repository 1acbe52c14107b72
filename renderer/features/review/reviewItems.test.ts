import { expect, it } from 'vitest';
import type { ReviewPayload } from '../../../shared/domain/review';
import { filterItems, listDecidable, type Reviewed, type ReviewFilter, toItems } from './reviewItems';

const EVERYTHING: ReviewFilter = { questionId: null, author: null, kind: null, state: null };

function reviewed(
  changeId: string,
  author: string,
  payload: ReviewPayload,
  state: Reviewed['state'] = 'open',
  questionId = 'q1',
): Reviewed {
  const anchor = { questionId: questionId as never, blockId: 'b1' as never, from: 0, to: 0, quote: '' };
  const at = `2026-01-05T09:00:0${changeId.slice(-1)}Z`;
  const change = { changeId: changeId as never, author, at, baseVersionId: null, anchor, payload };
  return { change, state, decisions: [], place: null, conflictsWith: [], mine: false, sent: true };
}

const remark = (text: string, replyTo: string | null = null): ReviewPayload => ({ kind: 'comment', text, replyTo: replyTo as never });
const review = [
  reviewed('c1', '李律师', remark('请核对')),
  reviewed('c2', '李律师', { kind: 'delete' }),
  reviewed('c3', '王会计师', remark('已核对', 'c1')),
  reviewed('c4', '王会计师', { kind: 'overrideFigure', figureId: 'f1' as never, shown: '1', proposed: '2' }),
  reviewed('c5', '王会计师', { kind: 'delete' }, 'accepted', 'q2'),
  reviewed('c6', '王会计师', remark('补充', 'c1')),
];
const heads = (filter: Partial<ReviewFilter>) =>
  filterItems(toItems(review), { ...EVERYTHING, ...filter }).map(({ head }) => head.change.changeId);

it('a thread holds its answers, oldest first', () => {
  expect(toItems(review).map(({ head, answers }) => [head.change.changeId, ...answers.map(({ change }) => change.changeId)])).toEqual([
    ['c1', 'c3', 'c6'],
    ['c2'],
    ['c4'],
    ['c5'],
  ]);
});

it('an answer whose remark is gone stands by itself', () => {
  expect(toItems(review.slice(2, 3)).map(({ head }) => head.change.changeId)).toEqual(['c3']);
});

it('filters by author find threads the author only answered', () => {
  expect(heads({ author: '王会计师' })).toEqual(['c1', 'c4', 'c5']);
});

it('filters by kind, state and question together', () => {
  expect(heads({ kind: 'delete' })).toEqual(['c2', 'c5']);
  expect(heads({ kind: 'delete', state: 'open' })).toEqual(['c2']);
  expect(heads({ kind: 'delete', questionId: 'q2' as never })).toEqual(['c5']);
});

it('figure requests, remarks and what is decided are not decided together with the rest', () => {
  expect(listDecidable(toItems(review))).toEqual(['c2']);
});
