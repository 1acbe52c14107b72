import { expect, test } from 'vitest';
import type { DataTable } from '../../domain/dataTable';
import { runChecks } from '../runChecks';
import { buildReply } from '../testing/buildProse';
import { buildTable } from '../testing/buildTable';

/** The tables an allowance is worked out in: balances by age, migration rates, loss rates, and the allowance itself. */
const BALANCES = [
  '账龄|2029年末余额|2030年末余额|2031年末余额',
  '1年以内|10,000.00|12,000.00|15,000.00',
  '1至2年|2,000.00|3,000.00|4,800.00',
  '2至3年|800.00|1,000.00|1,200.00',
  '3至4年|300.00|400.00|500.00',
  '4年以上|100.00|220.00|300.00',
  '合计|13,200.00|16,620.00|21,800.00',
];
const RATES = [
  '账龄|2029年-2030年迁徙率|2030年-2031年迁徙率|平均数|平均迁徙率',
  '1年以内|30.00%|40.00%|35.00%|(a)',
  '1至2年|50.00%|40.00%|45.00%|(b)',
  '2至3年|50.00%|50.00%|50.00%|(c)',
  '3至4年|40.00%|20.00%|30.00%|(d)',
  '4年以上|100.00%|100.00%|100.00%|(e)',
];
const LOSSES = [
  '账龄|公式|历史违约损失率|前瞻性影响|预期违约损失率',
  '1年以内|(a*b*c*d*e)|2.36%|5.00%|2.48%',
  '1至2年|(b*c*d*e)|6.75%|5.00%|7.09%',
  '2至3年|(c*d*e)|15.00%|5.00%|15.75%',
  '3至4年|(d*e)|30.00%|5.00%|31.50%',
  '4年以上|(e)|100.00%|5.00%|100.00%',
];
const ALLOWANCE = [
  '账龄|预期违约损失率|坏账余额',
  '1年以内|2.48%|372.00',
  '1至2年|7.09%|340.32',
  '2至3年|15.75%|189.00',
  '3至4年|31.50%|157.50',
  '4年以上|100.00%|300.00',
  '合计||1,358.82',
];

function check(change: (lines: string[][]) => void = () => {}): string[] {
  const lines = [BALANCES, RATES, LOSSES, ALLOWANCE].map((table) => [...table]);
  change(lines);
  return runChecks(buildReply(lines.map((table): DataTable => buildTable(table)))).flatMap(({ rule, severity }) =>
    severity === 'error' ? [rule] : [],
  );
}

function replaceIn(table: number, from: string, to: string) {
  return (lines: string[][]) => {
    const row = lines[table]!.findIndex((line) => line.includes(from));
    expect(row).toBeGreaterThan(0);
    lines[table]![row] = lines[table]![row]!.replace(from, to);
  };
}

test('an allowance that is worked out rightly through all its tables passes', () => {
  expect(check()).toEqual([]);
});

test('a migration rate is held against the balances of two years', () => {
  expect(check(replaceIn(1, '30.00%|40.00%|35.00%|(a)', '32.00%|38.00%|35.00%|(a)'))).toEqual(['table-aligned', 'table-aligned']);
});

test('a product of lettered rates is held against the rates', () => {
  expect(check(replaceIn(2, '(b*c*d*e)|6.75%|5.00%|7.09%', '(b*c*d*e)|6.25%|5.00%|6.56%'))).toEqual(['table-aligned', 'table-letters']);
});

test('a rate raised for what is to come is held against both', () => {
  expect(check(replaceIn(2, '15.00%|5.00%|15.75%', '15.00%|5.00%|16.75%'))).toContain('table-raised');
});

test('an amount that is a balance times a rate is held against both tables', () => {
  expect(check(replaceIn(3, '340.32', '440.32'))).toEqual(['table-total', 'table-aligned']);
});
