import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const SCRIPT = resolve('scripts/huihan.mjs');
const SHARED = process.env['HUIHAN_SHARED'];
const hasPandoc = spawnSync('pandoc', ['--version']).status === 0;
if (!SHARED || !hasPandoc) console.info('HUIHAN_SHARED or pandoc is missing: the export of 003 as a whole process is not measured.');

const RUNS = 7;
let folder = '';

function run(program: string, words: readonly string[]): { text: string; milliseconds: number } {
  const begun = performance.now();
  const { status, stdout, stderr } = spawnSync(program, words, { encoding: 'utf8' });
  const milliseconds = performance.now() - begun;
  if (status !== 0) throw new Error(`${program} ${words[1] ?? ''}: ${stderr}`);
  return { text: stdout, milliseconds };
}

const huihan = (...words: string[]) => run(process.execPath, [SCRIPT, ...words]);

/** Median time of each work, the works taking turns, so that what else the machine does falls on all alike. */
function compare(works: Record<string, () => { milliseconds: number }>): Record<string, number> {
  const times = Object.entries(works).map(([name, work]) => ({ name, work, taken: [] as number[] }));
  for (let turn = 0; turn < RUNS; turn++) for (const { work, taken } of times) taken.push(work().milliseconds);
  const medians = times.map(({ name, taken }) => [name, taken.toSorted((a, b) => a - b)[Math.floor(RUNS / 2)]!] as const);
  for (const [name, milliseconds] of medians) console.info(`${name}: ${Math.round(milliseconds)} ms`);
  return Object.fromEntries(medians);
}

/** The most memory a program held, in KB, as GNU time tells it; null where that is not installed. */
function measureMemory(program: string, words: readonly string[]): number | null {
  const { status, stderr } = spawnSync('/usr/bin/time', ['-f', '%M', program, ...words], { encoding: 'utf8' });
  return status === 0 ? Number(stderr.trim().split('\n').at(-1)) : null;
}

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'huihan-whole-'));
  if (!SHARED || !hasPandoc) return;
  const seed = join(SHARED, 'seeds/003_b51df5f9a325489b.txt');
  for (const name of ['one', 'ten']) {
    huihan('new', join(folder, `${name}.huihan`), '--letter', seed);
    huihan('draft', join(folder, `${name}.huihan`), seed);
  }
  for (let no = 1; no <= 9; no++) {
    const { text } = huihan('reply', join(folder, 'ten.huihan'), String(no));
    const file = join(folder, `${no}.md`);
    writeFileSync(file, text.repeat(10));
    huihan('reply', join(folder, 'ten.huihan'), String(no), file);
  }
  huihan('export', join(folder, 'one.huihan'), join(folder, 'one.docx'));
  run('pandoc', [join(folder, 'one.docx'), '-t', 'markdown', '-o', join(folder, 'one.md')]);
  writeFileSync(join(folder, 'ten.md'), readFileSync(join(folder, 'one.md'), 'utf8').concat('\n\n').repeat(10));
}, 300_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.skipIf(!SHARED || !hasPandoc)(
  'the export of 003 takes at most 1.2 times pandoc’s time, ten times the document at most pandoc’s time and 1.1 times its memory',
  () => {
    const taken = compare({
      pandoc: () => run('pandoc', [join(folder, 'one.md'), '-o', join(folder, 'pandoc.docx')]),
      'huihan export': () => huihan('export', join(folder, 'one.huihan'), join(folder, 'one.docx')),
      'pandoc, ten times the document': () => run('pandoc', [join(folder, 'ten.md'), '-o', join(folder, 'pandoc10.docx')]),
      'huihan export, ten times the document': () => huihan('export', join(folder, 'ten.huihan'), join(folder, 'ten.docx')),
    });
    const one = taken['huihan export']! / taken['pandoc']!;
    const ten = taken['huihan export, ten times the document']! / taken['pandoc, ten times the document']!;
    console.info(`ratios to pandoc: ${one.toFixed(2)}, and ${ten.toFixed(2)} for ten times the document`);
    expect(one).toBeLessThan(1.2);
    expect(ten).toBeLessThan(1);
    const pandocMemory = measureMemory('pandoc', [join(folder, 'ten.md'), '-o', join(folder, 'pandoc10.docx')]);
    const ownMemory = measureMemory(process.execPath, [SCRIPT, 'export', join(folder, 'ten.huihan'), join(folder, 'ten.docx')]);
    if (pandocMemory === null || ownMemory === null) return console.info('/usr/bin/time is missing: memory is not measured.');
    console.info(`memory: ${Math.round(ownMemory / 1024)} MB to pandoc's ${Math.round(pandocMemory / 1024)} MB`);
    expect(ownMemory).toBeLessThan(1.1 * pandocMemory);
  },
  300_000,
);
