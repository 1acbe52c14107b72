import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { describeParts } from '../../../../shared/tables/describeParts';
import { decodeText } from '../../import/decodeText';
import { readTextParts } from '../../import/text/readTextParts';
import { type Core, createCore } from '../../createCore';
import { connect } from '../connection';
import { findEntriesByWords } from '../queries/search';
import { toSearchPhrases } from './searchWords';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../../../..');
const SHARED = process.env['HUIHAN_SHARED'];
if (!SHARED) console.info('HUIHAN_SHARED is not set: searching 50 annual reports is not measured.');

const COPIES = 50;
const QUERIES = 400;
const LIMIT = 100;

describe.skipIf(!SHARED)('searching 50 annual reports of 100,000 characters each', () => {
  const folder = mkdtempSync(join(tmpdir(), 'huihan-search-'));
  const project = join(folder, 'search.huihan');
  let core: Core;
  let text = '';

  beforeAll(async () => {
    const name = readdirSync(join(SHARED!, 'seeds')).find((file) => file.startsWith('004_'))!;
    text = decodeText(readFileSync(join(SHARED!, 'seeds', name)), name);
    const settings = { stateFolder: folder, projectsFolder: folder, assetsFolder: join(ROOT, 'assets'), actor: 'bench', logFile: null };
    core = createCore({ ...settings, language: 'zh-CN' });
    const letter = core.registerFile(join(ROOT, 'assets/sample/letter.txt'));
    await core.call('project:new', { letter, target: core.registerFile(project) });
    const files = Array.from({ length: COPIES }, (_, copy) => {
      const path = join(folder, `${copy}.txt`);
      writeFileSync(path, text);
      return core.registerFile(path);
    });
    await core.callJob('source:import', { files, disclosed: true });
    await core.call('project:save', {});
  }, 600_000);
  afterAll(async () => {
    await core.close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('finds a word of two characters in under 10 ms at the 95th percentile', async () => {
    const times: number[] = [];
    for (const query of pickWords(text, QUERIES)) {
      const begun = performance.now();
      await core.call('search:query', { query, limit: LIMIT });
      times.push(performance.now() - begun);
    }
    times.sort((a, b) => a - b);
    const at = (share: number) => times[Math.floor(times.length * share)]!;
    console.info(
      `search over ${COPIES} × 004: p50 ${at(0.5).toFixed(2)} ms, p95 ${at(0.95).toFixed(2)} ms, max ${at(0.9999).toFixed(2)} ms`,
    );
    expect(at(0.95)).toBeLessThan(10);
  });

  test('finds in the text what ripgrep finds', () => {
    // One line for each text the index holds: a paragraph, the cells of a row, a caption, the notes of a table.
    const { parts } = describeParts(readTextParts(text, '年报.txt').parts, '年报.txt');
    const lines = parts.flatMap((part) =>
      part.type === 'paragraph'
        ? [part.text]
        : [part.table.caption ?? '', part.table.notes.join(' '), ...part.table.rows.map((row) => row.map((cell) => cell.text).join('\t'))],
    );
    const file = join(folder, 'lines.txt');
    writeFileSync(file, lines.map((line) => line.normalize('NFKC').replaceAll('\n', ' ')).join('\n'));
    const connection = connect(project, 'read');
    const differing: string[] = [];
    for (const word of pickWords(text, 60)) {
      const found = findEntriesByWords(connection.db, toSearchPhrases(word)!, 1e9).filter(
        ({ kind }) => kind !== 'letter' && kind !== 'reply',
      );
      const grep = spawnSync('rg', ['-c', '-F', word, file], { encoding: 'utf8' });
      const counted = grep.error ? lines.filter((line) => line.normalize('NFKC').includes(word)).length : Number(grep.stdout || 0);
      if (found.length !== counted * COPIES) differing.push(`${word}: ${found.length} / ${counted * COPIES}`);
    }
    connection.close();
    expect(differing).toEqual([]);
  });
});

/** Pairs of Han characters spread evenly over the text, frequent and rare ones alike. */
function pickWords(text: string, count: number): string[] {
  const pairs = [...new Set(text.match(/[\u4e00-\u9fff]{2}/g))];
  return Array.from({ length: count }, (_, i) => pairs[Math.floor((i * pairs.length) / count)]!);
}
