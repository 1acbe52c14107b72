import { expect, test } from 'vitest';
import type { BlockId, ChangeId, QuestionId } from '../../domain/ids';
import type { ReviewChange } from '../../domain/review';
import type { ProjectSnapshot } from '../../domain/snapshot';
import { viewReview } from '../../review/viewReview';
import { assembleReview } from '../assembleReview';
import { buildSnapshot, paragraph } from '../testing/buildSnapshot';

const remark = (id: string, questionId: string | null, blockId: string | null, quote: string): ReviewChange => ({
  changeId: id as ChangeId,
  author: '律师甲',
  at: '2025-06-01T10:00:00+08:00',
  baseVersionId: null,
  anchor: {
    questionId: questionId as QuestionId | null,
    blockId: blockId as BlockId | null,
    from: 0,
    to: quote.length,
    quote,
    blockText: quote,
  },
  payload: { kind: 'comment', text: `关于${id}`, replyTo: null },
});

function view(snapshot: ProjectSnapshot, changes: readonly ReviewChange[]) {
  return viewReview({ replies: snapshot.replies, findTable: (tableId) => snapshot.tables.get(tableId) ?? null }, changes, []);
}

test('a remark whose words are gone, or that has no place at all, is carried with the words it was about', () => {
  const snapshot = buildSnapshot({ questions: [{ no: '1', text: '请说明。', sections: [{ blocks: [paragraph('公司说明如下。')] }] }] });
  const changes = [
    remark('a', 'q1', 'p:公司说明如下。', '公司说明如下。'),
    remark('b', 'q1', 'gone', '已删去的话'),
    remark('c', null, null, '别处的话'),
  ];
  const { comments, anchors } = assembleReview(snapshot, view(snapshot, changes));
  expect(comments.map(({ text }) => text).toSorted()).toEqual(
    ['关于a', '原处文字：“别处的话”\n关于c', '原处文字：“已删去的话”\n关于b'].toSorted(),
  );
  expect(anchors.changes.map(({ changeId }) => changeId).toSorted()).toEqual(['a', 'b', 'c']);
});

test('remarks on an earlier letter’s questions stay out of the reply to the newest one', () => {
  const first = buildSnapshot({ questions: [{ no: '1', text: '请说明。', sections: [{ blocks: [paragraph('首轮回复。')] }] }] });
  const second = buildSnapshot({ questions: [{ no: '2', text: '请补充。', sections: [{ blocks: [paragraph('二轮回复。')] }] }] });
  const snapshot = { ...second, letters: [...first.letters, ...second.letters], replies: [...first.replies, ...second.replies] };
  const changes = [remark('a', 'q1', 'p:首轮回复。', '首轮回复。'), remark('b', 'q2', 'p:二轮回复。', '二轮回复。')];
  expect(assembleReview(snapshot, view(snapshot, changes)).comments.map(({ text }) => text)).toEqual(['关于b']);
});
