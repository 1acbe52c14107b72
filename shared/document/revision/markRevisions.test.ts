import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { createParagraph, type FilingBlock, type FilingInline, getFilingText } from '../filingBlock';
import { layOutTable } from '../layOutTable';
import type { TableLayout } from '../tableLayout';
import { buildTable } from '../testing/buildTable';
import { markRevisions } from './markRevisions';

const body = (text: string): FilingBlock => createParagraph('ReplyBody', text);
const table = (rows: string[][]): FilingBlock => ({
  type: 'table',
  layout: layOutTable(
    buildTable('t', { headerRows: 1, rows: rows.map((row) => row.map((text) => ({ text }))) }),
    () => buildTable('x', { rows: [] }),
    false,
  ),
});

/** Marked words in 〔〕. */
function printInlines(inlines: readonly FilingInline[]): string {
  return inlines.map((inline) => (inline.type === 'text' && inline.revised ? `〔${inline.text}〕` : getFilingText([inline]))).join('');
}

function printTable(layout: TableLayout): string[] {
  return layout.rows.map((row) =>
    row.cells
      .map((cell) =>
        cell.content.map((part) => (part.type === 'line' ? (part.inlines ? printInlines(part.inlines) : part.text) : '')).join(),
      )
      .join('|'),
  );
}

function mark(before: FilingBlock[], after: FilingBlock[]): string[] {
  return markRevisions(before, after, 'words').blocks.flatMap((block) => {
    if (block.type === 'table') return printTable(block.layout);
    return block.type === 'paragraph' ? [printInlines(block.inlines)] : [];
  });
}

test('words that changed are marked, numbers whole, and the rest of the paragraph is not', () => {
  expect(
    mark([body('营业收入43,157.74万元，同比下降33.35%。')], [body('营业收入43,157.75万元，同比下降33.34%，主要系订单减少。')]),
  ).toEqual(['营业收入〔43,157.75〕万元，同比下降〔33.34%，主要系订单减少〕。']);
});

test('a new paragraph is marked whole, one that only moved down is not', () => {
  expect(mark([body('甲。'), body('乙。')], [body('甲。'), body('全新的一段说明。'), body('乙。')])).toEqual([
    '甲。',
    '〔全新的一段说明。〕',
    '乙。',
  ]);
});

test('without a former document everything is new', () => {
  expect(mark([], [body('甲。')])).toEqual(['〔甲。〕']);
});

test('in a table the cells that changed are marked, and a new row whole', () => {
  const before = table([
    ['项目', '金额'],
    ['材料', '1.00'],
    ['人工', '2.00'],
    ['合计', '3.00'],
  ]);
  const after = table([
    ['项目', '金额'],
    ['材料', '1.00'],
    ['运费', '4.00'],
    ['人工', '2.50'],
    ['合计', '7.50'],
  ]);
  expect(mark([before], [after])).toEqual(['项目|金额', '材料|1.00', '〔运费〕|〔4.00〕', '人工|〔2.50〕', '合计|〔7.50〕']);
});

test('a new column is marked, the others are not', () => {
  const before = table([
    ['项目', '2024年', '说明'],
    ['材料', '1.00', '一'],
  ]);
  const after = table([
    ['项目', '2024年', '2023年', '说明'],
    ['材料', '1.00', '9.00', '一'],
  ]);
  expect(mark([before], [after])).toEqual(['项目|2024年|〔2023年〕|说明', '材料|1.00|〔9.00〕|一']);
});

test('what is gone is told, since no mark can stand on it', () => {
  expect(markRevisions([body('甲。'), body('删去的一段说明。')], [body('甲。')], 'words').removed).toEqual(['删去的一段说明。']);
});

test('a row that is gone is told, also from a table inside a landscape page', () => {
  const before = table([
    ['项目', '金额'],
    ['材料', '1.00'],
    ['人工', '2.00'],
    ['合计', '3.00'],
  ]);
  const after = table([
    ['项目', '金额'],
    ['材料', '1.00'],
    ['合计', '1.00'],
  ]);
  expect(markRevisions([before], [after], 'words').removed).toEqual(['人工 2.00']);
  const wide = (block: FilingBlock): FilingBlock => ({ type: 'landscape', blocks: [block] });
  expect(markRevisions([wide(before)], [wide(after)], 'words').removed).toEqual(['人工 2.00']);
});

test('a paragraph that only moved has no new words and is not gone, but has a bar', () => {
  const before = [body('第一段说明收入。'), body('另一段讲成本构成。'), body('末段为研发支出。')];
  const after = [before[2]!, before[0]!, before[1]!];
  expect(mark(before, after).join('')).not.toContain('〔');
  expect(markRevisions(before, after, 'words').removed).toEqual([]);
  expect(markRevisions(before, after, 'bar').blocks.filter((block) => block.type === 'paragraph' && block.changeBar)).toHaveLength(1);
});

test('a bar stands beside rows that are new, changed, or follow one that is gone', () => {
  const before = table([
    ['项目', '金额'],
    ['材料', '1.00'],
    ['人工', '2.00'],
    ['租金', '5.00'],
    ['合计', '8.00'],
  ]);
  const after = table([
    ['项目', '金额'],
    ['材料', '1.50'],
    ['租金', '5.00'],
    ['运费', '4.00'],
    ['合计', '8.00'],
  ]);
  const [block] = markRevisions([before], [after], 'bar').blocks;
  expect(block?.type === 'table' && block.layout.rows.map((row) => row.changeBar === true)).toEqual([false, true, true, true, false]);
});

test('a bar stands beside what changed and beside what follows something gone', () => {
  const before = [body('第一段说明收入。'), body('第二段说明成本。'), body('第三段说明费用。'), body('第四段说明税金。')];
  const after = [body('第一段说明收入。'), body('第二段说明了成本。'), body('第四段说明税金。')];
  const bars = markRevisions(before, after, 'bar').blocks.map((block) => block.type === 'paragraph' && block.changeBar === true);
  expect(bars).toEqual([false, true, true]);
});

test('a mark never changes the text, and equal documents have none', () => {
  const text = fc.string({ unit: fc.constantFrom('甲', '乙', '丙', '，', '。', '1', '2', '.', ' '), maxLength: 20 });
  const blocks = fc.array(text.map(body), { maxLength: 8 });
  fc.assert(
    fc.property(blocks, blocks, (before, after) => {
      const plain = (list: readonly FilingBlock[]) => list.map((block) => (block.type === 'paragraph' ? getFilingText(block.inlines) : ''));
      expect(plain(markRevisions(before, after, 'words').blocks)).toEqual(plain(after));
      expect(mark(after, after).join('')).not.toContain('〔');
    }),
  );
});
