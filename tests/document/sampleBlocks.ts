import type { FilingBlock } from '../../shared/document/filingBlock';
import { assembleAnnouncement } from '../../shared/document/assembleAnnouncement';
import { buildSnapshot, heading, paragraph, tableBlock } from '../../shared/document/testing/buildSnapshot';
import { proposeChart } from '../../shared/document/chart/proposeChart';
import { type Block, CHART_KINDS } from '../../shared/domain/reply';
import { TABLE_KINDS } from './tableKinds';

/** A picture of one white pixel. */
export const PIXEL = Uint8Array.from(
  atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGP4DwABAQEANl9ngAAAAABJRU5ErkJggg=='),
  (character) => character.charCodeAt(0),
);

/** An announcement that holds every kind of block, inline and table. */
export function buildSampleBlocks(): FilingBlock[] {
  const tables = Object.values(TABLE_KINDS).flat();
  const shown = Object.values(TABLE_KINDS).map((kind) => kind[0]!.tableId);
  const blocks = [
    heading(2, '一、公司说明及分析'),
    { ...heading(3, '（一）营业收入下滑的原因'), blockId: 'referredheading' },
    heading(4, '1、行业环境'),
    heading(5, '（1）供热行业'),
    heading(6, '①政策'),
    {
      type: 'paragraph',
      inlines: [
        { type: 'text', text: '加粗', bold: true },
        { type: 'text', text: '斜体', italic: true },
        { type: 'text', text: '下划线', underline: true },
        { type: 'text', text: 'A' },
        { type: 'text', text: 'm', sub: true },
        { type: 'text', text: '2', sup: true },
        { type: 'break' },
        { type: 'text', text: '“引号”—换行\t制表' },
      ],
    },
    { type: 'paragraph', align: 'center', inlines: [{ type: 'text', text: '居中' }] },
    { type: 'listItem', kind: 'number', depth: 0, inlines: [{ type: 'text', text: '第一' }] },
    { type: 'listItem', kind: 'number', depth: 1, inlines: [{ type: 'text', text: '其一' }] },
    { type: 'listItem', kind: 'bullet', depth: 12, inlines: [{ type: 'text', text: '要点' }] },
    { type: 'picture', file: 'pixel', mime: 'image/png', alt: '供热面积 <2024> & "2023"', widthPx: 300, heightPx: 200 },
    { type: 'picture', file: 'pixel', mime: 'image/png', alt: '', widthPx: 10, heightPx: 10 },
    ...shown.flatMap((tableId) => [paragraph('具体情况如下：'), tableBlock(tableId)]),
    { ...tableBlock(shown[0]!), blockId: 'referredtable' },
    ...CHART_KINDS.map((kind) => ({
      type: 'chart',
      ...proposeChart(tables[0]!),
      kind,
      title: `图“<${kind}>”`,
      alt: '各年 & 各项',
      source: '数据来源：公司',
    })),
    {
      type: 'paragraph',
      inlines: [
        { type: 'text', text: '详见' },
        { type: 'reference', target: { kind: 'question', questionId: 'q2' }, text: '问题2' },
        { type: 'text', text: '及' },
        { type: 'reference', target: { kind: 'item', itemId: 'q1i1' }, text: '问题1（1）', style: { bold: true } },
        { type: 'text', text: '，如' },
        { type: 'reference', target: { kind: 'block', blockId: 'referredtable' }, text: '上表' },
        { type: 'text', text: '所示，详见' },
        { type: 'reference', target: { kind: 'block', blockId: 'referredheading' }, text: '上文“（一）营业收入下滑的原因”' },
        { type: 'text', text: '，见' },
        { type: 'reference', target: { kind: 'block', blockId: 'gone' }, text: '上图' },
        { type: 'footnote', note: '不含税金额 <净额> & "其他"。' },
        { type: 'text', text: '。' },
        { type: 'footnote', note: '第二条\n脚注' },
      ],
    },
  ] as Block[];
  const questions = [
    { no: '1', text: '年报显示，请你公司：\n（1）说明原因。', items: ['说明原因。'], sections: [{ blocks }] },
    { no: '2', text: '请说明。' },
  ];
  return assembleAnnouncement(buildSnapshot({ questions, tables, pictures: { pixel: PIXEL } })).blocks;
}
