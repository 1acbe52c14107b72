import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
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
}, 300_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test.skipIf(!SHARED || !hasPandoc)(
  'the export of 003 takes at most 1.5 times pandoc’s time, ten times the document at most eleven times that',
  () => {
    const taken = compare({
      pandoc: () => run('pandoc', [join(folder, 'one.md'), '-o', join(folder, 'pandoc.docx')]),
      'huihan export': () => huihan('export', join(folder, 'one.huihan'), join(folder, 'one.docx')),
      'huihan export, ten times the document': () => huihan('export', join(folder, 'ten.huihan'), join(folder, 'ten.docx')),
    });
    const toPandoc = taken['huihan export']! / taken['pandoc']!;
    const toOne = taken['huihan export, ten times the document']! / taken['huihan export']!;
    console.info(`ratios: ${toPandoc.toFixed(2)} to pandoc, ${toOne.toFixed(2)} for ten times the document`);
    expect(toPandoc).toBeLessThan(1.5);
    expect(toOne).toBeLessThan(11);
  },
  300_000,
);
