import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { checkFinal } from '../../electron/core/export/finalCheck/checkFinal';
import { lintDocx, readParts } from '../../electron/core/export/finalCheck/lintDocx';
import { findElements, parseXml } from '../../electron/core/export/finalCheck/xmlTree';
import { startTestCore, type TestCore } from '../../electron/core/testing/temporaryCore';
import { squeeze } from '../../shared/document/draft/compareText';
import { listVariants } from '../../shared/domain/variant';
import { buildGoldenSnapshot, readGoldenTables } from './goldenSnapshot';
import { expectGrid, readGrid, type ReadGrid } from './readGrid';
import { validateDocx } from './validateDocx';

const SHARED = process.env['HUIHAN_SHARED'];
if (!SHARED) console.info('HUIHAN_SHARED is missing: the documents of the drafted seed are not made.');

async function draftSeed(): Promise<TestCore> {
  const core = startTestCore();
  const seed = readFileSync(join(SHARED!, 'seeds/003_b51df5f9a325489b.txt'));
  await core.call('project:new', { letter: core.write('函.txt', seed), target: core.registerFile(join(core.folder, 'a.huihan')) });
  await core.callJob('reply:importDraft', { file: core.write('稿.txt', seed) });
  return core;
}

async function exportVariant(core: TestCore, variant: ReturnType<typeof listVariants>[number], name: string): Promise<Uint8Array> {
  const path = join(core.folder, name);
  await core.callJob('export:document', { variant, target: core.registerFile(path) });
  return readFileSync(path);
}

/** A grid by its words alone, full and half width alike. */
function printGrid(grid: ReadGrid): string {
  return JSON.stringify(grid.map((row) => row.map(({ text, colSpan, rowSpan }) => [squeeze(text), colSpan, rowSpan])));
}

test.skipIf(!SHARED)(
  'every document of the drafted seed is valid for Word, sound and the same when repeated',
  { timeout: 240_000 },
  async () => {
    const core = await draftSeed();
    const letter = (await core.call('letter:list', {}))[0]!;
    for (const variant of listVariants(letter)) {
      const docx = await exportVariant(core, variant, `${variant}.docx`);
      expect(await validateDocx(docx), variant).toEqual([]);
      expect(lintDocx(readParts(docx)), variant).toEqual([]);
      expect(Buffer.compare(docx, await exportVariant(core, variant, `${variant}.docx`)), variant).toBe(0);
    }
  },
);

test.skipIf(!SHARED)(
  'the announcement of the drafted seed holds every golden table, its formulas set, and nothing to mend',
  { timeout: 120_000 },
  async () => {
    const core = await draftSeed();
    const docx = await exportVariant(core, 'announcement', '公告.docx');
    const written = findElements(parseXml(readParts(docx)['word/document.xml']!), 'w:tbl').map((table) => printGrid(readGrid(table)));
    const golden = [...buildGoldenSnapshot(readGoldenTables()!).tables.values()].map((table) =>
      printGrid(expectGrid(table, (text) => text)),
    );
    expect(golden).toHaveLength(46);
    expect(written.toSorted()).toEqual(golden.toSorted());
    expect(checkFinal('公告.docx', docx)).toEqual([]);
  },
);
