import { expect, test } from 'vitest';
import { aliasName, hideCell } from '../testing/buildRedactions';
import { buildSnapshot } from '../testing/buildSnapshot';
import { buildTable } from '../testing/buildTable';
import { makeRedactionSheet } from './redactionSheet';

test('the register has a row for each entry with every field the rules ask for', () => {
  const table = buildTable('t', {
    rows: [
      ['客户', '2024年度'],
      ['禾风机械', '1,234.56'],
    ],
  });
  const snapshot = buildSnapshot({ questions: [], tables: [table] });
  const { columns, rows } = makeRedactionSheet(snapshot, [
    aliasName(['禾风机械', '禾风'], '客户一'),
    hideCell('t', 'tr1', 'tc1', '1,234.56'),
  ]);
  const [first, second] = rows.map((row) => Object.fromEntries(row.map((text, index) => [columns[index]!.title, text])));
  expect(first).toMatchObject({
    序号: '1',
    豁免披露的内容: '客户名称：禾风机械、禾风',
    所在位置: '全文',
    披露方式: '代称',
    替换文字: '客户一',
    信息类型: '商业秘密',
  });
  expect(second).toMatchObject({
    序号: '2',
    所在位置: '禾风机械 · 2024年度',
    披露方式: '隐去关键信息',
    替换文字: '***',
    审批日期: '2025-06-01',
  });
  expect(rows.every((row) => row.length === columns.length)).toBe(true);
});
