import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { read, utils, write } from '@e965/xlsx';
import { afterAll, expect, test } from 'vitest';
import { newId } from '../../../shared/domain/ids';
import type { Block } from '../../../shared/domain/reply';
import { type Core, createCore } from '../createCore';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');
const YEARS = 3;
const NUMBERS = 300;
const RUNS = 3;

const folder = mkdtempSync(join(tmpdir(), 'huihan-bench-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const amountAt = (row: number, col: number) => `${(row * 7_919 + col * 104_729) % 1_000_000}.${10 + ((row + col) % 90)}`;

/** A project with a table of so many rows, a reply that cites cells of it and round numbers that stand in many, and shows the table. */
async function startProject(rows: number): Promise<Core> {
  const core = createCore({
    stateFolder: join(folder, 'state'),
    projectsFolder: folder,
    assetsFolder: join(ROOT, 'assets'),
    actor: 'bench',
    language: 'zh-CN',
    logFile: null,
  });
  await core.call('project:new', {
    letter: core.registerFile(join(ROOT, 'assets/sample/letter.txt')),
    target: core.registerFile(join(folder, `${rows}.huihan`)),
  });
  const header = ['客户名称', ...Array.from({ length: YEARS }, (_, col) => `${2016 + col}年度（万元）`), '占比（%）'].join(',');
  const lines = Array.from({ length: rows }, (_, row) =>
    [`客户${row}`, ...Array.from({ length: YEARS }, (_, col) => amountAt(row, col)), `${row % 40}.00%`].join(','),
  );
  const path = join(folder, `${rows}.csv`);
  writeFileSync(path, [header, ...lines].join('\n'));
  await core.callJob('source:import', { files: [core.registerFile(path)], disclosed: true });
  const { questionId } = (await core.call('letter:list', {}))[0]!.questions[0]!;
  const { tableId } = (await core.call('table:list', { sourceId: null }))[0]!;
  const { revision, sections } = await core.call('reply:get', { questionId });
  const blocks: Block[] = Array.from({ length: NUMBERS }, (_, at) => {
    const row = (at * 61) % rows;
    const text = `${2016 + (at % YEARS)}年度，客户${row}金额为${amountAt(row, at % YEARS)}万元，占比${at % 40}.00%。`;
    return { type: 'paragraph', blockId: newId<'block'>(), inlines: [{ type: 'text', text }] };
  });
  blocks.push({ type: 'table', blockId: newId<'block'>(), tableId });
  await core.call('reply:save', { questionId, baseRevision: revision, sections: [{ ...sections[0]!, blocks }, ...sections.slice(1)] });
  return core;
}

/** The median time of several runs in milliseconds. */
async function measure(work: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const begun = performance.now();
    await work();
    times.push(performance.now() - begun);
  }
  return times.toSorted((a, b) => a - b)[Math.floor(RUNS / 2)]!;
}

test('the register of a table of 20,000 rows is written in no more time than SheetJS needs for the same sheets, numbers are accounted for in a second, and both grow with the rows', {
  timeout: 300_000,
}, async () => {
  const taken: { account: number; register: number; peer: number }[] = [];
  for (const rows of [5_000, 20_000]) {
    const core = await startProject(rows);
    const target = join(folder, `${rows}.xlsx`);
    const account = await measure(() => core.call('figure:account', { questionId: null }));
    const register = await measure(() => core.callJob('register:export', { target: core.registerFile(target) }));
    const written = read(readFileSync(target));
    const sheets = written.SheetNames.map((name) => utils.sheet_to_json<string[]>(written.Sheets[name]!, { header: 1 }));
    const peer = await measure(() => {
      const book = utils.book_new();
      for (const [at, sheet] of sheets.entries()) utils.book_append_sheet(book, utils.aoa_to_sheet(sheet), `${at}`);
      write(book, { type: 'buffer', compression: true });
    });
    await core.close();
    taken.push({ account, register, peer });
    console.info(
      `${rows} rows: ${NUMBERS * 2} numbers accounted for in ${account.toFixed(0)} ms; register of ${sheets.flat().length} rows ${register.toFixed(0)} ms, ${(register / peer).toFixed(2)} of SheetJS’s ${peer.toFixed(0)} ms`,
    );
  }
  const [small, large] = taken;
  expect(large!.account).toBeLessThan(1_000);
  expect(large!.register).toBeLessThan(large!.peer);
  // Four times the rows; what is more than that and chance would be growth beyond them.
  expect(large!.account / small!.account).toBeLessThan(6);
  expect(large!.register / small!.register).toBeLessThan(6);
});
