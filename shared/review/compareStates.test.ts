import { describe, expect, it } from 'vitest';
import type { DataTable } from '../domain/dataTable';
import type { BlockId, QuestionId, SectionId, TableId } from '../domain/ids';
import type { Block, Inline } from '../domain/reply';
import { compareStates, type ComparedState } from './compareStates';

const questionId = 'q' as QuestionId;
const NOS = new Map([[questionId, '1']]);

function stateOf(blocks: (string | Inline[] | Block)[], tables: DataTable[] = []): ComparedState {
  const made = blocks.map((content, index): Block => {
    if (typeof content !== 'string' && !Array.isArray(content)) return content;
    const inlines: Inline[] = typeof content === 'string' ? [{ type: 'text', text: content }] : content;
    return { type: 'paragraph', blockId: `b${index}` as BlockId, inlines };
  });
  const section = { sectionId: 's' as SectionId, role: 'statement' as const, verifier: null, itemIds: [], blocks: made };
  return { replies: [{ questionId, revision: 0, sections: [section] }], tables: new Map(tables.map((table) => [table.tableId, table])) };
}

function tableOf(...rows: [string, string][]): DataTable {
  const cellOf = (text: string) => ({ text, rowSpan: 1, colSpan: 1, covered: false, value: null, unit: null, revision: 0 });
  return {
    tableId: 't' as TableId,
    kind: 'source',
    caption: '应收账款',
    columns: [
      { colId: 'c0' as never, path: ['项目'] },
      { colId: 'c1' as never, path: ['期末余额'] },
    ],
    rows: rows.map(([label, value]) => ({ rowId: label as never, role: 'body' as const, cells: [cellOf(label), cellOf(value)] })),
  } as unknown as DataTable;
}

const compare = (a: ComparedState, b: ComparedState) =>
  compareStates(a, b, NOS).map(({ kind, ours, theirs, label }) =>
    label === undefined ? [kind, ours, theirs] : [kind, ours, theirs, label],
  );

describe('compareStates', () => {
  it('tells figures apart from text, and looks are no difference', () => {
    const before = stateOf(['收入为8,500.00万元，同比下降3.2%。', '说明如下。', [{ type: 'text', text: '结论。' }]]);
    const after = stateOf(['收入为8,600.00万元，同比下降3.2%。', '具体说明如下。', [{ type: 'text', text: '结论。', bold: true }]]);
    expect(compare(before, after)).toEqual([
      ['figure', '8,500.00万元', '8,600.00万元'],
      ['text', '说明如下。', '具体说明如下。'],
    ]);
    expect(compare(before, before)).toEqual([]);
  });

  it('tells a changed number in a rewritten sentence as both', () => {
    expect(compare(stateOf(['毛利率为12.5%，保持稳定。']), stateOf(['毛利率为13.5%，略有上升。']))).toEqual([
      ['figure', '12.5%', '13.5%'],
      ['text', '毛利率为12.5%，保持稳定。', '毛利率为13.5%，略有上升。'],
    ]);
  });

  it('tells paragraphs that came and went, and not those that only have another id', () => {
    const paragraph = (blockId: string, text: string): Block => ({
      type: 'paragraph',
      blockId: blockId as BlockId,
      inlines: [{ type: 'text', text }],
    });
    const before = stateOf([paragraph('a', '一。'), paragraph('b', '二。'), paragraph('c', '三。')]);
    const after = stateOf([paragraph('a', '一。'), paragraph('x', '三。'), paragraph('y', '四。')]);
    expect(compare(before, after)).toEqual([
      ['text', '二。', ''],
      ['text', '', '四。'],
    ]);
  });

  it('tells cells, rows and tables', () => {
    const block: Block = { type: 'table', blockId: 'b' as BlockId, tableId: 't' as TableId };
    const before = stateOf([block], [tableOf(['甲', '1.00'], ['乙', '2.00'])]);
    const after = stateOf([block], [tableOf(['甲', '1.50'], ['丙', '3.00'])]);
    expect(compare(before, after)).toEqual([
      ['cell', '1.00', '1.50', '甲 · 期末余额'],
      ['table', '', '丙 3.00', '应收账款'],
      ['table', '乙 2.00', '', '应收账款'],
    ]);
    expect(compare(before, stateOf([]))).toEqual([['table', '应收账款', '']]);
  });

  it('tells another footnote, another picture, what a chart draws, and the unit, notes and columns of a table', () => {
    const note = (text: string): Inline[] => [
      { type: 'text', text: '口径一致' },
      { type: 'footnote', note: text },
    ];
    expect(compare(stateOf([note('见附注五')]), stateOf([note('见附注六')]))).toEqual([
      ['text', '口径一致〔见附注五〕', '口径一致〔见附注六〕'],
    ]);
    const picture = (file: string) => ({ type: 'picture', blockId: 'p', file, alt: '流程图' }) as unknown as Block;
    expect(compare(stateOf([picture('a1')]), stateOf([picture('a2')]))).toEqual([['text', '▣流程图', '▣流程图']]);
    const chart = (colIds: string[]) =>
      ({
        type: 'chart',
        blockId: 'k',
        tableId: 't',
        title: '收入',
        alt: '',
        source: '',
        kind: 'column',
        along: 'rows',
        rowIds: [],
        colIds,
      }) as unknown as Block;
    expect(compare(stateOf([chart(['c0'])]), stateOf([chart(['c1'])]))).toEqual([['table', '收入', '收入']]);
    const shown = { type: 'table', blockId: 'x', tableId: 't' } as Block;
    const table = { ...tableOf(['甲', '1.00']), unit: '万元', notes: ['注：未审计。'] };
    const other = { ...table, unit: '元', notes: [], columns: table.columns.slice(0, 1) };
    expect(compare(stateOf([shown], [table]), stateOf([shown], [other]))).toEqual([
      ['table', '万元', '元', '应收账款'],
      ['table', '注：未审计。', '', '应收账款'],
      ['table', '期末余额', '', '应收账款'],
    ]);
  });
});
