import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildSnapshot, paragraph } from '../document/testing/buildSnapshot';
import type { DataTable } from '../domain/dataTable';
import { newId } from '../domain/ids';
import type { Block } from '../domain/reply';
import type { ProjectSnapshot } from '../domain/snapshot';
import { CheckMemory } from './checkMemory';
import { runChecks } from './runChecks';
import { buildTable } from './testing/buildTable';

const PRODUCTS = ['甲产品', '乙产品', '丙产品'];

function buildSales(numbers: readonly number[]): DataTable {
  const print = (value: number) => (value / 100).toFixed(2).replace(/\B(?=(\d{3})+\.)/g, ',');
  const sum = numbers.reduce((total, value) => total + value, 0);
  return buildTable(['产品|2031年收入（万元）', ...PRODUCTS.map((name, at) => `${name}|${print(numbers[at]!)}`), `合计|${print(sum)}`]);
}

function buildProject(tables: readonly DataTable[], texts: readonly string[]): ProjectSnapshot {
  const show = (table: DataTable): Block => ({ type: 'table', blockId: newId(), tableId: table.tableId });
  return buildSnapshot({
    questions: tables.map((table, at) => ({
      no: String(at + 1),
      text: '请你公司说明收入情况。',
      sections: [{ blocks: [show(table), paragraph(texts[at]!)] }],
    })),
    tables: [...tables],
  });
}

/** The table with one cell printed otherwise. */
function withCell(table: DataTable, row: number, text: string): DataTable {
  const value = text.replaceAll(',', '');
  const rows = table.rows.map((each, at) =>
    at === row ? { ...each, cells: each.cells.map((cell, column) => (column === 1 ? { ...cell, text, value } : cell)) } : each,
  );
  return { ...table, rows };
}

function finish(memory: CheckMemory): CheckMemory {
  while (memory.runNext() !== null);
  return memory;
}

const step = fc.oneof(
  fc.record({
    kind: fc.constant('cell' as const),
    at: fc.nat(2),
    row: fc.integer({ min: 1, max: 4 }),
    value: fc.integer({ min: 100_000, max: 999_999 }),
  }),
  fc.record({ kind: fc.constant('text' as const), at: fc.nat(2), row: fc.nat(2), value: fc.integer({ min: 100_000, max: 999_999 }) }),
);

test('after any changes the memory says what a check of everything says', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 8 }), (steps) => {
      const tables = [0, 1, 2].map((at) => buildSales([432_112 + at, 156_734 + at * 7, 98_721 + at * 3]));
      const texts = tables.map(() => '其中，甲产品收入 4,321.12 万元，如下表所示。');
      let snapshot = buildProject(tables, texts);
      const memory = finish(new CheckMemory(snapshot));
      for (const { kind, at, row, value } of steps) {
        const text = (value / 100).toFixed(2).replace(/\B(?=(\d{3})+\.)/g, ',');
        const reply = snapshot.replies[at]!;
        if (kind === 'cell') {
          const { tableId } = tables[at]!;
          snapshot = { ...snapshot, tables: new Map(snapshot.tables).set(tableId, withCell(snapshot.tables.get(tableId)!, row, text)) };
          memory.change(snapshot, { tableIds: new Set([tableId]), questionIds: new Set() });
        } else {
          const said = paragraph(
            value % 2 === 0
              ? `${PRODUCTS[row]!}收入为 ${text} 万元，较上年下降，详见问题 ${row + 3}。`
              : `2031 年度公司营业收入为 ${text} 万元。公司于 2031 年 ${(value % 12) + 1} 月 3 日召开第三届董事会第二次会议。`,
          );
          const sections = reply.sections.map((section, index) =>
            index === 0 ? { ...section, blocks: [...section.blocks, said] } : section,
          );
          snapshot = { ...snapshot, replies: snapshot.replies.map((each) => (each === reply ? { ...reply, sections } : each)) };
          memory.change(snapshot, { tableIds: new Set(), questionIds: new Set([reply.questionId]) });
        }
        finish(memory);
      }
      expect(memory.listFindings()).toEqual(runChecks(snapshot));
    }),
    { numRuns: 60 },
  );
});

test('a table that goes takes its findings with it', () => {
  const right = buildSales([432_112, 156_734, 98_721]);
  const wrong = withCell(buildSales([432_112, 156_734, 98_721]), 4, '6,875.76');
  const snapshot = buildProject([right, wrong], ['', '']);
  const memory = finish(new CheckMemory(snapshot));
  expect(memory.listFindings().map(({ rule }) => rule)).toContain('table-total');
  const without = {
    ...snapshot,
    tables: new Map([[right.tableId, right]]),
    replies: snapshot.replies.slice(0, 1),
  };
  memory.change(without, { tableIds: new Set([wrong.tableId]), questionIds: new Set([snapshot.replies[1]!.questionId]) });
  expect(finish(memory).listFindings()).toEqual(runChecks(without));
});
