import { strToU8, zipSync } from 'fflate';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../../shared/ipc/errors';
import { readDocx } from './readDocx';
import { buildDocx, p } from './testing/buildDocx';

const FILE = '来件.docx';
const good = buildDocx({ body: p('正文'.repeat(500)) });

/** The code and data of the refusal; fails when the file is read. */
function refuse(bytes: Uint8Array): string {
  try {
    readDocx(bytes, FILE);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    expect(error.data.file).toBe(FILE);
    return error.code;
  }
  return 'read';
}

/** Overwrites the uncompressed size the directory declares for an entry. */
function declareSize(zip: Uint8Array, name: string, size: number): Uint8Array {
  const bytes = zip.slice();
  const view = new DataView(bytes.buffer);
  for (let i = 0; i + 46 < bytes.length; i++) {
    if (view.getUint32(i, true) !== 0x02014b50) continue;
    const length = view.getUint16(i + 28, true);
    if (new TextDecoder().decode(bytes.subarray(i + 46, i + 46 + length)) === name) view.setUint32(i + 24, size, true);
  }
  return bytes;
}

const WORKBOOK =
  '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="a" Type="x/officeDocument" Target="xl/workbook.xml"/></Relationships>';
const withXml = (xml: string) => buildDocx({ body: '', entries: { 'word/document.xml': xml } });
const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

describe('readDocx on hostile files', () => {
  it('refuses what is no Word document', () => {
    expect(refuse(new Uint8Array())).toBe('not-what-it-says');
    expect(refuse(strToU8('这只是一段文字'))).toBe('not-what-it-says');
    expect(refuse(zipSync({ 'a.txt': strToU8('x') }))).toBe('not-what-it-says');
    expect(refuse(zipSync({ '_rels/.rels': strToU8(WORKBOOK), 'xl/workbook.xml': strToU8('<x/>') }))).toBe('not-what-it-says');
    expect(refuse(zipSync({ '[Content_Types].xml': strToU8('<Types/>') }))).toBe('document-broken');
  });

  it('refuses a file cut off anywhere', () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: good.length - 1 }), (length) => {
        expect(refuse(good.subarray(0, length))).toBe('archive-truncated');
      }),
      { numRuns: 60 },
    );
  });

  it('reads or refuses a file with any byte changed, and never fails otherwise', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: good.length - 1 }), fc.integer({ min: 1, max: 255 }), (at, by) => {
        const bytes = good.slice();
        bytes[at] = bytes[at]! ^ by;
        refuse(bytes);
      }),
      { numRuns: 400 },
    );
  });

  it('refuses a bomb, whether it declares its size or lies about it', () => {
    const bomb = buildDocx({ body: '', entries: { 'word/document.xml': ' '.repeat(70_000_000) } });
    expect(refuse(bomb)).toBe('archive-bomb');
    expect(refuse(declareSize(bomb, 'word/document.xml', 1000))).toBe('archive-bomb');
    expect(refuse(declareSize(good, 'word/document.xml', 0xffffffff))).toBe('archive-bomb');
  });

  it('refuses document types, so that no entity can be declared', () => {
    expect(
      refuse(withXml(`<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]><w:document ${W}><w:body>&e;</w:body></w:document>`)),
    ).toBe('xml-forbidden');
    expect(refuse(withXml(`<w:document ${W}><w:body>&e;</w:body></w:document>`))).toBe('document-broken');
  });

  it('refuses damaged XML and nesting no document has', () => {
    expect(refuse(withXml(`<w:document ${W}><w:body>`))).toBe('document-broken');
    expect(refuse(withXml('<other/>'))).toBe('document-broken');
    expect(refuse(withXml(`<w:document ${W}><w:body>${'<w:p>'.repeat(5000)}${'</w:p>'.repeat(5000)}</w:body></w:document>`))).toBe(
      'document-broken',
    );
  });

  it('reads UTF-16 parts and refuses bytes that are no text', () => {
    const xml = `<?xml version="1.0" encoding="UTF-16"?><w:document ${W}><w:body>${p('宽字节')}</w:body></w:document>`;
    const utf16 = Uint8Array.from([0xff, 0xfe, ...Buffer.from(xml, 'utf16le')]);
    const entries = { 'word/document.xml': utf16 };
    expect(readDocx(zipSync(entries), FILE).parts).toEqual([{ type: 'paragraph', text: '宽字节', place: { paragraph: 1 } }]);
    expect(refuse(zipSync({ 'word/document.xml': Uint8Array.from([0x3c, 0xff, 0xfe, 0xfd]) }))).toBe('document-broken');
  });
});
