import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { convertToPdf, findLibreOffice } from '../../electron/core/import/pdf/testing/convertToPdf';
import { makeSampleProject, readSample } from '../../electron/core/testing/sampleProject';
import { startTestCore } from '../../electron/core/testing/temporaryCore';

const hasOffice = findLibreOffice() !== null;
if (!hasOffice) console.info('LibreOffice is not installed: a firm’s PDF is not compared.');

type Difference = { kind: string; question: string; ours: string; theirs: string; reason: string | null };

const say = (text: string) =>
  `<w:p><w:pPr><w:pStyle w:val="ReplyBody"/></w:pPr><w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr><w:t>${text}</w:t></w:r></w:p>`;

/** The firm's document: ours, with a number of its own, its procedures and, once signed, its names and date. */
function writeAsFirm(docx: Uint8Array, { number, signed }: { number: string; signed: boolean }): Uint8Array {
  const parts = unzipSync(docx);
  const signature = ['大华信会计师事务所（特殊普通合伙）', '中国注册会计师：张三', '中国注册会计师：李四', '二〇二六年十二月五日'];
  const xml = strFromU8(parts['word/document.xml']!)
    .replaceAll('2,314.76', number)
    .replace('<w:sectPr', `${signed ? signature.map(say).join('') : ''}<w:sectPr`);
  return zipSync({ ...parts, 'word/document.xml': strToU8(xml) });
}

test.skipIf(!hasOffice)(
  'a firm’s DOCX and PDF tell the same differences, and the signed version none but those accepted',
  { timeout: 240_000 },
  async () => {
    const core = startTestCore();
    const { path } = await makeSampleProject(core);
    await core.callJob('reply:importDraft', { file: core.write('draft.txt', readSample('draft.txt')) });
    const own = join(core.folder, '专项说明.docx');
    await core.callJob('export:document', { variant: 'auditor', target: core.registerFile(own) });
    await core.call('project:close', {});
    const docx = readFileSync(own);

    const compare = (name: string, bytes: Uint8Array): Difference[] => {
      const file = join(core.folder, name);
      writeFileSync(file, bytes);
      const words = ['compare', path, file, '--role', 'auditor', '--json', '--state', join(core.folder, 'cli')];
      const { status, stdout, stderr } = spawnSync(process.execPath, [resolve('scripts/huihan.mjs'), ...words], { encoding: 'utf8' });
      expect([status, stderr]).toEqual([0, '']);
      return (JSON.parse(stdout) as { differences: Difference[] }).differences;
    };
    const both = (name: string, bytes: Uint8Array) =>
      [compare(`${name}.docx`, bytes), compare(`${name}.pdf`, convertToPdf(bytes))] as const;

    const [inWord, inPdf] = both('初稿', writeAsFirm(docx, { number: '2,341.76', signed: false }));
    expect(inWord.length).toBeGreaterThan(0);
    expect(inWord.map(({ kind, ours, theirs }) => [kind, ours, theirs])).toEqual([
      ['question', '2,314.76', '2,341.76'],
      ['figure', '2,314.76', '2,341.76'],
    ]);
    expect(inPdf).toEqual(inWord);

    await core.openProject(path, 'write');
    for (const { reason: _reason, ...difference } of inWord) {
      await core.call('opinion:accept', { verifier: 'auditor', difference: difference as never, reason: '会计师口径' });
    }
    await core.call('project:close', {});
    for (const differences of both('签字版', writeAsFirm(docx, { number: '2,341.76', signed: true }))) {
      expect(differences).toEqual(inWord.map((difference) => ({ ...difference, reason: '会计师口径' })));
    }
    for (const differences of both('改正版', writeAsFirm(docx, { number: '2,314.76', signed: true }))) expect(differences).toEqual([]);
  },
);
