import { expect, it } from 'vitest';
import { $countReply } from './countReply';
import { figure, paragraph, statement } from './testing/buildReply';
import { openHeadlessReply } from './testing/headlessReply';

it('counts characters without blanks, linked figures, and numbers that have no source', () => {
  const editor = openHeadlessReply([
    statement(
      paragraph('p1', '收入', figure('f1', '1.00万元'), ' 增长 2.50%，成本3.00万元'),
      { type: 'table', blockId: 't1' as never, tableId: 'x' as never },
      paragraph('p2', '2023年度无变化'),
    ),
  ]);
  expect(editor.read($countReply)).toEqual({
    characters: 33,
    linkedFigures: 1,
    looseNumbers: [
      { blockId: 'p1', text: '2.50%', occurrence: 0, key: '2.50 %', isThreshold: false },
      { blockId: 'p1', text: '3.00万元', occurrence: 0, key: '3.00 万元', isThreshold: false },
    ],
  });
});

it('tells equal numbers of a block apart, a linked one counted among those before', () => {
  const editor = openHeadlessReply([statement(paragraph('p1', '收入', figure('f1', '1.00万元'), '，成本 1.00万元，费用1.00万元'))]);
  expect(editor.read($countReply).looseNumbers).toMatchObject([
    { blockId: 'p1', text: '1.00万元', occurrence: 1 },
    { blockId: 'p1', text: '1.00万元', occurrence: 2 },
  ]);
});
