import { describe, expect, it } from 'vitest';
import type { CellRef, DataTable } from '../domain/dataTable';
import type { ColId, RowId, TableId } from '../domain/ids';
import type { ReviewPayload } from '../domain/review';
import { buildReplyTable, previewTable } from '../tables/reply/buildReplyTable';
import type { GetSourceCell } from '../tables/reply/printReplyCell';
import type { ReplyTableDefinition } from '../tables/reply/replyTableDefinition';
import { editDefinition } from './editDefinition';

const tableId = 't' as TableId;
const source = 's' as TableId;
const col = (id: string) => id as ColId;
const row = (id: string) => id as RowId;
const amounts = { unit: '万元', decimals: 2, grouping: true, showUnit: false };

/** 客户 | 收入 | 占比 | 备注, two rows of a source and their total. */
const definition: ReplyTableDefinition = {
  caption: '客户收入',
  unit: '万元',
  stub: { colId: col('stub'), path: ['客户'] },
  columns: [
    {
      colId: col('revenue'),
      path: ['收入'],
      format: amounts,
      content: { kind: 'source', tableId: source, colId: col('a') },
      hidden: false,
      totalled: true,
    },
    {
      colId: col('share'),
      path: ['占比'],
      format: { ...amounts, unit: '%' },
      content: { kind: 'shareOfTotal', of: col('revenue'), whole: null },
      hidden: false,
      totalled: true,
    },
    {
      colId: col('note'),
      path: ['备注'],
      format: null,
      content: { kind: 'typed', texts: [{ rowId: row('one'), text: '关联方' }] },
      hidden: false,
      totalled: true,
    },
  ],
  rows: [
    { rowId: row('one'), label: '甲公司', format: null, content: { kind: 'source', from: [{ tableId: source, rowId: row('1') }] } },
    { rowId: row('two'), label: '乙公司', format: null, content: { kind: 'source', from: [{ tableId: source, rowId: row('2') }] } },
    { rowId: row('sum'), label: '合计', format: null, content: { kind: 'sum', of: [row('one'), row('two')] } },
  ],
  notes: [],
};
const getCell: GetSourceCell = (ref) => ({
  text: ref.rowId === '1' ? '60.00' : '40.00',
  value: ref.rowId === '1' ? '60' : '40',
  unit: '万元',
});
const build = (made: ReplyTableDefinition): DataTable => previewTable(buildReplyTable(made, getCell), tableId);
const textsOf = (made: ReplyTableDefinition) => build(made).rows.map(({ cells }) => cells.map(({ text }) => text).join('|'));
const table = build(definition);
const at = (rowId: string, colId: string): CellRef => ({ tableId, rowId: row(rowId), colId: col(colId) });

/** The rows of the table after a change, or why it is not carried out. */
function edit(payload: ReviewPayload, cell: CellRef | null = null): string[] | string {
  const edited = editDefinition(definition, table, payload, cell);
  return 'why' in edited ? edited.why.key : textsOf(edited.definition);
}

describe('a change of a table made for the reply', () => {
  it('sets labels, headers and typed cells in what the table is made from', () => {
    expect(textsOf(definition)).toEqual(['客户|收入|占比|备注', '甲公司|60.00|60.00|关联方', '乙公司|40.00|40.00|', '合计|100.00|100.00|']);
    expect(edit({ kind: 'setCell', text: '丙公司' }, at('two', 'stub'))).toContain('丙公司|40.00|40.00|');
    expect(edit({ kind: 'setCell', text: '新增客户' }, at('two', 'note'))).toContain('乙公司|40.00|40.00|新增客户');
    expect(edit({ kind: 'setCell', text: '销售收入' }, { tableId, rowId: table.rows[0]!.rowId, colId: col('revenue') })).toContain(
      '客户|销售收入|占比|备注',
    );
  });

  it('says where a number is to be changed that is taken from a source or computed', () => {
    expect(edit({ kind: 'setCell', text: '61.00' }, at('one', 'revenue'))).toBe('why.sourcedCell');
    expect(edit({ kind: 'setCell', text: '61%' }, at('one', 'share'))).toBe('why.computedCell');
    expect(edit({ kind: 'setCell', text: '101.00' }, at('sum', 'revenue'))).toBe('why.computedCell');
  });

  it('puts in a typed row and column, and takes lines away that nothing is computed from', () => {
    const added = edit({ kind: 'insertRow', tableId, after: row('one'), texts: ['其他说明', '', '—', '见附注'] });
    expect(added).toHaveLength(5);
    expect((added as string[])[2]).toBe('其他说明|—|—|见附注');
    expect(edit({ kind: 'insertRow', tableId, after: row('one'), texts: ['丙公司', '5.00', '', ''] })).toBe('why.rowWithoutSource');
    expect(edit({ kind: 'insertColumn', tableId, after: col('note'), texts: ['性质', '经销', '直销', ''] })).toEqual([
      '客户|收入|占比|备注|性质',
      '甲公司|60.00|60.00|关联方|经销',
      '乙公司|40.00|40.00||直销',
      '合计|100.00|100.00||',
    ]);
    expect(edit({ kind: 'deleteColumn', tableId, colId: col('note') })).toEqual([
      '客户|收入|占比',
      '甲公司|60.00|60.00',
      '乙公司|40.00|40.00',
      '合计|100.00|100.00',
    ]);
    expect(edit({ kind: 'deleteRow', tableId, rowId: row('sum') })).toHaveLength(3);
  });

  it('names what is computed from a line that is to go', () => {
    expect(edit({ kind: 'deleteRow', tableId, rowId: row('two') })).toBe('why.lineUsed');
    expect(edit({ kind: 'deleteColumn', tableId, colId: col('revenue') })).toBe('why.lineUsed');
    expect(edit({ kind: 'deleteColumn', tableId, colId: col('stub') })).toBe('why.beforeLabels');
    expect(edit({ kind: 'insertColumn', tableId, after: null, texts: [] })).toBe('why.beforeLabels');
  });
});
