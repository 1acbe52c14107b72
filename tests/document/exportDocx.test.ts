import { createHash } from 'node:crypto';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { build } from 'vite';
import { expect, test } from 'vitest';
import { exportDocx } from '../../electron/core/export/docx/exportDocx';
import { createParagraph, type FilingBlock, PARAGRAPH_STYLES } from '../../shared/document/filingBlock';
import { lintDocx, readParts } from '../../electron/core/export/finalCheck/lintDocx';
import { buildSampleBlocks, PIXEL } from './sampleBlocks';
import { validateDocx } from './validateDocx';
import { findElements, getElement, getElements, getOwnText, parseXml, printXml } from '../../electron/core/export/finalCheck/xmlTree';

const OPTIONS = { title: '关于年报问询函回复的公告', created: '2025-06-05' };

async function exportBody(blocks: FilingBlock[]): Promise<string> {
  const parts = readParts(await exportDocx(blocks, OPTIONS));
  return printXml(getElement(parseXml(parts['word/document.xml']!), 'w:body')!);
}

test('every kind of block, inline and table together is valid for Word, in the schema and beyond', async () => {
  const docx = await exportDocx(buildSampleBlocks(), OPTIONS);
  expect(await validateDocx(docx)).toEqual([]);
  expect(lintDocx(readParts(docx))).toEqual([]);
});

test('the body of a document reads as its golden file', async () => {
  const sample = buildSampleBlocks();
  const firstTable = sample.findIndex((block) => block.type === 'table');
  await expect(await exportBody(sample.slice(0, firstTable + 2))).toMatchFileSnapshot('golden/body.xml');
});

test('a table with spans, a nested table and notes reads as its golden file', async () => {
  const sample = buildSampleBlocks();
  const isNesting = (block: FilingBlock) =>
    block.type === 'table' && block.layout.rows.some((row) => row.cells.some((cell) => cell.content.some((part) => part.type === 'table')));
  const merged = sample.findIndex(
    (block) => block.type === 'table' && block.layout.rows.some((row) => row.cells.some((cell) => cell.merge === 'continue')),
  );
  const chosen = [sample[merged]!, ...sample.filter(isNesting)];
  await expect(await exportBody(chosen)).toMatchFileSnapshot('golden/tables.xml');
});

test('styles, settings and fonts are exactly the house format', async () => {
  const parts = readParts(await exportDocx([createParagraph('ReplyBody', '正文')], OPTIONS));
  const printed = ['word/styles.xml', 'word/settings.xml', 'word/fontTable.xml', 'docProps/core.xml', 'word/footer1.xml'].map(
    (path) => `${path}\n${printXml(parseXml(parts[path]!))}`,
  );
  await expect(printed.join('\n')).toMatchFileSnapshot('golden/parts.xml');
  const defined = findElements(parseXml(parts['word/styles.xml']!), 'w:style').map((style) => style.attributes['w:styleId']);
  expect(defined).toEqual(expect.arrayContaining([...PARAGRAPH_STYLES]));
});

test('a repeated export is the same to the byte', async () => {
  const [first, second] = [await exportDocx(buildSampleBlocks(), OPTIONS), await exportDocx(buildSampleBlocks(), OPTIONS)];
  expect(Buffer.compare(first, second)).toBe(0);
});

test('another process in another time zone writes the same bytes', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'huihan-identity-'));
  try {
    const from = (path: string) => JSON.stringify(resolve(import.meta.dirname, path));
    writeFileSync(
      join(folder, 'print.ts'),
      `import { exportDocx } from ${from('../../electron/core/export/docx/exportDocx.ts')};
       import { buildSampleBlocks } from ${from('./sampleBlocks.ts')};
       process.stdout.write(await exportDocx(buildSampleBlocks(), ${JSON.stringify(OPTIONS)}));`,
    );
    await build({
      configFile: false,
      root: folder,
      logLevel: 'silent',
      build: { ssr: join(folder, 'print.ts'), outDir: join(folder, 'out'), rollupOptions: { output: { entryFileNames: 'print.mjs' } } },
      ssr: { noExternal: true },
    });
    const hashes = ['Asia/Shanghai', 'America/Anchorage'].map((TZ) =>
      hash(execFileSync(process.execPath, [join(folder, 'out', 'print.mjs')], { env: { ...process.env, TZ }, maxBuffer: 1 << 26 })),
    );
    const own = hash(await exportDocx(buildSampleBlocks(), OPTIONS));
    expect(hashes).toEqual([own, own]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test('the file names its title and its own date, and nobody', async () => {
  const core = readParts(await exportDocx([], { title: 'A & B <丙>', created: '2025-06-05' }))['docProps/core.xml']!;
  const properties = getElements(parseXml(core)).map((property) => `${property.name} ${getOwnText(property)}`);
  expect(properties).toEqual(['dc:title A & B <丙>', 'dcterms:created 2025-06-05T00:00:00Z', 'dcterms:modified 2025-06-05T00:00:00Z']);
});

test('a date may come with a time in UTC; anything else is refused', async () => {
  const core = readParts(await exportDocx([], { title: '', created: '2025-06-05T08:30:00Z' }))['docProps/core.xml']!;
  expect(core).toContain('>2025-06-05T08:30:00Z<');
  await expect(exportDocx([], { title: '', created: '2025年6月5日' })).rejects.toThrow('ISO date');
});

test('a document of nothing, and one that ends with a table, are valid', async () => {
  const table = buildSampleBlocks().find((block) => block.type === 'table')!;
  for (const blocks of [[], [table], [{ type: 'landscape' as const, blocks: [table] }]]) {
    const docx = await exportDocx(blocks, OPTIONS);
    expect(await validateDocx(docx)).toEqual([]);
    expect(lintDocx(readParts(docx))).toEqual([]);
  }
});

test('text no XML can hold is replaced where it stood, and markup in text stays text', async () => {
  const xml = await exportBody([createParagraph('ReplyBody', 'a\u0001b\ud800c</w:t>&amp;')]);
  expect(xml).toContain('<w:t xml:space="preserve">a\ufffdb\ufffdc</w:t>&amp;</w:t>');
});

test('pictures are stored once, keep their bytes and carry their alt text', async () => {
  const docx = await exportDocx(buildSampleBlocks(), OPTIONS);
  const files = unzipSync(docx);
  const media = Object.keys(files).filter((path) => path.startsWith('word/media/'));
  expect(media).toHaveLength(1);
  expect(files[media[0]!]).toEqual(PIXEL);
  expect(readDrawings(files).slice(0, 2)).toEqual([
    ['1', '供热面积 <2024> & "2023"'],
    ['2', undefined],
  ]);
});

test('charts are native, with their values cached, a workbook behind them, alt text and a source line below', async () => {
  const files = unzipSync(await exportDocx(buildSampleBlocks(), OPTIONS));
  expect(readDrawings(files).slice(2)).toEqual(['3', '4', '5', '6'].map((id) => [id, '各年 & 各项']));
  const charts = ['barChart', 'lineChart', 'barChart lineChart', 'pieChart'];
  for (const [index, plots] of charts.entries()) {
    const chart = parseXml(strFromU8(files[`word/charts/chart${index + 1}.xml`]!));
    for (const plot of plots.split(' ')) expect(findElements(chart, `c:${plot}`)).not.toEqual([]);
    const sheet = parseXml(strFromU8(unzipSync(files[`word/embeddings/chart${index + 1}.xlsx`]!)['xl/worksheets/sheet1.xml']!));
    const cached = findElements(chart, 'c:numCache').flatMap((cache) => findElements(cache, 'c:v').map(getOwnText));
    expect(findElements(sheet, 'v').map(getOwnText).toSorted()).toEqual(cached.toSorted());
  }
  const styles = findElements(parseXml(strFromU8(files['word/document.xml']!)), 'w:pStyle').map((style) => style.attributes['w:val']);
  expect(styles.filter((style) => style === 'FigureSource')).toHaveLength(charts.length);
});

test('cross references are fields with cached words and a bookmark at the target; one to what is not there is plain text', async () => {
  const body = findElements(
    parseXml(strFromU8(unzipSync(await exportDocx(buildSampleBlocks(), OPTIONS))['word/document.xml']!)),
    'w:body',
  )[0]!;
  const codes = findElements(body, 'w:instrText').map(getOwnText);
  expect(codes.filter((code) => !code.includes('PAGE'))).toEqual([
    ' REF _Refq2 \\h ',
    ' HYPERLINK \\l "_Refq1i1" ',
    ' HYPERLINK \\l "_Refreferredtable" ',
    ' REF _Refreferredheading \\h ',
  ]);
  const names = findElements(body, 'w:bookmarkStart').map((bookmark) => bookmark.attributes['w:name']);
  expect(names).toEqual(['_Refq1i1', '_Refreferredheading', '_Refreferredtable', '_Refq2']);
  const words = findElements(body, 'w:p').map((paragraph) => findElements(paragraph, 'w:t').map(getOwnText).join(''));
  expect(words).toContain('详见问题2及问题1（1），如上表所示，详见上文“（一）营业收入下滑的原因”，见上图。');
});

test('changed words are bold by themselves, for bold of a heading and of a character style cancel each other out', async () => {
  const heading: FilingBlock = { type: 'paragraph', style: 'Heading3', inlines: [{ type: 'text', text: '新增', revised: true }] };
  expect(await exportBody([heading])).toMatch(/<w:rStyle w:val="UserRevised"\/>\s*<w:rFonts w:hint="eastAsia"\/>\s*<w:b\/>/);
});

test('lists count on by themselves and start anew in each list', async () => {
  const item = (list: number): FilingBlock => ({
    type: 'listItem',
    list,
    kind: 'number',
    depth: 0,
    inlines: [{ type: 'text', text: '项' }],
  });
  const parts = readParts(await exportDocx([item(0), item(0), item(1)], OPTIONS));
  const ids = findElements(parseXml(parts['word/document.xml']!), 'w:numId').map((id) => id.attributes['w:val']);
  expect([ids[0] === ids[1], ids[1] === ids[2]]).toEqual([true, false]);
  const restarts = findElements(parseXml(parts['word/numbering.xml']!), 'w:num').filter((num) => num.attributes['w:numId'] === ids[2]);
  expect(findElements(restarts[0]!, 'w:startOverride').map((start) => start.attributes['w:val'])).toEqual(
    Array.from({ length: 9 }, () => '1'),
  );
});

/** Number and alternative text of every drawing. */
function readDrawings(files: Readonly<Record<string, Uint8Array>>): (string | undefined)[][] {
  return findElements(parseXml(strFromU8(files['word/document.xml']!)), 'wp:docPr').map(({ attributes }) => [
    attributes['id'],
    attributes['descr'],
  ]);
}

function hash(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
