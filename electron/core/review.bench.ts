import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { type Core, createCore } from './createCore';

const SHARED = process.env['HUIHAN_SHARED'];
if (!SHARED) console.info('HUIHAN_SHARED is not set: versions of 003 are not measured.');

const folder = mkdtempSync(join(tmpdir(), 'huihan-bench-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function open003(shared: string): Promise<Core> {
  const core = createCore({
    stateFolder: join(folder, 'state'),
    projectsFolder: folder,
    assetsFolder: resolve('assets'),
    actor: 'bench',
    language: 'zh-CN',
    logFile: null,
  });
  const seeds = join(shared, 'seeds');
  await core.call('project:new', {
    letter: core.registerFile(join(seeds, '003_b51df5f9a325489b.txt')),
    target: core.registerFile(join(folder, '003.huihan')),
  });
  await core.callJob('reply:importDraft', { file: core.registerFile(join(seeds, '003_b51df5f9a325489b.txt')) });
  return core;
}

/** The fastest of several runs in milliseconds. */
async function measure(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < 5; run += 1) {
    const begun = performance.now();
    await work();
    times.push(performance.now() - begun);
  }
  return Math.min(...times);
}

test.skipIf(!SHARED)(
  'two versions of 003 are compared within 300 ms',
  async () => {
    const core = await open003(SHARED!);
    const first = await core.call('version:create', { name: '一', why: '' });
    for (const question of (await core.call('letter:list', {}))[0]!.questions) {
      const { questionId } = question;
      const { revision, sections } = await core.call('reply:get', { questionId });
      const changed = sections.map((section) => ({
        ...section,
        blocks: section.blocks.map((block, index) => {
          if (!('inlines' in block) || index % 3 > 0) return block;
          return {
            ...block,
            inlines: block.inlines.map((one) => (one.type === 'text' ? { ...one, text: one.text.replace(/的|公司/, '') } : one)),
          };
        }),
      }));
      await core.call('reply:save', { questionId, baseRevision: revision, sections: changed });
    }
    const second = await core.call('version:create', { name: '二', why: '' });
    const found = await core.call('version:compare', { from: first.versionId, to: second.versionId });
    const ms = await measure(() => core.call('version:compare', { from: first.versionId, to: second.versionId }));
    console.info(`compare of two versions of 003: ${ms.toFixed(0)} ms, ${found.length} differences`);
    expect(found.length).toBeGreaterThan(20);
    expect(ms).toBeLessThan(300);
    await core.close();
  },
  120_000,
);
