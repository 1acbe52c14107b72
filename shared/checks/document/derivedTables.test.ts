import { expect, test } from 'vitest';
import type { DataTable } from '../../domain/dataTable';
import { buildTable } from '../testing/buildTable';
import { checkDerivedTables } from './derivedTables';

const SALES = buildTable([
  '产品|2031 年度销售收入|2031 年度销售成本|2031 年度数量|2030 年度销售收入|2030 年度销售成本|2030 年度数量',
  '甲类产品|1,080.00|540.00|90.00|1,000.00|500.00|100.00',
  '乙产品|2,100.00|1,260.00|210.00|1,800.00|1,000.00|200.00',
  '丙产品|330.00|165.00|55.00|300.00|150.00|60.00',
  '丁产品|4,400.00|2,200.00|110.00|4,500.00|2,400.00|100.00',
  '戊产品|720.00|500.00|80.00|640.00|420.00|64.00',
]);

const expectations = (table: DataTable) => checkDerivedTables([SALES, table], undefined).map(({ rule, expected }) => [rule, expected]);

test('the effects of quantity and price on revenue are found in another table and judged', () => {
  const effects = (price: string) =>
    buildTable([
      '产品|销量变动影响金额|单价变动影响金额',
      `甲类产品|-100.00|${price}`,
      '乙产品|90.00|210.00',
      '丙产品|-25.00|55.00',
      '丁产品|450.00|-550.00',
      '戊产品|160.00|-80.00',
    ]);
  expect(expectations(effects('180.00'))).toEqual([]);
  expect(expectations(effects('108.00'))).toEqual([['table-aligned', '180.00']]);
});

test('margins of another table are judged by its revenue and cost, also under a longer name', () => {
  const margins = (first: string) =>
    buildTable([
      '业务|2031 年度毛利率|2030 年度毛利率',
      `甲类产品销售|${first}|50.00%`,
      '乙产品|40.00%|44.44%',
      '丙产品|50.00%|50.00%',
      '丁产品|50.00%|46.67%',
      '戊产品|30.56%|34.38%',
    ]);
  expect(expectations(margins('50.00%'))).toEqual([]);
  expect(expectations(margins('20.00%'))).toEqual([['table-aligned', '50.00']]);
});

test('columns that agree nowhere say nothing', () => {
  const others = buildTable([
    '产品|其他影响金额|2031 年度毛利率',
    '甲类产品|11.00|12.00%',
    '乙产品|12.00|13.00%',
    '丙产品|13.00|14.00%',
    '丁产品|14.00|15.00%',
    '戊产品|15.00|16.00%',
  ]);
  expect(expectations(others)).toEqual([]);
});
