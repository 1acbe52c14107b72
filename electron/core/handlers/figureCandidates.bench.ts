import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import { createCore } from '../createCore';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');
const ROWS = 10_000;
const YEARS = 10;
const FILES = 2;

const folder = mkdtempSync(join(tmpdir(), 'huihan-bench-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A sheet of 100,000 numbers under names and years. */
function writeTable(file: number): string {
  const header = ['客户名称', ...Array.from({ length: YEARS }, (_, col) => `${2016 + col}年度（万元）`)].join(',');
  const rows = Array.from({ length: ROWS }, (_, row) =>
    [
      `客户${file}-${row}`,
      ...Array.from({ length: YEARS }, (_, col) => `${(row * 7_919 + col * 104_729 + file) % 1_000_000}.${10 + ((row + col) % 90)}`),
    ].join(','),
  );
  const path = join(folder, `${file}.csv`);
  writeFileSync(path, [header, ...rows].join('\n'));
  return path;
}

test('the candidates of a figure are there within 5 ms in a project of 200,000 cells', { timeout: 120_000 }, async () => {
  const core = createCore({
    stateFolder: join(folder, 'state'),
    projectsFolder: folder,
    assetsFolder: join(ROOT, 'assets'),
    actor: 'bench',
    language: 'zh-CN',
    logFile: null,
  });
  const letter = core.registerFile(join(ROOT, 'assets/sample/letter.txt'));
  await core.call('project:new', { letter, target: core.registerFile(join(folder, 'big.huihan')) });
  const files = Array.from({ length: FILES }, (_, file) => core.registerFile(writeTable(file)));
  await core.callJob('source:import', { files, disclosed: true });
  const { questionId } = (await core.call('letter:list', {}))[0]!.questions[0]!;
  const measure = async (text: string): Promise<number> => {
    const times: number[] = [];
    for (let run = 0; run < 60; run += 1) {
      const begun = performance.now();
      const found = await core.call('figure:candidates', { text, questionId, limit: 60 });
      times.push(performance.now() - begun);
      expect(found.length).toBeGreaterThan(0);
    }
    return Math.min(...times);
  };
  const byValue = await measure('791,900.20');
  const byUnit = await measure('791,900.20万元');
  const byWords = await measure('客户1-250 2019年度');
  console.info(
    `candidates among ${ROWS * YEARS * FILES} cells: by value ${byValue.toFixed(1)} ms, by value and unit ${byUnit.toFixed(1)} ms, by words ${byWords.toFixed(1)} ms`,
  );
  await core.close();
  for (const milliseconds of [byValue, byUnit, byWords]) expect(milliseconds).toBeLessThan(5);
});
