import { expect, test } from 'vitest';
import { auditTable } from './auditTable';
import { buildTable } from './testing/buildTable';

const judge = (lines: readonly string[]) => auditTable(buildTable(lines)).map(({ kind, verdict }) => `${kind} ${verdict}`);

test('a row of growth rates is held against the row above and the year before', () => {
  const table = ['项目|2029年度|2030年度|2031年度', '营业收入|100.00|120.00|150.00', '同比增长率|-|20.00%|25.00%'];
  expect(judge(table)).toEqual(['growth exact', 'growth exact']);
  expect(judge(table.map((line) => line.replace('25.00%', '52.00%')))).toEqual(['growth exact', 'growth broken']);
});

test('a row that begins with 总 is the sum of the rows below it once most columns say so', () => {
  const table = [
    '项目|2028年|2029年|2030年|2031年',
    '总收益|100.10|200.20|300.30|400.40',
    '甲方|40.10|50.20|60.30|70.40',
    '乙方|60.00|150.00|240.00|330.00',
  ];
  expect(new Set(judge(table))).toEqual(new Set(['parts exact']));
  expect(judge(table.map((line) => line.replace('240.00', '204.00'))).filter((verdict) => verdict.endsWith('broken'))).toEqual([
    'parts broken',
  ]);
  expect(judge(table.map((line) => line.replace('总收益', '收益')))).not.toContain('parts exact');
});

test('shares of a whole that stands elsewhere agree on one base, and the one that does not is found', () => {
  const table = ['客户|收入|收入占比', '甲|9,810.93|22.73%', '乙|4,554.05|10.55%', '丙|3,710.79|8.60%', '丁|3,517.09|8.15%'];
  expect(judge(table)).toEqual(['base exact', 'base exact', 'base exact', 'base exact']);
  expect(judge(table.map((line) => line.replace('8.60%', '6.80%'))).filter((verdict) => verdict.endsWith('broken'))).toEqual([
    'base broken',
  ]);
});

test('what is taken off a total is taken off: 减：坏账准备', () => {
  const table = ['项目|期末余额|期初余额', '1年以内|300.10|200.10', '1至2年|50.20|40.20', '减：坏账准备|20.30|10.30', '合计|330.00|230.00'];
  expect(judge(table)).toEqual(['total exact', 'total exact']);
});

test('a single total is believed when one digit keeps it from holding, and not when anything would have to change', () => {
  expect(judge(['项目|金额', '甲|1,829.06', '乙|2,012.79', '合计|3,741.85'])).toEqual(['total broken']);
  expect(judge(['项目|金额', '甲|1,829.06', '乙|2,012.79', '合计|9,517.33'])).toEqual([]);
});

test('a closing balance is rolled forward from the opening one', () => {
  const table = [
    '项目|期初余额|本期增加|本期减少|期末余额',
    '甲|100.10|50.20|20.10|130.20',
    '乙|200.20|10.10|5.05|205.25',
    '丙|300.30||100.10|200.20',
  ];
  expect(new Set(judge(table))).toEqual(new Set(['rollForward exact']));
  expect(judge(table.map((line) => line.replace('205.25', '205.52'))).filter((verdict) => verdict.endsWith('broken'))).toEqual([
    'rollForward broken',
  ]);
});
