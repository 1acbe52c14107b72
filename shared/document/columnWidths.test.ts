import { expect, test } from 'vitest';
import { layOutTable } from './layOutTable';
import { type CellText, buildTable } from './testing/buildTable';
import { wrapText } from './textMeasure';

const EM_TWIPS = 210;
const PADDING_TWIPS = 124;

function measure(rows: CellText[][]): number[] {
  return layOutTable(buildTable('t', { rows }), () => expect.fail('holds no tables'), false).columnTwips;
}

/** The lines a text takes in a column of a table in 五号. */
function wrap(text: string, twips: number): { lines: number; lastEms: number } {
  return wrapText(text, (twips - PADDING_TWIPS) / EM_TWIPS);
}

test('the column whose text makes the rows tall gets the room, its neighbours stay readable', () => {
  const terms = '合同签订后支付预付款，验收合格后支付进度款，'.repeat(8);
  const policy = '验收后六十天内付款，质保期满后付清。'.repeat(3);
  const [time, name, long, shorter] = measure([
    ['签订时间', '项目名称', '付款条件', '信用政策'],
    ['2024年度', '东川县供热站智慧改造工程', terms, policy],
    ['2023年度', '东川县换热站新建项目', terms, policy],
  ]);
  expect(long! / shorter!).toBeGreaterThan(1.8);
  expect(Math.abs(wrap(terms, long!).lines - wrap(policy, shorter!).lines)).toBeLessThanOrEqual(2);
  expect(wrap('2024年度', time!).lines).toBe(1);
  expect(wrap('东川县供热站智慧改造工程', name!).lines).toBeLessThanOrEqual(3);
});

test('a short text does not leave its last character alone on a line where another column has room', () => {
  const asset = '厂房、配套设施、换热机组生产线和阀门生产线';
  const plan = '项目已经建成，资产用于换热机组和相关产品的生产，尾款在下一年度支付';
  const names = ['工程设计建造款', '设备安装材料款', '软件系统采购款'];
  const [first] = measure([
    ['开支明细', '累计开支金额', '形成资产', '资产的后续使用安排'],
    [names[0]!, '8,829.06', { text: asset, rowSpan: 3 }, { text: plan, rowSpan: 3 }],
    [names[1]!, '612.04'],
    [names[2]!, '50.14'],
  ]);
  for (const name of names) {
    const { lines, lastEms } = wrap(name, first!);
    expect(lines === 1 || lastEms >= 2).toBe(true);
  }
});

test('amounts of several years stand in equal columns unless words would have too little room', () => {
  const amounts = (count: number) => Array.from({ length: count }, (_, index) => (index % 2 === 0 ? '12,345.67' : '1.00'));
  const build = (count: number) => [
    ['产品类别', ...amounts(count).map((_, index) => `${index + 1}月`)],
    ['智能模块化换热机组', ...amounts(count)],
  ];
  const even = measure(build(5)).slice(1);
  expect(Math.max(...even) - Math.min(...even)).toBeLessThanOrEqual(6);
  const tight = measure(build(13)).slice(1);
  expect(tight[0]).toBeGreaterThan(tight[1]! + 100);
});
