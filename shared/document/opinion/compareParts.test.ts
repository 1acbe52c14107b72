import { expect, test } from 'vitest';
import { compareParts } from './compareParts';
import type { StatementPart } from './opinionText';

const say = (text: string): StatementPart => ({ type: 'text', text });
const table = (...rows: string[][]): StatementPart => ({ type: 'table', rows });
const ROWS = [
  ['项目', '本年', '上年'],
  ['产品一', '11.00', '-12.00'],
  ['产品二', '21.00', '22.00'],
  ['产品三', '31.00', '32.00'],
];
const compare = (ours: StatementPart, theirs: StatementPart) => compareParts([ours], [theirs]);

test('a unit that changed is told with its number, in a sentence and over a table', () => {
  expect(compare(say('余额为 64,688.86 万元，占比 9%。'), say('余额为64,688.86元，占比9%。'))).toEqual([
    { kind: 'figure', ours: '64,688.86万元', theirs: '64,688.86元' },
  ]);
  expect(compare(say('余额为 4.31 亿元。'), say('余额为 43,157.70 万元。'))).toEqual([
    { kind: 'figure', ours: '4.31亿元', theirs: '43,157.70万元' },
  ]);
  expect(compare(say('单位：万元'), say('单位：元'))).toEqual([{ kind: 'figure', ours: '单位：万元', theirs: '单位：元' }]);
});

test('words left out are told with the sentence they are missing from', () => {
  expect(compare(say('公司较为审慎地计提。合理。'), say('公司审慎地计提。合理。'))).toEqual([
    { kind: 'text', ours: '公司较为审慎地计提。', theirs: '公司审慎地计提。' },
  ]);
});

test('a row left out, put in or moved is told whole; a cell without its number is told as a number', () => {
  const [head, first, second, third] = ROWS as [string[], string[], string[], string[]];
  const row = '产品二 21.00 22.00';
  expect(compare(table(...ROWS), table(head, first, third))).toEqual([{ kind: 'text', ours: row, theirs: '' }]);
  expect(compare(table(head, first, third), table(...ROWS))).toEqual([{ kind: 'text', ours: '', theirs: row }]);
  expect(compare(table(...ROWS), table(head, second, first, third)).map(({ ours }) => ours)).toContain('产品一 11.00 -12.00');
  expect(compare(table(...ROWS), table(head, first, ['产品二', '22.00'], third))).toEqual([{ kind: 'figure', ours: '21.00', theirs: '' }]);
});

test('two numbers that changed places are both told', () => {
  const swapped = ROWS.map((row) => row.map((cell) => (cell === '11.00' ? '31.00' : cell === '31.00' ? '11.00' : cell)));
  expect(compare(table(...ROWS), table(...swapped))).toEqual([
    { kind: 'figure', ours: '11.00', theirs: '31.00' },
    { kind: 'figure', ours: '31.00', theirs: '11.00' },
  ]);
});

test('whatever sign a file prints a minus with is no difference', () => {
  const printed = ROWS.map((row) => row.map((cell) => cell.replace('-', '\u2212')));
  expect(compare(table(...ROWS), table(...printed))).toEqual([]);
  expect(compare(say('变动-4.11%，系降价所致。'), say('变动-\n 4.11%，系降价所致。'))).toEqual([]);
  expect(compareParts([say('变动-4.11%，系降价所致。')], [say('变动-'), say('4.11%，系降价所致。')])).toEqual([]);
});

test('a row that a page end cut through is the row it was, and a number changed in it is still told', () => {
  const whole = [
    ['客户', '账龄', '原因'],
    ['湖滨供热有限公司', '1-2年 305.90', '企业内部变更导致回款周期较长'],
    ['山南供热有限公司', '3-4年 327.24', '做好客户维系，并派专人负责催款'],
  ];
  const torn = [whole[0]!, ['湖滨供热有', '1-2年 305.90', '企业内部变更导'], ['限公司', '致回款周期较长'], whole[2]!];
  expect(compare(table(...whole), table(...torn))).toEqual([]);
  const changed = torn.map((row) => row.map((cell) => cell.replace('305.90', '305.99')));
  expect(compare(table(...whole), table(...changed)).some(({ ours, theirs }) => ours.includes('305.90') && theirs.includes('305.99'))).toBe(
    true,
  );
});

test('a merged cell read before or after the cells beside it is no difference', () => {
  const ours = table(['土建', '484.71', '延期的原因在于工程方案调整'], ['软件', '38.00'], ['设备', '0.73']);
  const theirs = table(['土建', '484.71'], ['软件', '38.00', '延期的原因在于工程方案调整'], ['设备', '0.73']);
  expect(compare(ours, theirs)).toEqual([]);
});
