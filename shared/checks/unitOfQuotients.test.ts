import { expect, test } from 'vitest';
import { sayMessage } from '../catalogue/catalogue';
import { auditTable } from './auditTable';
import { buildTable } from './testing/buildTable';
import { checkQuotientUnits } from './unitOfQuotients';

function buildPrices(unit: string) {
  const table = buildTable([
    '产品|销售收入|数量|单价',
    '甲|10,830.74|309.00|35.05',
    '乙|3,371.54|28,743.00|0.12',
    '丙|2,735.15|4,306.00|0.64',
  ]);
  for (const row of table.rows.slice(1)) {
    row.cells[2]!.unit = '件';
    row.cells[3]!.unit = unit;
  }
  return table;
}

test('a unit price that is right only in another unit than the printed one names that unit', () => {
  const table = buildPrices('元/件');
  const [finding, ...others] = checkQuotientUnits(table, auditTable(table), undefined);
  expect(others).toEqual([]);
  expect(finding).toMatchObject({ rule: 'unit-line', severity: 'error', stated: '元/件' });
  expect(sayMessage('zh-CN', finding!.message)).toContain('万元/件');
});

test('the right unit passes', () => {
  const table = buildPrices('万元/件');
  expect(checkQuotientUnits(table, auditTable(table), undefined)).toEqual([]);
});
