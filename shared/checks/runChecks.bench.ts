import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readTextParts } from '../../electron/core/import/text/readTextParts';
import type { DataTable } from '../domain/dataTable';
import type { ProjectSnapshot } from '../domain/snapshot';
import { describeParts } from '../tables/describeParts';
import { runChecks, runLocalChecks } from './runChecks';
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

/** One reply and one of its tables: what a changed cell makes the core read again. */
function cutOut(snapshot: ProjectSnapshot): ProjectSnapshot {
  const reply = snapshot.replies[0]!;
  const block = reply.sections.flatMap((section) => section.blocks).find((candidate) => candidate.type === 'table');
  const tableId = block?.type === 'table' ? block.tableId : null;
  return { ...snapshot, replies: [reply], tables: new Map([...snapshot.tables].filter(([id]) => id === tableId)) };
}

const RUNS = 7;

/** The fastest of several runs in milliseconds: what the machine does besides only ever adds. */
function measure(work: () => unknown): number {
  const times = Array.from({ length: RUNS }, () => {
    const start = performance.now();
    work();
    return performance.now() - start;
  });
  return Math.min(...times);
}

test.skipIf(!shared)('checks of whole documents stay within their time', () => {
  const reply = takeSeed('003');
  const report = takeSeed('004');
  const changed = cutOut(reply);
  const whole = measure(() => runChecks(renew(reply)));
  const tables = measure(() => runChecks(renew(report)));
  const local = measure(() => runLocalChecks(renew(changed)));
  console.info(
    `full check of a reply with ${reply.tables.size} tables ${whole.toFixed(1)} ms, of a report with ${report.tables.size} tables ${tables.toFixed(1)} ms, after one changed cell ${local.toFixed(1)} ms`,
  );
  expect(whole).toBeLessThan(300);
  expect(tables).toBeLessThan(1_000);
  expect(local).toBeLessThan(30);
});
