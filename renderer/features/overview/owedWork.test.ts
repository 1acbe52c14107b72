import { expect, test } from 'vitest';
import type { Item, ItemStatus, Question } from '../../../shared/domain/letter';
import type { Link } from '../../../shared/domain/link';
import { groupByDebtor, listOwedWork, listWithoutEvidence } from './owedWork';

const item = (id: string, status: ItemStatus, owner: string | null = null): Item =>
  ({ itemId: id, no: id, label: `（${id}）`, text: `小问${id}`, status, owner }) as unknown as Item;

const question = (id: string, items: Item[], part: Partial<Question> = {}): Question =>
  ({
    questionId: id,
    no: id,
    label: '',
    title: null,
    text: `题${id}`,
    status: 'toWrite',
    owner: null,
    items,
    verifications: [],
    ...part,
  }) as unknown as Question;

const link = (questionId: string, itemId: string | null): Link =>
  ({ linkId: 'l', questionId, itemId, tableId: 't', reason: '', createdAt: '' }) as unknown as Link;

test('what is final owes nothing', () => {
  expect(listOwedWork([question('1', [item('a', 'final')]), question('2', [], { status: 'final' })])).toEqual([]);
});

test('a question without items owes its own work', () => {
  expect(listOwedWork([question('1', [], { owner: '财务部' })])).toEqual([
    { debtor: { kind: 'owner', name: '财务部' }, questionId: '1', itemId: null, status: 'toWrite', text: '题1' },
  ]);
});

test('an item that waits for verifiers is owed by each of those who reach it, once', () => {
  const verifications = [
    { verificationId: 'v1', role: 'auditor', itemIds: [], reach: [], text: '' },
    { verificationId: 'v2', role: 'lawyer', itemIds: ['b'], reach: [], text: '' },
    { verificationId: 'v3', role: 'auditor', itemIds: ['a'], reach: [], text: '' },
  ] as unknown as Question['verifications'];
  const owed = listOwedWork([question('1', [item('a', 'awaitingVerifier', '张三')], { verifications })]);
  expect(owed.map(({ debtor }) => debtor)).toEqual([{ kind: 'verifier', role: 'auditor' }]);
});

test('a link to the whole question is evidence for every item, one to an item only for that item', () => {
  const lacking = (links: Link[]) =>
    listWithoutEvidence([question('1', [item('a', 'final'), item('b', 'toWrite')]), question('2', [])], links);
  const second = { questionId: '2', itemId: null };
  expect(lacking([link('1', null)])).toEqual([second]);
  expect(lacking([link('1', 'b')])).toEqual([{ questionId: '1', itemId: 'a' }, second]);
  expect(lacking([link('2', null)])).toEqual([
    { questionId: '1', itemId: 'a' },
    { questionId: '1', itemId: 'b' },
  ]);
});

test('the debtor with most work comes first', () => {
  const owed = listOwedWork([question('1', [item('a', 'toWrite'), item('b', 'toWrite', '财务部'), item('c', 'toReview', '财务部')])]);
  expect(groupByDebtor(owed).map(({ debtor, works }) => [debtor, works.length])).toEqual([
    [{ kind: 'owner', name: '财务部' }, 2],
    [{ kind: 'company' }, 1],
  ]);
});
