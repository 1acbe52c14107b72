import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { buildPdf, drawText } from '../import/pdf/testing/buildPdf';
import { buildCoreEntry, startCoreProcess } from '../testing/coreProcess';
import { makeSampleProject } from '../testing/sampleProject';
import { startTestCore } from '../testing/temporaryCore';
import { viewHere } from './viewHere';
import { viewOnThread } from './viewOnThread';

let entry: Awaited<ReturnType<typeof buildCoreEntry>>;
let viewer: ReturnType<typeof viewOnThread>;
beforeAll(async () => {
  entry = await buildCoreEntry();
});
afterAll(() => entry.remove());
afterEach(() => viewer.close());

const open = () => (viewer = viewOnThread(join(dirname(entry.path), 'viewer.js')));

/** A file that counts how often its bytes were asked for. */
function makeFile(key: string, bytes: Uint8Array) {
  const file = { key, fileName: `${key}.pdf`, asked: 0, read: () => ((file.asked += 1), bytes) };
  return file;
}

const PDF = buildPdf([drawText('存货明细', 60, 60), drawText('第二页', 60, 60)]);

describe('looking into files on a thread', () => {
  it('gives what looking in place gives, and asks for the bytes of a file once', async () => {
    const thread = open();
    const file = makeFile('a', PDF);
    const here = viewHere();
    for (const page of [1, 2]) {
      expect(await thread.look(file, { ask: 'page', page })).toEqual(await here.look(file, { ask: 'page', page }));
    }
    await here.close();
    expect(file.asked).toBe(2);
    expect(await thread.look(file, { ask: 'parts', page: 1, rows: [['存货明细']] })).toMatchObject([
      { page: 1, cells: [{ row: 0, col: 0 }] },
    ]);
  });

  it('keeps two files apart that are asked for in turn, and refuses a broken one each time', async () => {
    const thread = open();
    const [good, bad] = [makeFile('a', PDF), makeFile('b', PDF.subarray(0, 60))];
    const asked = [good, bad, bad, good, bad, good].map((file) => thread.look(file, { ask: 'page', page: 1 }));
    const ends = (await Promise.allSettled(asked)).map((end) => (end.status === 'fulfilled' ? end.value.pages : end.reason.code));
    expect(ends).toEqual([2, 'document-broken', 'document-broken', 2, 'document-broken', 2]);
  });

  it('leaves core free: what is asked after a page is answered before it', async () => {
    open();
    const maker = startTestCore();
    const { path } = await makeSampleProject(maker);
    const { sources } = await maker.callJob('source:import', { files: [maker.write('明细.pdf', PDF)], disclosed: true });
    await maker.close();
    const core = await startCoreProcess(entry.path, maker.settings);
    core.post({ kind: 'file', token: 'abcdefgh12345678', path, name: 'matter.huihan' });
    core.post({ kind: 'request', id: 1, method: 'project:open', params: { file: 'abcdefgh12345678' } });
    core.post({ kind: 'request', id: 2, method: 'origin:page', params: { sourceId: sources[0]!.sourceId, page: 1 } });
    core.post({ kind: 'request', id: 3, method: 'letter:list', params: {} });
    const messages = await core.waitFor((message) => message.kind === 'answer' && message.id === 2);
    expect(messages.flatMap((message) => (message.kind === 'answer' ? [[message.id, message.ok]] : []))).toEqual([
      [1, true],
      [3, true],
      [2, true],
    ]);
  });

  it('begins a new thread after it was closed, and refuses what was waiting', async () => {
    const thread = open();
    const file = makeFile('a', PDF);
    const waiting = thread.look(file, { ask: 'page', page: 1 });
    await thread.close();
    await expect(waiting).rejects.toMatchObject({ code: 'cancelled' });
    expect((await thread.look(file, { ask: 'page', page: 2 })).pages).toBe(2);
  });
});
