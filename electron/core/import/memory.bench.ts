import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { buildCoreEntry, startCoreProcess } from '../testing/coreProcess';
import { makeSampleProject } from '../testing/sampleProject';
import { startTestCore } from '../testing/temporaryCore';
import { makeTemporaryFolder } from '../testing/temporaryFolder';
import { buildPdf, drawGrid, drawText } from './pdf/testing/buildPdf';

const LIMIT_MEGABYTES = 1024;

vi.setConfig({ testTimeout: 600_000 });

let entry: Awaited<ReturnType<typeof buildCoreEntry>>;
beforeAll(async () => {
  entry = await buildCoreEntry();
});
afterAll(() => entry.remove());

/** A page of a report: text above a ruled table of 20 rows and five columns. */
function drawReportPage(page: number): string {
  const xs = [60, 200, 280, 360, 440, 520];
  const ys = Array.from({ length: 21 }, (_, r) => 300 + r * 20);
  const text = Array.from({ length: 10 }, (_, i) =>
    drawText(`第${page}页第${i}行报告期内公司根据订单安排生产和备货存货余额`, 60, 80 + i * 20),
  );
  const cells = ys
    .slice(1)
    .flatMap((y, r) => xs.slice(1).map((_, c) => drawText(c === 0 ? `项目${r}` : `${page}${r}.${c}5`, xs[c]! + 4, y - 6, 9)));
  return [...text, drawGrid(xs, ys), ...cells].join('');
}

function makeWorkbook(rows: number, columns: number): Uint8Array {
  const lines = Array.from({ length: rows }, (_, r) =>
    Array.from({ length: columns }, (_, c) => (c === 0 ? `客户${r}` : (r * 10 + c) / 4)),
  );
  const book = utils.book_new();
  utils.book_append_sheet(
    book,
    utils.aoa_to_sheet([['客户', ...Array.from({ length: columns - 1 }, (_, c) => `${c + 1}月`)], ...lines]),
    '明细',
  );
  return new Uint8Array(write(book, { type: 'buffer', compression: true }) as Buffer);
}

/** The most memory core had resident while it imported a file, in megabytes, and whether it was taken in. */
async function measureImport(name: string, bytes: Uint8Array): Promise<{ megabytes: number; ended: string }> {
  const folder = makeTemporaryFolder();
  const maker = startTestCore(folder);
  const { path } = await makeSampleProject(maker);
  maker.write(name, bytes);
  await maker.close();
  const core = await startCoreProcess(entry.path, maker.settings);
  core.post({ kind: 'file', token: 'abcdefgh12345678', path, name: 'matter.huihan' });
  core.post({ kind: 'file', token: 'bbcdefgh12345678', path: join(folder, name), name });
  core.post({ kind: 'request', id: 1, method: 'project:open', params: { file: 'abcdefgh12345678' } });
  core.post({ kind: 'request', id: 2, method: 'source:import', params: { files: ['bbcdefgh12345678'], disclosed: false } });
  const messages = await core.waitFor((message) => message.kind === 'event' && /^job:(done|failed)$/.test(message.name));
  const megabytes = Number(/VmHWM:\s+(\d+) kB/.exec(readFileSync(`/proc/${core.pid}/status`, 'utf8'))![1]) / 1024;
  await core.kill();
  const last = messages.find((message) => message.kind === 'event' && /^job:(done|failed)$/.test(message.name));
  return { megabytes: Math.round(megabytes), ended: last?.kind === 'event' ? last.name : '' };
}

test.skipIf(process.platform !== 'linux').for([
  ['PDF of 500 pages', '年报.pdf', () => buildPdf(Array.from({ length: 500 }, (_, page) => drawReportPage(page))), 'job:done'],
  ['workbook of 498,000 cells', '明细.xlsx', () => makeWorkbook(24_900, 20), 'job:done'],
  ['workbook of 2,000,000 cells', '流水.xlsx', () => makeWorkbook(100_000, 20), 'job:failed'],
] as const)('core keeps under a gigabyte with a %s', async ([what, name, make, expected]) => {
  const { megabytes, ended } = await measureImport(name, make());
  console.info(`${what}: ${ended}, at most ${megabytes} MB resident`);
  expect(ended).toBe(expected);
  expect(megabytes).toBeLessThan(LIMIT_MEGABYTES);
});
