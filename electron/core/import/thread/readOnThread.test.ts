import { dirname, join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { utils, write } from '@e965/xlsx';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Events } from '../../../../shared/ipc/contract';
import type { FromCore } from '../../../../shared/ipc/coreMessages';
import { buildCoreEntry, startCoreProcess } from '../../testing/coreProcess';
import { makeSampleProject, readSample } from '../../testing/sampleProject';
import { startTestCore } from '../../testing/temporaryCore';
import { makeTemporaryFolder } from '../../testing/temporaryFolder';
import { buildPdf, drawText } from '../pdf/testing/buildPdf';
import { readLetterText } from '../readLetterText';
import { readSource } from '../readSource';
import { readOnThread } from './readOnThread';

// Long files on a busy machine.
vi.setConfig({ testTimeout: 180_000 });

let entry: Awaited<ReturnType<typeof buildCoreEntry>>;
beforeAll(async () => {
  entry = await buildCoreEntry();
});
afterAll(() => entry.remove());

const scriptOf = () => join(dirname(entry.path), 'reader.js');

/** A sheet of `rows` rows and ten columns, as finance sends them. */
function makeWorkbook(rows: number): Uint8Array {
  const header = ['客户', ...Array.from({ length: 9 }, (_, c) => `${c + 1}月`)];
  const lines = Array.from({ length: rows }, (_, r) => [`客户${r}`, ...Array.from({ length: 9 }, (_, c) => (r * 10 + c) / 4)]);
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet([['单位：万元'], header, ...lines]), '明细');
  return new Uint8Array(write(book, { type: 'buffer', compression: true }) as Buffer);
}

describe('reading on a thread', () => {
  it('gives what reading in place gives, tables longer than a portion included', async () => {
    const text = new TextEncoder().encode('主要客户如下：\n客户\t金额\n甲公司\t1.00\n乙公司\t2.00\n以上。\n');
    for (const [bytes, name] of [
      [makeWorkbook(4_500), '明细.xlsx'],
      [text, '说明.txt'],
    ] as const) {
      expect(await readOnThread(scriptOf()).source(bytes, name)).toEqual(await readSource(bytes, name));
    }
  });

  it('gives of a letter what reading in place gives, whatever its format', async () => {
    const { letter } = readOnThread(scriptOf());
    const page = buildPdf([drawText('关于对示例股份有限公司的问询函', 60, 100) + drawText('1.请说明收入下降的原因。', 60, 130)]);
    for (const [bytes, name] of [
      [page, '函.pdf'],
      [readSample('letter.txt'), '函.txt'],
      [new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), '函.png'],
    ] as const) {
      expect(await letter(bytes, name)).toEqual(await readLetterText(bytes, name));
    }
    await expect(letter(makeWorkbook(1), '函.xlsx')).rejects.toMatchObject({ code: 'unsupported-format', data: { file: '函.xlsx' } });
  });

  it('refuses a file as reading in place does', async () => {
    const read = readOnThread(scriptOf()).source;
    await expect(read(new TextEncoder().encode('%PDF-1.4 nothing'), '坏.pdf')).rejects.toMatchObject({
      name: 'AppError',
      code: 'document-broken',
      data: { file: '坏.pdf' },
    });
  });

  it('stops a file that needs too much memory, and says so', async () => {
    await expect(readOnThread(scriptOf(), 48).source(makeWorkbook(20_000), '流水.xlsx')).rejects.toMatchObject({
      code: 'reading-memory',
      data: { file: '流水.xlsx', limit: '48 MB' },
    });
  });

  it('stops a page whose content unfolds without end', async () => {
    const content = deflateSync(Buffer.alloc(300_000_000, ' ')).toString('hex');
    const bytes = buildPdf([`${content}>`], { stream: '/Filter [/ASCIIHexDecode /FlateDecode]' });
    const readers = readOnThread(scriptOf(), 150);
    for (const read of [readers.source, readers.letter]) {
      await expect(read(bytes, '炸弹.pdf')).rejects.toMatchObject({ code: 'reading-memory', data: { file: '炸弹.pdf' } });
    }
  });

  it('ends at once when cancelled', async () => {
    const stopping = new AbortController();
    const reading = readOnThread(scriptOf()).source(makeWorkbook(1_000), '明细.xlsx', { signal: stopping.signal });
    stopping.abort();
    await expect(reading).rejects.toMatchObject({ code: 'cancelled' });
  });
});

describe('core while a file is imported', () => {
  const isDone = (message: FromCore) => message.kind === 'event' && (message.name === 'job:done' || message.name === 'job:failed');

  /** A core process with the sample project open, importing a long workbook as request 2. */
  async function startImport() {
    const folder = makeTemporaryFolder();
    const maker = startTestCore(folder);
    const { path } = await makeSampleProject(maker);
    maker.write('明细.xlsx', makeWorkbook(10_000));
    await maker.close();
    const core = await startCoreProcess(entry.path, maker.settings);
    core.post({ kind: 'file', token: 'abcdefgh12345678', path, name: 'matter.huihan' });
    core.post({ kind: 'file', token: 'bbcdefgh12345678', path: join(folder, '明细.xlsx'), name: '明细.xlsx' });
    core.post({ kind: 'request', id: 1, method: 'project:open', params: { file: 'abcdefgh12345678' } });
    core.post({ kind: 'request', id: 2, method: 'source:import', params: { files: ['bbcdefgh12345678'], disclosed: false } });
    return core;
  }

  it('answers a call that comes after the import began, before the file is read', async () => {
    const core = await startImport();
    // Each question is asked when the one before is answered: core has to come round between them.
    const asked = [3, 4, 5, 6, 7];
    for (const id of asked) {
      core.post({ kind: 'request', id, method: 'letter:list', params: {} });
      await core.waitFor((message) => message.kind === 'answer' && message.id === id);
    }
    const messages = await core.waitFor(isDone);
    const isStoring = ({ total }: Events['job:progress']) => total !== null;
    const stored = messages.findIndex(
      (message) => message.kind === 'event' && message.name === 'job:progress' && isStoring(message.payload as Events['job:progress']),
    );
    const answers = asked.map((id) => messages.findIndex((message) => message.kind === 'answer' && message.id === id));
    expect(Math.max(...answers)).toBeLessThan(stored);
    expect(messages.find(isDone)).toMatchObject({ name: 'job:done', payload: { result: { sources: [{ fileName: '明细.xlsx' }] } } });
  });

  it('stops reading when the user cancels, and keeps nothing', async () => {
    const core = await startImport();
    const isStarted = (message: FromCore) => message.kind === 'answer' && message.id === 2;
    const started = (await core.waitFor(isStarted)).find(isStarted);
    const { jobId } = (started?.kind === 'answer' && started.ok ? started.value : {}) as { jobId: string };
    core.post({ kind: 'request', id: 3, method: 'job:cancel', params: { jobId } });
    core.post({ kind: 'request', id: 4, method: 'source:list', params: {} });
    const messages = await core.waitFor(isDone);
    expect(messages.find(isDone)).toMatchObject({ name: 'job:failed', payload: { jobId, error: { code: 'cancelled' } } });
    const isList = (message: FromCore) => message.kind === 'answer' && message.id === 4;
    const list = (await core.waitFor(isList)).find(isList);
    expect(list).toMatchObject({ ok: true, value: [{ fileName: 'half-year-report.txt' }, { fileName: 'receivables-top5.csv' }] });
  });
});
