import { describe, expect, it } from 'vitest';
import { readLabelUnit, splitUnitLine } from './inferUnits';
import { describeTables, makeParagraph, makeTablePart } from './testing/tableText';

function unitsOf(lines: string, ...before: Parameters<typeof describeTables>): (string | null)[][] {
  const table = describeTables(...before, makeTablePart(lines)).at(-1)!;
  return table.rows.slice(table.headerRows).map((row) => row.filter((cell) => cell.value !== null).map((cell) => cell.unit));
}

describe('the unit of a cell', () => {
  it('is the unit line for amounts, % for rates, none for ratios, per-share values, counts and serial numbers', () => {
    const lines = `
      序号 | 项目 | 2023年度 | 变动比例
      1 | 营业收入 | 1,200.00 | 5.00%
      2 | 每股收益 | 0.17 | 1.00%
      3 | 流动比率 | 1.57 | 1.00%
      4 | 员工人数 | 625 | 1.00%`;
    expect(unitsOf(lines, makeParagraph('单位：万元'))).toEqual([
      [null, '万元', '%'],
      [null, null, '%'],
      [null, null, '%'],
      [null, null, '%'],
    ]);
  });

  it('is dealt out of a compound unit line by what the columns name', () => {
    const lines = `
      产品 | 销售收入 | 数量 | 单价 | 单位成本
      甲 | 100.00 | 20.00 | 5.00 | 3.00`;
    expect(unitsOf(lines, makeParagraph('单位：万元、件、万元/件'))).toEqual([['万元', '件', '万元/件', '万元/件']]);
  });

  it('comes from the header, from the stub head and from a column of units', () => {
    expect(unitsOf('股东 | 金额（万元） | 比例(%)\n甲 | 342.00 | 34.20')).toEqual([['万元', '%']]);
    expect(unitsOf('收益/万元 | 2022年 | 2023年\n甲方 | 1.00 | 2.00')).toEqual([['万元', '万元']]);
    expect(unitsOf('指标 | 单位 | 2023年\n用电量 | 兆瓦时 | 166.50\n占比 | % | 12.78')).toEqual([['兆瓦时'], ['%']]);
  });

  it('is inherited from the table before, with a doubt, but only money', () => {
    const first = makeTablePart('项目 | 金额\n甲 | 1.00');
    const second = makeTablePart('项目 | 金额\n乙 | 2.00');
    const [, money] = describeTables(makeParagraph('单位：万元'), first, makeParagraph('另有：'), second);
    expect([money!.unit, money!.rows[1]![1]!.unit, money!.doubts[0]?.about]).toEqual([null, '万元', 'unit']);
    const [, shares] = describeTables(makeParagraph('单位：股'), first, makeParagraph('另有：'), second);
    expect([shares!.rows[1]![1]!.unit, shares!.doubts]).toEqual([null, []]);
  });

  it('knows the units of labels and lines', () => {
    expect(
      ['基本每股收益（元/股）', '毛利率%', '金额（人民币万元）', '使用年限（年）', '名称（全称）', '期末/期初'].map(readLabelUnit),
    ).toEqual(['元/股', '%', '人民币万元', '年', null, null]);
    expect(splitUnitLine('元 币种：人民币')).toEqual(['元']);
    expect(splitUnitLine('万元币种：人民币')).toEqual(['万元']);
    expect(splitUnitLine('平方米/台（套）/万元')).toEqual(['平方米', '台', '万元']);
  });
});
