import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { sayMessage } from '../catalogue/catalogue';
import { auditTable } from './auditTable';
import { checkTable } from './checkTables';
import { buildTable } from './testing/buildTable';

const sales = [
  '产品|2025年|2024年|变动金额|变动比例|占比',
  '甲|1,200.00|1,000.00|200.00|20.00%|40.00%',
  '乙|900.00|1,200.00|-300.00|-25.00%|30.00%',
  '丙|900.00|800.00|100.00|12.50%|30.00%',
  '合计|3,000.00|3,000.00|0.00|0.00%|100.00%',
];

function replaceIn(lines: readonly string[], from: string, to: string): string[] {
  const at = lines.findIndex((line) => line.includes(from));
  expect(at).toBeGreaterThan(0);
  return lines.map((line, index) => (index === at ? line.replace(from, to) : line));
}

describe('auditTable', () => {
  test('finds totals, differences, growth and shares of a sales table and holds them all true', () => {
    const relations = auditTable(buildTable(sales));
    expect(new Set(relations.map((relation) => relation.kind))).toEqual(new Set(['total', 'difference', 'growth', 'share']));
    expect(relations.filter((relation) => relation.verdict === 'broken')).toEqual([]);
  });

  test('lets a total pass that is off by rounding alone and stops one that is off by more', () => {
    const table = ['项目|金额', '甲|0.33', '乙|0.33', '丙|0.33', '合计|1.00'];
    const wider = ['项目|金额|上期', '甲|10.33|1.00', '乙|10.33|1.00', '丙|10.33|1.00', '合计|32.00|3.00'];
    expect(auditTable(buildTable(table)).map((relation) => relation.verdict)).toEqual(['rounding']);
    expect(auditTable(buildTable(wider)).map((relation) => relation.verdict)).toEqual(['broken', 'exact']);
  });

  test.each([
    ['1,200.00|1,000.00|200.00', '1,200.00|1,000.00|-200.00', '正负号相反'],
    ['-25.00%', '-52.00%', '相邻两位数字颠倒'],
    ['100.00|12.50%', '10.00|12.50%', '小数点移位（相差 10 倍）'],
    ['12.50%', '12.40%', '一位数字不同'],
  ])('names the likely slip when %s was printed as %s', (from, to, slip) => {
    const findings = checkTable(buildTable(replaceIn(sales, from, to)), undefined);
    expect(findings.some((finding) => sayMessage('zh-CN', finding.message).includes(slip))).toBe(true);
  });

  test('knows a stated sum and a stated growth in a table of one row, when a slip in it is all that is wrong', () => {
    const sum = (parts: string) => buildTable(['子公司|流动资产|非流动资产|资产合计', `甲公司|${parts}|105,129,889.40`]);
    expect(checkTable(sum('13,703,737.94|91,426,151.46'), undefined)).toEqual([]);
    expect(checkTable(sum('13,703,737.94|91,426,115.46'), undefined)).toMatchObject([{ rule: 'table-columnSum' }]);
    expect(checkTable(sum('3,000.00|7,000.00'), undefined)).toEqual([]);
    const growth = (rate: string) => buildTable(['项目|本期|上年同期|增减比例%', `现金流量净额|1,050,392.11|9,005,227.62|${rate}`]);
    expect(checkTable(growth('88.34%'), undefined)).toMatchObject([{ rule: 'table-growth', expected: '-88.34' }]);
    expect(checkTable(growth('-12.00%'), undefined)).toEqual([]);
  });

  test('takes a difference from its own group of heads where the other period has the same number', () => {
    const table = buildTable([
      '项目|期末余额|减值准备|账面价值|上期余额|上期减值|上期价值',
      '对子公司投资|48,491,100.00|1,513,300.90|46,977,800.00|48,491,100.00|1,513,300.00|46,977,800.00',
      '对联营企业投资|1,522,026.25||1,522,026.25|1,703,402.51||1,703,402.51',
      '合计|50,013,126.25|1,513,300.00|48,499,826.25|50,194,502.51|1,513,300.00|48,681,202.51',
    ]);
    const groups = ['', '期末余额', '期末余额', '期末余额', '上年年末余额', '上年年末余额', '上年年末余额'];
    const columns = table.columns.map((column, at) => ({ ...column, path: [groups[at]!, ...column.path].filter((head) => head !== '') }));
    expect(checkTable({ ...table, columns }, undefined).map(({ rule }) => rule)).toContain('table-difference');
  });

  test('reports expected, stated and the difference, and points at the stated cell first', () => {
    const table = buildTable(['客户|余额|回款', '一|100.00|10.00', '二|200.00|20.00', '合计|390.00|30.00']);
    const [finding, ...others] = checkTable(table, undefined);
    expect(others).toEqual([]);
    expect(finding).toMatchObject({ rule: 'table-total', severity: 'error', expected: '300.00', stated: '390.00' });
    expect(finding?.places[0]).toMatchObject({ rowId: table.rows[3]!.rowId, colId: table.columns[1]!.colId, text: '390.00' });
  });

  test('adds 其中 rows into the row they belong to and not twice into the total', () => {
    const relations = auditTable(
      buildTable(['项目|本期|上期', '期间费用|60.00|50.00', '其中：销售费用|20.00|15.00', '管理费用|40.00|35.00', '营业外支出|5.00|1.00']),
    );
    expect(relations.map((relation) => [relation.kind, relation.verdict])).toEqual([
      ['parts', 'exact'],
      ['parts', 'exact'],
    ]);
  });

  test('takes a base below zero by its absolute value', () => {
    const relations = auditTable(
      buildTable(['项目|本期|上期|增减幅度', '甲|-50.00|-100.00|50.00%', '乙|150.00|100.00|50.00%', '丙|80.00|100.00|-20.00%']),
    );
    expect(relations.map((relation) => relation.verdict)).toEqual(['exact', 'exact', 'exact']);
  });

  test('sees nothing in numbers that are not related', () => {
    expect(auditTable(buildTable(['序号|人数|面积', '1|37|902.11', '2|58|11.90', '3|21|455.02', '4|90|87.67']))).toEqual([]);
  });

  test('reports a total changed by more than rounding can hide, whatever the numbers', () => {
    const cents = fc.integer({ min: 100, max: 99_999_999 });
    fc.assert(
      fc.property(fc.array(fc.tuple(cents, cents), { minLength: 2, maxLength: 8 }), fc.integer({ min: 10, max: 9_999 }), (pairs, error) => {
        const print = (value: number) => `${Math.trunc(value / 100)}.${String(value % 100).padStart(2, '0')}`;
        const total = (side: 0 | 1) => pairs.reduce((sum, pair) => sum + pair[side], 0);
        const lines = ['项目|甲|乙', ...pairs.map((pair, index) => `第${'一二三四五六七八'[index]}项|${print(pair[0])}|${print(pair[1])}`)];
        const right = auditTable(buildTable([...lines, `合计|${print(total(0))}|${print(total(1))}`]));
        expect(right.filter((relation) => relation.kind === 'total').map((relation) => relation.verdict)).toEqual(['exact', 'exact']);
        const wrong = auditTable(buildTable([...lines, `合计|${print(total(0) + error)}|${print(total(1))}`]));
        expect(wrong.filter((relation) => relation.kind === 'total').map((relation) => relation.verdict)).toEqual(['broken', 'exact']);
      }),
    );
  });
});
