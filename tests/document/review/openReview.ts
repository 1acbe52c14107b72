import type { BlockId, ChangeId } from '../../../shared/domain/ids';
import { getInlineText, isTextBlock } from '../../../shared/domain/reply';
import type { ReviewChange, ReviewedChange, ReviewPayload } from '../../../shared/domain/review';
import type { ProjectSnapshot } from '../../../shared/domain/snapshot';
import { viewReview } from '../../../shared/review/viewReview';
import { makeId } from './reviewProject';

/** One open change of every kind a copy for reviewers can carry, on the first question of a project, with a thread and a resolved remark. */
export function buildOpenReview(project: ProjectSnapshot): ReviewedChange[] {
  const [reply] = project.replies;
  const [section] = reply!.sections;
  const texts = section!.blocks.filter(isTextBlock);
  const table = project.tables.get(section!.blocks.find((block) => block.type === 'table')!.tableId)!;
  const changes: ReviewChange[] = [];
  const add = (block: number | null, from: number, to: number, payload: ReviewPayload, anchor: Partial<ReviewChange['anchor']> = {}) => {
    const text = block === null ? '' : getInlineText(texts[block]!.inlines);
    const changeId = makeId('h', changes.length + 1) as ChangeId;
    const blockId = block === null ? null : texts[block]!.blockId;
    const place = { questionId: reply!.questionId, blockId, from, to, quote: text.slice(from, to), blockText: text };
    const at = `2025-06-0${1 + (changes.length % 5)}T10:0${changes.length % 10}:00+08:00`;
    changes.push({
      changeId,
      author: changes.length % 2 ? '律师甲' : '会计师乙',
      at,
      baseVersionId: null,
      anchor: { ...place, ...anchor },
      payload,
    });
    return changeId;
  };
  const thread = add(1, 0, 4, { kind: 'comment', text: '请补充说明口径。\n第二行。', replyTo: null });
  add(1, 0, 4, { kind: 'comment', text: '已补充。', replyTo: thread });
  add(1, 5, 7, { kind: 'delete' });
  add(1, 5, 5, { kind: 'insert', inlines: [{ type: 'text', text: '本' }, { type: 'break' }, { type: 'text', text: '集团', bold: true }] });
  add(1, 8, 10, { kind: 'format', style: { bold: true } });
  const figure = texts[1]!.inlines.find((inline) => inline.type === 'figure')!;
  const start = getInlineText(texts[1]!.inlines.slice(0, texts[1]!.inlines.indexOf(figure))).length;
  add(1, start, start + figure.text.length, {
    kind: 'overrideFigure',
    figureId: figure.figureId,
    shown: figure.text,
    proposed: '1.00万元',
  });
  add(2, 10, 10, { kind: 'splitBlock', newBlockId: makeId('b', 900) as BlockId });
  add(2, 0, 0, { kind: 'joinBlock' });
  add(3, 0, 0, { kind: 'deleteBlock' });
  add(4, 0, 0, {
    kind: 'insertBlock',
    sectionId: section!.sectionId,
    block: { type: 'paragraph', blockId: makeId('b', 901) as BlockId, inlines: [{ type: 'text', text: '新增的段落。' }] },
  });
  add(4, 0, 0, { kind: 'setBlock', block: { ...texts[4]!, type: 'paragraph' } as never });
  const cell = { tableId: table.tableId, rowId: table.rows[1]!.rowId, colId: table.columns[1]!.colId };
  add(null, 0, 0, { kind: 'setCell', text: '9.99' }, { cell, quote: table.rows[1]!.cells[1]!.text });
  add(null, 0, 0, { kind: 'comment', text: '与附注不一致', replyTo: null }, { cell, quote: table.rows[1]!.cells[1]!.text });
  add(null, 0, 0, { kind: 'deleteRow', tableId: table.tableId, rowId: table.rows[2]!.rowId });
  add(null, 0, 0, { kind: 'insertRow', tableId: table.tableId, after: table.rows[2]!.rowId, texts: ['丙类', '1.00', '2.00'] });
  add(null, 0, 0, { kind: 'deleteColumn', tableId: table.tableId, colId: table.columns[2]!.colId });
  add(null, 0, 0, { kind: 'comment', text: '整体意见', replyTo: null });
  add(null, 0, 0, { kind: 'comment', text: '找不到位置的意见', replyTo: null }, { questionId: null, quote: '已不存在的文字' });
  const resolved = add(5, 0, 3, { kind: 'comment', text: '已处理', replyTo: null });
  const decisions = [
    {
      decisionId: makeId('d', 1) as never,
      changeId: resolved,
      author: '董秘',
      at: '2025-06-09T09:00:00+08:00',
      verdict: 'resolved' as const,
      note: '',
    },
  ];
  return viewReview({ replies: project.replies, findTable: (tableId) => project.tables.get(tableId) ?? null }, changes, decisions);
}
