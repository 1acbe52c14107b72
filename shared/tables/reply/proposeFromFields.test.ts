import { describe, expect, it } from 'vitest';
import { buildReplyTable } from './buildReplyTable';
import { typeColumn } from './editColumns';
import { findDefinitionProblem } from './findDefinitionProblem';
import { proposeFromFields } from './proposeFromFields';
import { makeTable, readCells } from './testing/makeTable';

const CUSTOMERS = makeTable(
  ['客户名称', '2025年度销售金额', '合同签订时间'],
  [
    ['东湖水务', '1,200.00', '2025-03-01'],
    ['西岭燃气', '800.00', '2025-06-01'],
  ],
);
const RECEIPTS = makeTable(
  ['客户名称', '期后回款金额'],
  [
    ['西岭燃气', '300.00'],
    ['东湖水务', '500.00'],
  ],
);

describe('a reply table of demanded fields', () => {
  it('has a column for each field as the letter names it, from the linked tables, and leaves the others to be typed', () => {
    const fields = ['客户名称', '销售金额', '期后回款金额', '关联关系'];
    const definition = proposeFromFields(fields, [RECEIPTS, CUSTOMERS]);
    expect(findDefinitionProblem(definition)).toBeNull();
    const typed = typeColumn(definition, definition.columns[2]!.colId, ['否', '是']);
    const { table } = buildReplyTable(typed, readCells(CUSTOMERS, RECEIPTS));
    const texts = table.rows.map((row) => row.map((cell) => cell.text));
    expect(texts).toEqual([fields, ['西岭燃气', '800.00', '300.00', '否'], ['东湖水务', '1,200.00', '500.00', '是']]);
  });

  it('says a unit behind the field where the unit line does not', () => {
    expect(proposeFromFields(['客户名称', '销售金额'], [{ ...CUSTOMERS, unit: null }]).columns[0]!.path).toEqual(['销售金额（万元）']);
  });

  it('is empty, with the first field over the row names, when no table shows any of them', () => {
    const definition = proposeFromFields(['供应商名称', '采购内容', '采购金额'], [makeTable(['项目', '占比'], [['甲', '1.00']])]);
    expect(findDefinitionProblem(definition)).toBeNull();
    const amounts = typeColumn(definition, definition.columns[1]!.colId, ['1,000.00', '2.50%', '—', '', '4', '']);
    expect(amounts.rows).toHaveLength(5);
    const { table } = buildReplyTable(amounts, readCells());
    expect(table.rows[0]!.map((cell) => cell.text)).toEqual(['供应商名称', '采购内容', '采购金额']);
    expect(table.rows.slice(1).map((row) => row[2])).toMatchObject([
      { text: '1,000.00', value: '1000.00' },
      { text: '2.50%', value: '2.50', unit: '%' },
      { text: '—', value: null },
      { text: '' },
      { text: '4', value: '4' },
    ]);
  });
});
