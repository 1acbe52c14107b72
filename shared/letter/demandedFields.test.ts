import { describe, expect, test } from 'vitest';
import { buildTable } from '../document/testing/buildTable';
import type { AskId, QuestionId } from '../domain/ids';
import type { Ask } from '../domain/letter';
import { splitAsks } from './asks';
import { findDemandedFields, isFieldColumn } from './demandedFields';

const ask = (part: Pick<Ask, 'verb' | 'object'>, at: number): Ask => ({
  ...part,
  askId: `a${at}` as AskId,
  questionId: 'q' as QuestionId,
  itemId: null,
  state: 'open',
  reason: null,
});
const fields = (text: string) => [...findDemandedFields(splitAsks(text, true).map(ask)).values()].flat();

describe('the fields demanded', () => {
  test.each([
    [
      '列示前五名客户的名称、应收账款余额、账龄、坏账准备余额及期后回款金额',
      ['名称', '应收账款余额', '账龄', '坏账准备余额', '期后回款金额'],
    ],
    [
      '列示客户的具体情况，包括客户名称、收入确认金额、时间及依据、销售内容',
      ['客户名称', '收入确认金额', '收入确认时间', '收入确认依据', '销售内容'],
    ],
    ['列示前五名客户的名称、销售金额、是否与公司存在关联关系', ['名称', '销售金额', '是否与公司存在关联关系']],
    ['列示客户的具体情况，包括客户名称、账龄、是否为关联方', ['客户名称', '账龄', '是否为关联方']],
    ['说明主要客户的具体情况，包括销售内容、账龄、客户的资信情况', ['销售内容', '账龄', '资信情况']],
  ])('of %s', (text, expected) => {
    expect(fields(text)).toEqual(expected);
  });

  test.each([
    '说明收入下降的原因，是否存在跨期确认',
    '结合产品定价、行业地位、原材料价格，说明毛利率上升的原因',
    '列示存货的构成',
    '列示退回的金额、数量，是否存在异常波动',
  ])('are none where an account is asked for: %s', (text) => {
    expect(fields(text)).toEqual([]);
  });
});

describe('a column', () => {
  const shows = (field: string, heading: string) => isFieldColumn(field, buildTable('t', { rows: [['序号', heading, '甲', '乙']] }));

  test.each([
    ['名称', '客户名称'],
    ['客户名称', '名称'],
    ['合同签订时间', '签订时间'],
    ['货款收回时间', '回款时间'],
    ['货款收回金额', '截至2023年末回款金额（万元）'],
    ['回款情况', '期后回款金额'],
    ['是否与公司存在关联关系', '是否存在关联关系'],
  ])('shows %s under %s', (field, heading) => {
    expect(shows(field, heading)).toBe(true);
  });

  test.each([
    ['货款收回时间', '发货时间'],
    ['货款收回时间', '2024年1-5月回款金额'],
    ['合同签订时间', '时间'],
    ['坏账准备余额', '应收账款余额'],
  ])('does not show %s under %s', (field, heading) => {
    expect(shows(field, heading)).toBe(false);
  });

  test('of labels shows a field of a table of label and value', () => {
    const table = buildTable('t', {
      headerRows: 0,
      rows: [
        ['签订时间', '2023-01-01'],
        ['金额', '1.00'],
      ],
    });
    expect([isFieldColumn('合同签订时间', table), isFieldColumn('账龄', table)]).toEqual([true, false]);
  });
});
