import { expect, test } from 'vitest';
import type { Question } from '../domain/letter';
import type { Reply } from '../domain/reply';
import { findQuotedReplies } from './quotedReplies';

const question = (text: string): Question => ({ questionId: 'second', text }) as Question;
const paragraph = (blockId: string, text: string) => ({ type: 'paragraph', blockId, inlines: [{ type: 'text', text }] });
const REPLIES = [
  {
    questionId: 'first',
    revision: 0,
    sections: [
      {
        sectionId: 's',
        role: 'statement',
        verifier: null,
        itemIds: [],
        blocks: [
          paragraph('b1', '报告期内，公司存货余额大幅增长，主要系提前备货所致。'),
          paragraph('b2', '截至回函日，前述应收账款已收回 1,234.56 万元，占期末余额的 45.30%。'),
        ],
      },
    ],
  },
] as unknown as Reply[];

const find = (text: string) =>
  findQuotedReplies([question(text)], REPLIES).map(({ from, to, source }) => [text.slice(from, to), source.blockId]);

test.each([
  [
    '问询函回复显示，截至回函日前述应收账款已收回1,234.56万元，占期末余额的45.30%。请说明回款来源。',
    '截至回函日前述应收账款已收回1,234.56万元，占期末余额的45.30%',
    'b2',
  ],
  ['前次回复称公司存货余额大幅增长，主要系提前备货所致，请补充说明备货依据。', '公司存货余额大幅增长，主要系提前备货所致', 'b1'],
  ['首轮问询回复文件披露：“存货余额大幅增长，主要系提前备货所致”。', '存货余额大幅增长，主要系提前备货所致', 'b1'],
])('%s leads to the sentence it quotes', (text, words, blockId) => {
  expect(find(text)).toEqual([[words, blockId]]);
});

test.each([
  '年报显示，公司存货余额大幅增长，主要系提前备货所致。',
  '问询函回复显示，公司毛利率低于同行业可比公司平均水平。',
  '请你公司在回复中说明截至回函日前述应收账款的情况。',
])('%s quotes no reply', (text) => {
  expect(find(text)).toEqual([]);
});
