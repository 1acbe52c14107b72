import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readTextParts } from '../../electron/core/import/text/readTextParts';
import type { DataTable } from '../domain/dataTable';
import { type Id, newId } from '../domain/ids';
import type { TextBlock } from '../domain/reply';
import type { ProjectSnapshot } from '../domain/snapshot';
import { describeParts } from '../tables/describeParts';
import { CheckMemory } from './checkMemory';
import { runChecks } from './runChecks';
import { takeDraft } from './testing/takeDraft';

const shared = process.env['HUIHAN_SHARED'];
if (!shared) console.info('HUIHAN_SHARED is not set: the checks of whole documents are not measured.');

function takeSeed(name: string): ProjectSnapshot {
  const file = readdirSync(join(shared!, 'seeds')).find((candidate) => candidate.startsWith(name))!;
  const text = readFileSync(join(shared!, 'seeds', file), 'utf8');
  return takeDraft(text, describeParts(readTextParts(text, file).parts, file).parts);
}

/** The same snapshot with tables no audit has seen. */
function renew(snapshot: ProjectSnapshot): ProjectSnapshot {
  return { ...snapshot, tables: new Map([...snapshot.tables].map(([id, table]): [typeof id, DataTable] => [id, { ...table }])) };
}

/** The same replies and tables so many times over, each copy with ids of its own: a longer document of the same kind. */
function multiply(snapshot: ProjectSnapshot, times: number): ProjectSnapshot {
  const copies = Array.from({ length: times }, (_, copy) => {
    const rename = <Noun extends string>(id: Id<Noun>): Id<Noun> => `${id}${copy}` as Id<Noun>;
    const tables = [...snapshot.tables.values()].map(
      (table): DataTable => ({
        ...table,
        tableId: rename(table.tableId),
        rows: table.rows.map((row) => ({
          ...row,
          cells: row.cells.map((cell) => ({
            ...cell,
            ...(cell.nested ? { nested: cell.nested.map(rename) } : {}),
            ...(cell.value === null ? {} : { text: turnDigits(cell.text, copy), value: turnDigits(cell.value, copy) }),
          })),
        })),
      }),
    );
    const replies = snapshot.replies.map((reply) => ({
      ...reply,
      questionId: rename(reply.questionId),
      sections: reply.sections.map((section) => ({
        ...section,
        blocks: section.blocks.map((block) =>
          block.type === 'table'
            ? { ...block, tableId: rename(block.tableId) }
            : 'inlines' in block
              ? withOtherNumbers(block, copy)
              : block,
        ),
      })),
    }));
    return { tables, replies };
  });
  return {
    ...snapshot,
    tables: new Map(copies.flatMap(({ tables }) => tables).map((table) => [table.tableId, table])),
    replies: copies.flatMap(({ replies }) => replies),
  };
}

/** Another number for every copy; the first keeps its own. */
function turnDigits(text: string, copy: number): string {
  return text.replace(/[1-9]/g, (digit) => String(((Number(digit) + copy - 1) % 9) + 1));
}

/** The same text with other numbers: no two parts of a long document say the same ones. */
function withOtherNumbers(block: TextBlock, copy: number): TextBlock {
  const inlines = block.inlines.map((inline) =>
    inline.type === 'text'
      ? { ...inline, text: inline.text.replace(/[1-9]/g, (digit) => String(((Number(digit) + copy - 1) % 9) + 1)) }
      : inline,
  );
  return { ...block, inlines };
}

/** One number of the first reply's first table printed otherwise, and back again, each checked as a change. */
function measureChange(snapshot: ProjectSnapshot): number {
  const memory = new CheckMemory(snapshot);
  while (memory.runNext() !== null);
  const block = snapshot.replies[0]!.sections.flatMap((section) => section.blocks).find((candidate) => candidate.type === 'table');
  const table = snapshot.tables.get(block?.type === 'table' ? block.tableId : newId())!;
  const at = table.rows.findIndex((row, index) => index >= table.headerRows && row.cells[1]?.value != null);
  let next = 1;
  return measure(() => {
    const value = `${1_000 + next}.${10 + next++}`;
    const rows = table.rows.map((row, index) =>
      index === at ? { ...row, cells: row.cells.map((cell, column) => (column === 1 ? { ...cell, text: value, value } : cell)) } : row,
    );
    memory.change(
      { ...snapshot, tables: new Map(snapshot.tables).set(table.tableId, { ...table, rows }) },
      {
        tableIds: new Set([table.tableId]),
        questionIds: new Set(),
      },
    );
    while (memory.runNext() !== null);
    memory.listFindings();
  });
}

const RUNS = 7;
const COPIES = 8;

/** The fastest of several runs in milliseconds of processor time: what the machine does besides only ever adds. */
function measure(work: () => unknown): number {
  const times = Array.from({ length: RUNS }, () => {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    return (user + system) / 1_000;
  });
  return Math.min(...times);
}

test.skipIf(!shared)('checks of whole documents stay within their time', () => {
  const reply = takeSeed('003');
  const report = takeSeed('004');
  const whole = measure(() => runChecks(renew(reply)));
  const tables = measure(() => runChecks(renew(report)));
  const changed = measureChange(reply);
  const longer = measureChange(multiply(reply, COPIES));
  console.info(
    `full check of a reply with ${reply.tables.size} tables ${whole.toFixed(1)} ms, of a report with ${report.tables.size} tables ${tables.toFixed(1)} ms; after one changed cell ${changed.toFixed(1)} ms, in a document ${COPIES} times as long ${longer.toFixed(1)} ms`,
  );
  expect(whole).toBeLessThan(300);
  expect(tables).toBeLessThan(1_000);
  expect(changed).toBeLessThan(30);
  expect(longer).toBeLessThan(Math.min(30, changed * 2));
});
