import { expect, test } from 'vitest';
import { createParagraph, type FilingBlock } from './filingBlock';
import { styleByNeighbours } from './styleByNeighbours';

const table = {
  type: 'table',
  layout: { widthTwips: 0, columnTwips: [], size: 'M', landscape: false, rows: [] },
} as const satisfies FilingBlock;
const picture: FilingBlock = { type: 'picture', bytes: new Uint8Array(), mime: 'image/png', alt: '', widthPx: 1, heightPx: 1 };
const item: FilingBlock = { type: 'listItem', list: 0, kind: 'bullet', depth: 0, inlines: [] };
const body = (text: string) => createParagraph('ReplyBody', text);
const spacer = createParagraph('AfterTable', '');

function getStyles(blocks: FilingBlock[]): string[] {
  return styleByNeighbours(blocks).map((block) => {
    if (block.type === 'listItem') return block.keepNext ? 'kept item' : 'item';
    return block.type === 'paragraph' ? block.style : block.type;
  });
}

test('the last paragraph before a table, a unit line or a picture is a lead', () => {
  expect(
    getStyles([
      body('甲'),
      body('如下：'),
      table,
      spacer,
      body('如图：'),
      picture,
      body('乙'),
      createParagraph('TableUnit', '单位：元'),
      table,
    ]),
  ).toEqual(['ReplyBody', 'ReplyLead', 'table', 'AfterTable', 'ReplyLead', 'picture', 'ReplyLead', 'TableUnit', 'table']);
});

test('headings before a table keep their style, and list items stay with it', () => {
  expect(getStyles([createParagraph('Heading4', '1、'), table, spacer, item, item, table])).toEqual([
    'Heading4',
    'table',
    'AfterTable',
    'item',
    'kept item',
    'table',
  ]);
});

test('the paragraph before a table on a landscape page is its lead', () => {
  expect(getStyles([body('如下：'), { type: 'landscape', blocks: [table] }])).toEqual(['ReplyLead', 'landscape']);
});

test('notes typed right under a table become its notes, and need no spacer', () => {
  expect(getStyles([table, spacer, body('注：未经审计。'), body('注 2：已抵销。'), body('如上表所示，注：无。')])).toEqual([
    'table',
    'TableNote',
    'TableNote',
    'ReplyBody',
  ]);
});

test('a note elsewhere is body text, such as 注册资本 under a table', () => {
  expect(getStyles([table, spacer, body('注册资本为1,000万元。'), body('注：甲')])).toEqual([
    'table',
    'AfterTable',
    'ReplyBody',
    'ReplyBody',
  ]);
});

test('a chart is introduced and has its source line as a picture has', () => {
  const chart: FilingBlock = { type: 'chart', chart: { kind: 'pie', title: '', categories: [], series: [] }, alt: '' };
  expect(getStyles([body('如图：'), chart, body('数据来源：国家统计局')])).toEqual(['ReplyLead', 'chart', 'FigureSource']);
});

test('a source right under a picture is its source line, elsewhere it is body text', () => {
  expect(getStyles([picture, body('数据来源：国家统计局'), body('资料来源：公司')])).toEqual(['picture', 'FigureSource', 'ReplyBody']);
});

test('a unit line that the caption above says already is left out, on a turned page too', () => {
  const unit = createParagraph('TableUnit', '单位：万元');
  expect(getStyles([body('分产品收入（单位: 万元）'), unit, table, spacer])).toEqual(['ReplyLead', 'table', 'AfterTable']);
  expect(styleByNeighbours([body('收入（单位：万元）'), { type: 'landscape', blocks: [unit, table] }])[1]).toEqual({
    type: 'landscape',
    blocks: [table],
  });
  expect(getStyles([body('分产品收入如下：'), unit, table])).toEqual(['ReplyLead', 'TableUnit', 'table']);
});
