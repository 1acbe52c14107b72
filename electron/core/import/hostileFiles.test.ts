import { createCipheriv } from 'node:crypto';
import { CFB, utils, write } from '@e965/xlsx';
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { sayError, sayMessage } from '../../../shared/catalogue/catalogue';
import { LANGUAGES } from '../../../shared/catalogue/defineWords';
import type { ReadPart } from '../../../shared/domain/dataTable';
import { AppError } from '../../../shared/ipc/errors';
import { buildDocx, p, run } from './docx/testing/buildDocx';
import { buildPdf, drawText } from './pdf/testing/buildPdf';
import { readSource } from './readSource';

/** A compound file as Office writes enciphered documents, and old programs all of theirs. */
function buildCompound(stream: string): Uint8Array {
  const container = CFB.utils.cfb_new();
  CFB.utils.cfb_add(container, `/${stream}`, Buffer.alloc(8192, 0x5a));
  return new Uint8Array(CFB.write(container, { type: 'buffer' }) as Buffer);
}

function buildWorkbook(bookType: 'xlsx' | 'biff8' = 'xlsx'): Uint8Array {
  const rows = [
    ['项目', '金额'],
    ['甲', 1.5],
  ];
  const book = utils.book_new();
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows), '收入');
  return new Uint8Array(write(book, { type: 'buffer', bookType, compression: true }) as Buffer);
}

/** A workbook with some of its parts changed or added. */
const alter = (parts: Record<string, string | Uint8Array>) => {
  const changed = Object.entries(parts).map(([name, part]) => [name, typeof part === 'string' ? strToU8(part) : part]);
  return zipSync({ ...unzipSync(buildWorkbook()), ...Object.fromEntries(changed) });
};
const partOf = (name: string) => strFromU8(unzipSync(buildWorkbook())[name]!);

/** An old workbook whose stream says behind its head that what follows is enciphered. */
function encipherOldWorkbook(): Uint8Array {
  const container = CFB.read(Buffer.from(buildWorkbook('biff8')), { type: 'buffer' });
  const stream = Buffer.from(CFB.find(container, '/Workbook')!.content as Uint8Array);
  const headEnd = 4 + stream.readUInt16LE(2);
  const filePass = Buffer.from([0x2f, 0, 6, 0, 0, 0, 0x12, 0x34, 0x56, 0x78]);
  CFB.utils.cfb_add(container, '/Workbook', Buffer.concat([stream.subarray(0, headEnd), filePass, stream.subarray(headEnd)]));
  return new Uint8Array(CFB.write(container, { type: 'buffer' }) as Buffer);
}

const ENTITIES = '<!DOCTYPE a [<!ENTITY b "长长长长长长长长"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;">]>';
const LOCKED = `/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /O <${'11'.repeat(32)}> /U <${'22'.repeat(32)}> /P -4 >>`;
const CIPHERTEXT = createCipheriv('aes-128-ctr', Buffer.alloc(16, 7), Buffer.alloc(16, 1)).update(Buffer.alloc(32_768));
const document = buildDocx({ body: p('正文'.repeat(500)) });
const page = buildPdf([drawText('文字', 90, 100)]);

describe('a file that cannot be taken in is refused in one sentence that names it', () => {
  it.each<[name: string, code: string, bytes: Uint8Array]>([
    ['加密.xlsx', 'encrypted-file', buildCompound('EncryptedPackage')],
    ['加密.docx', 'encrypted-file', buildCompound('EncryptedPackage')],
    ['加密.xls', 'encrypted-file', encipherOldWorkbook()],
    ['加密.pdf', 'encrypted-file', buildPdf([drawText('文字', 90, 100)], { trailer: LOCKED })],
    ['透明加密.xlsx', 'not-what-it-says', CIPHERTEXT],
    ['旧稿.doc', 'unsupported-format', buildCompound('WordDocument')],
    ['旧稿.wps', 'unsupported-format', buildCompound('WordDocument')],
    ['旧表.et', 'unsupported-format', buildWorkbook('biff8')],
    ['改名.docx', 'not-what-it-says', buildCompound('WordDocument')],
    ['半个.xlsx', 'archive-truncated', buildWorkbook().subarray(0, 3000)],
    ['半个.docx', 'archive-truncated', document.subarray(0, document.length / 2)],
    ['半个.pdf', 'document-broken', page.subarray(0, 60)],
    ['乱码.pdf', 'document-broken', Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(4096, 0xa7)])],
    ['炸弹.xlsx', 'archive-bomb', alter({ 'xl/worksheets/sheet1.xml': new Uint8Array(101_000_000) })],
    ['炸弹.docx', 'archive-bomb', buildDocx({ body: '', entries: { 'word/document.xml': ' '.repeat(70_000_000) } })],
    ['流水.xlsx', 'file-too-large', alter({ 'xl/worksheets/sheet1.xml': `<worksheet>${'<c r="A1"/>'.repeat(1_000_001)}</worksheet>` })],
    ['实体.xlsx', 'xml-forbidden', alter({ 'xl/sharedStrings.xml': `<?xml version="1.0"?>${ENTITIES}<sst>&c;</sst>` })],
    ['实体.docx', 'xml-forbidden', buildDocx({ body: '', entries: { 'word/document.xml': `${ENTITIES}<a>&c;</a>` } })],
    ['扫描.pdf', 'unsupported-format', buildPdf(['0 0 100 100 re f\n'])],
  ])('%s: %s', async (name, code, bytes) => {
    const error: unknown = await readSource(bytes, name).catch((refusal: unknown) => refusal);
    expect(error).toBeInstanceOf(AppError);
    const { code: told, data } = error as AppError;
    expect(told).toBe(code);
    for (const language of LANGUAGES) {
      const sentence = sayError(language, { code: told, data });
      expect(sentence).toContain(name);
      expect(sentence).not.toMatch(/[{}]|undefined/);
    }
  });
});

describe('what a file would run or fetch is left alone, and said', () => {
  const cellsOf = (parts: readonly ReadPart[]) =>
    parts.flatMap((part) => (part.type === 'table' ? part.table.rows.map((row) => row.map(({ text }) => text)) : []));
  const formula = (source: string) =>
    partOf('xl/worksheets/sheet1.xml').replace(/<c r="B2".*?<\/c>/, `<c r="B2"><f>${source}</f><v>7.5</v></c>`);

  it.each<[what: string, name: string, bytes: Uint8Array, codes: string[], value: string]>([
    ['macros', '宏.xlsm', alter({ 'xl/vbaProject.bin': 'Sub Auto_Open()' }), ['workbook-macros'], '1.5'],
    [
      'links to other files',
      '外链.xlsx',
      alter({ 'xl/externalLinks/externalLink1.xml': '<x/>', 'xl/worksheets/sheet1.xml': formula("'[1]表'!A1") }),
      ['workbook-links'],
      '7.5',
    ],
    ['a command in a formula', '命令.xlsx', alter({ 'xl/worksheets/sheet1.xml': formula("cmd|' /C calc'!A0") }), [], '7.5'],
  ])('%s of a workbook: the values saved are read', async (_what, name, bytes, codes, value) => {
    const { parts, warnings } = await readSource(bytes, name);
    expect(cellsOf(parts)).toEqual([
      ['项目', '金额'],
      ['甲', value],
    ]);
    expect(warnings.map((warning) => warning.code)).toEqual(codes);
    for (const { message } of warnings) for (const language of LANGUAGES) expect(sayMessage(language, message)).toMatch(/\S/);
  });

  it('fields, templates and pictures of a document that lead outside', async () => {
    const field = (code: string) => `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>${code}</w:instrText></w:r>`;
    const shown = `<w:r><w:fldChar w:fldCharType="separate"/></w:r>${run('12.50')}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    const bytes = buildDocx({
      body: p(`${run('单价')}${field('DDEAUTO c:\\\\windows\\\\cmd.exe "/k calc"')}${shown}${run('元')}`),
      entries: {
        'word/settings.xml': '<w:settings/>',
        'word/_rels/settings.xml.rels':
          '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="t" Type="x/attachedTemplate" Target="http://example.invalid/a.dotm" TargetMode="External"/></Relationships>',
      },
    });
    const { parts } = await readSource(bytes, '域.docx');
    expect(parts.map((part) => part.type === 'paragraph' && part.text)).toEqual(['单价12.50元']);
  });
});
