import { createCipheriv } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../shared/ipc/errors';
import { getFileKind } from './fileKind';

const ZIP = Buffer.from([0x50, 0x4b, 0x03, 0x04, 0, 0]);
const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);

/** The kind, or the code and reason of the refusal. */
function ask(fileName: string, bytes: Uint8Array): string {
  try {
    return getFileKind(bytes, fileName);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    expect(error.data['file']).toBe(fileName);
    const { reason } = error.data;
    return [error.code, typeof reason === 'object' ? reason.key : ''].join(' ').trim();
  }
}

describe('getFileKind', () => {
  it('goes by name and content together', () => {
    expect(ask('函.TXT', Buffer.from('文字'))).toBe('text');
    expect(ask('稿.docx', ZIP)).toBe('docx');
    expect(ask('表.xlsx', ZIP)).toBe('xlsx');
    expect(ask('表.csv', Buffer.from('a,b'))).toBe('csv');
    expect(ask('函.pdf', Buffer.from('%PDF-1.7'))).toBe('pdf');
    expect(ask('函.pdf', Buffer.from('\ufeff%PDF-1.7'))).toBe('pdf');
  });

  it('names formats it does not read', () => {
    expect(ask('稿.doc', OLE)).toBe('unsupported-format');
    expect(ask('图.png', ZIP)).toBe('unsupported-format');
  });

  it('refuses a file that is not what its name says, and one with a password', () => {
    expect(ask('稿.docx', Buffer.from('%PDF-1.7'))).toBe('not-what-it-says reason.isPdf');
    expect(ask('函.pdf', ZIP)).toBe('not-what-it-says reason.notPdf');
    expect(ask('函.txt', ZIP)).toBe('not-what-it-says reason.isZip');
    expect(ask('稿.docx', OLE)).toBe('not-what-it-says reason.oldOffice');
    expect(ask('稿.docx', Buffer.concat([OLE, Buffer.from('EncryptedPackage', 'utf16le')]))).toBe('encrypted-file');
  });

  it('tells ciphertext of a company computer from another format', () => {
    const cipher = createCipheriv('aes-128-ctr', Buffer.alloc(16, 7), Buffer.alloc(16, 1)).update(Buffer.alloc(32_768));
    expect(ask('稿.docx', cipher)).toBe('not-what-it-says reason.enciphered');
    const picture = Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47]), Buffer.alloc(4096)]);
    expect(ask('稿.docx', picture)).toBe('not-what-it-says reason.notOffice');
    expect(ask('稿.docx', Buffer.from('这只是一段文字'))).toBe('not-what-it-says reason.notOffice');
  });

  it('refuses a text larger than any document at once, whatever it holds', () => {
    const dump = new Uint8Array(60 * 1024 * 1024);
    expect(() => getFileKind(dump, '六十兆.txt')).toThrow(
      expect.objectContaining({ code: 'file-too-large', data: { file: '六十兆.txt', size: '60 MB', limit: '20 MB' } }),
    );
  });
});
