import { expect, it } from 'vitest';
import type { BlockId, ItemId, QuestionId, SectionId } from '../../domain/ids';
import type { Question } from '../../domain/letter';
import type { Block, Section } from '../../domain/reply';
import { findWrittenItems } from './findWrittenItems';

const ITEMS = ['结合合同条款说明收入确认时点是否恰当', '列示前五名客户的名称及期末余额'];

function ask(texts: readonly string[]): Question {
  const items = texts.map((text, index) => ({
    itemId: `i${index}` as ItemId,
    no: `${index + 1}`,
    label: `（${index + 1}）`,
    text,
    status: 'toWrite' as const,
    owner: null,
  }));
  return {
    questionId: 'q' as QuestionId,
    no: '1',
    label: '问题 1',
    title: null,
    partHeading: null,
    text: '',
    status: 'toWrite',
    owner: null,
    items,
    verifications: [],
  };
}

function answer(...lines: [type: 'heading' | 'paragraph', text: string][]): Section {
  const blocks = lines.map(([type, text], index): Block => {
    const block = { blockId: `b${index}` as BlockId, inlines: [{ type: 'text' as const, text }] };
    return type === 'heading' ? { type, level: 3, ...block } : { type, ...block };
  });
  return { sectionId: 's' as SectionId, role: 'statement', verifier: null, itemIds: [], blocks };
}

it('finds the items whose part of the statement has more than its heading', () => {
  const statement = answer(['heading', `（一）${ITEMS[0]}`], ['paragraph', '公司在验收时确认收入。'], ['heading', `（二）${ITEMS[1]}`]);
  expect(findWrittenItems(ask(ITEMS), [statement])).toEqual(['i0']);
});

it('takes a statement that does not tell its items apart for an answer to all', () => {
  expect(findWrittenItems(ask(ITEMS), [answer(['paragraph', '情况如下。'])])).toEqual(['i0', 'i1']);
});

it('finds nothing in empty lines, blanks to be filled, headings alone, or what a verifier wrote', () => {
  const empty = answer(['heading', '公司说明'], ['paragraph', '　'], ['paragraph', '【待财务部提供明细】']);
  const opinion: Section = { ...answer(['paragraph', '经核查，未见异常。']), role: 'conclusion', verifier: 'auditor' };
  expect(findWrittenItems(ask(ITEMS), [empty, opinion])).toEqual([]);
  expect(findWrittenItems(ask([]), [empty, opinion])).toEqual([]);
});

it('says null for a question without items that has an answer', () => {
  expect(findWrittenItems(ask([]), [answer(['paragraph', '不适用。'])])).toEqual([null]);
});
