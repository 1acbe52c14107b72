import { describe, expect, it } from 'vitest';
import { AppError } from '../../../shared/ipc/errors';
import { decodeText } from './decodeText';

function failure(bytes: readonly number[]): [string, unknown] {
  try {
    decodeText(new Uint8Array(bytes), '来信.txt');
  } catch (error) {
    if (error instanceof AppError) return [error.code, error.data['file']];
    throw error;
  }
  throw new Error('an error was expected');
}

describe('decoding a text file', () => {
  it.each([
    ['UTF-8', [0xe5, 0x87, 0xbd]],
    ['UTF-8 with a mark', [0xef, 0xbb, 0xbf, 0xe5, 0x87, 0xbd]],
    ['UTF-16 little endian', [0xff, 0xfe, 0xfd, 0x51]],
    ['UTF-16 big endian', [0xfe, 0xff, 0x51, 0xfd]],
    ['GB18030', [0xba, 0xaf]],
  ])('reads %s', (_, bytes) => {
    expect(decodeText(new Uint8Array(bytes), 'a.txt')).toBe('函');
  });

  it('reads a character that only four bytes of GB18030 can write', () => {
    expect(decodeText(new Uint8Array([0x81, 0x39, 0xef, 0x30, 0xba, 0xaf]), 'a.txt')).toBe('㐁函');
  });

  it('refuses binary content, ciphertext and files without text by name', () => {
    expect(failure([0x50, 0x4b, 0x03, 0x04, 0x00, 0x00])).toEqual(['not-what-it-says', '来信.txt']);
    expect(failure([0xff, 0x80, 0x81, 0xff])).toEqual(['not-what-it-says', '来信.txt']);
    expect(failure(Array.from({ length: 400 }, (_, i) => ((i * 7) % 31) + 1))).toEqual(['not-what-it-says', '来信.txt']);
    expect(failure([0x20, 0x0a, 0x09])).toEqual(['file-empty', '来信.txt']);
    expect(failure([])).toEqual(['file-empty', '来信.txt']);
  });
});
