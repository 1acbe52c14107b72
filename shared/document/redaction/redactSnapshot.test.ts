import { expect, test } from 'vitest';
import { assembleDocument } from '../assembleDocument';
import { type FilingBlock, getFilingText } from '../filingBlock';
import { printBlock } from '../revision/alignBlocks';
import { aliasName, hideCell, hideColumn, summariseSpan } from '../testing/buildRedactions';
import { buildSnapshot, paragraph, tableBlock } from '../testing/buildSnapshot';
import { buildTable } from '../testing/buildTable';
import { locateRedactions } from './locateRedactions';

const TABLE = buildTable('t', {
  unit: '万元',
  notes: ['注：禾风机械为新客户。'],
  rows: [
    ['客户', '2024年度', '占比'],
    ['禾风机械', '1,234.56', '61.23%'],
    ['青岚 农机', '781.83', '38.77%'],
    ['合计', '2,016.39', '100.00%'],
  ],
  roles: { 3: 'total' },
});

const snapshot = buildSnapshot({
  questions: [
    {
      no: '1',
      text: '请说明对禾风机械的销售。',
      sections: [{ blocks: [paragraph('公司对禾风机械（浙江）的销售毛利率为 31.42%，高于平均。'), tableBlock('t')] }],
    },
  ],
  tables: [TABLE],
});
const redactions = [
  aliasName(['禾风机械（浙江）', '禾风机械'], '客户一'),
  aliasName(['青岚农机'], '客户二'),
  summariseSpan('p:公司对禾风机械（浙江）的销售毛利率为 31.42%，高于平均。', '31.42%', '三成左右'),
  hideCell('t', 'tr1', 'tc1', '1,234.56'),
  hideCell('t', 'tr2', 'tc1', '781.83'),
  hideColumn('t', 'tc2', '占比'),
];

const print = (blocks: readonly FilingBlock[]) => blocks.map(printBlock).join('\n');

/** Marked words of a document, in order. */
function listMarked(blocks: readonly FilingBlock[]): string[] {
  return blocks.flatMap((block) => {
    const inlines =
      block.type === 'table'
        ? block.layout.rows.flatMap((row) =>
            row.cells.flatMap((cell) => cell.content.flatMap((part) => (part.type === 'line' ? (part.inlines ?? []) : []))),
          )
        : block.type === 'paragraph'
          ? block.inlines
          : [];
    return inlines.flatMap((inline) => (inline.type === 'text' && inline.exempt ? [inline.text] : []));
  });
}

test('an alias stands for its entity everywhere: in the question, the text, tables and their notes', () => {
  const text = print(assembleDocument('redacted', snapshot, { former: null, redactions }).blocks);
  expect(text).not.toMatch(/禾风|青岚/);
  expect(text).toContain('请说明对客户一的销售。');
  expect(text).toContain('公司对客户一的销售毛利率为三成左右，高于平均。');
  expect(text).toContain('客户一\t***\t***\n客户二\t***\t***\n合计\t2,016.39\t***');
  expect(text).toContain('注：客户一为新客户。');
});

test('the regulator’s copy has every word of the announcement, with what is withheld marked and nothing else', () => {
  const { blocks } = assembleDocument('regulator', snapshot, { former: null, redactions });
  expect(print(blocks)).toContain(print(assembleDocument('announcement', snapshot).blocks));
  expect(listMarked(blocks)).toEqual([
    '禾风机械',
    '禾风机械（浙江）',
    '31.42%',
    '禾风机械',
    '1,234.56',
    '61.23%',
    '青岚 农机',
    '781.83',
    '38.77%',
    '100.00%',
    '禾风机械',
  ]);
});

test('a span follows its words when its paragraph is edited, and is lost when they are gone', () => {
  const edit = (text: string) => {
    const { replies, ...rest } = snapshot;
    const [reply] = replies;
    const [section] = reply!.sections;
    const blocks = section!.blocks.map((block) =>
      block.type === 'paragraph' ? { ...block, inlines: [{ type: 'text' as const, text }] } : block,
    );
    return { ...rest, replies: [{ ...reply!, sections: [{ ...section!, blocks }] }] };
  };
  const moved = edit('经核实，公司向该客户销售的毛利率为31.42%。');
  expect(print(assembleDocument('redacted', moved, { former: null, redactions }).blocks)).toContain('毛利率为三成左右。');
  expect(locateRedactions(moved, redactions).lost).toEqual([]);
  expect(locateRedactions(edit('毛利率为31.43%。'), redactions).lost).toEqual([redactions[2]]);
});

test('a figure that a withheld stretch touches becomes words; others stay figures', () => {
  const figures = buildSnapshot({
    questions: [
      {
        no: '1',
        text: '请说明。',
        sections: [
          {
            blocks: [
              {
                type: 'paragraph',
                blockId: 'b' as never,
                inlines: [
                  { type: 'text', text: '收入' },
                  { type: 'figure', figureId: 'f1' as never, text: '旧' },
                  { type: 'text', text: '，成本' },
                  { type: 'figure', figureId: 'f2' as never, text: '旧' },
                ],
              },
            ],
          },
        ],
      },
    ],
    figures: { f1: '123.45万元', f2: '67.89万元' },
  });
  const { blocks } = assembleDocument('redacted', figures, { former: null, redactions: [summariseSpan('b', '123.45', '若干', 2)] });
  expect(blocks.map((block) => (block.type === 'paragraph' ? getFilingText(block.inlines) : ''))).toContain('收入若干万元，成本67.89万元');
});

test('footnotes, charts and pictures are redacted like the text', () => {
  const shown = buildSnapshot({
    questions: [
      {
        no: '1',
        text: '请说明。',
        sections: [
          {
            blocks: [
              {
                type: 'paragraph',
                blockId: 'f' as never,
                inlines: [
                  { type: 'text', text: '已说明' },
                  { type: 'footnote', note: '不含禾风机械。' },
                ],
              },
              {
                type: 'chart',
                blockId: 'c' as never,
                tableId: 't' as never,
                kind: 'column',
                along: 'rows',
                rowIds: ['tr1', 'tr2'] as never,
                colIds: ['tc1'] as never,
                title: '禾风机械销售',
                alt: '禾风机械逐年销售',
                source: '数据来源：禾风机械',
              },
            ],
          },
        ],
      },
    ],
    tables: [TABLE],
  });
  const { blocks } = assembleDocument('redacted', shown, { former: null, redactions: [...redactions.slice(0, 2), redactions[3]!] });
  expect(JSON.stringify(blocks)).not.toMatch(/禾风|1,234\.56|1234\.56/);
  expect(JSON.stringify(blocks)).toContain('不含客户一。');
});
