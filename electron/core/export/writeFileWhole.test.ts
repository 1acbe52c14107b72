import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { toWriteError, writeFileWhole } from './writeFileWhole';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'huihan-write-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const BYTES = new TextEncoder().encode('new');

test('a new file is written and nothing else is left in its folder', async () => {
  await writeFileWhole(join(folder, '公告.docx'), BYTES);
  expect(readFileSync(join(folder, '公告.docx'), 'utf8')).toBe('new');
  expect(readdirSync(folder)).toEqual(['公告.docx']);
});

test('an existing file is replaced whole', async () => {
  writeFileSync(join(folder, 'a.docx'), 'a much longer former file');
  await writeFileWhole(join(folder, 'a.docx'), BYTES);
  expect(readFileSync(join(folder, 'a.docx'), 'utf8')).toBe('new');
});

test('a folder that does not exist is refused by name', async () => {
  const path = join(folder, 'none', 'a.docx');
  await expect(writeFileWhole(path, BYTES)).rejects.toMatchObject({ code: 'write-refused', data: { file: path, reason: 'ENOENT' } });
});

test('a failure after writing leaves the folder as it was', async () => {
  const path = join(folder, 'a.docx');
  mkdirSync(join(path, 'inside'), { recursive: true });
  await expect(writeFileWhole(path, BYTES)).rejects.toMatchObject({ code: 'write-refused', data: { file: path } });
  expect(readdirSync(folder)).toEqual(['a.docx']);
  expect(readdirSync(path)).toEqual(['inside']);
});

const isRoot = process.getuid?.() === 0;
test.skipIf(isRoot || process.platform === 'win32')(
  'a read-only folder is refused by name (skipped for root, whom no folder refuses)',
  async () => {
    chmodSync(folder, 0o555);
    try {
      const path = join(folder, 'a.docx');
      await expect(writeFileWhole(path, BYTES)).rejects.toMatchObject({ code: 'write-refused', data: { file: path, reason: 'EACCES' } });
    } finally {
      chmodSync(folder, 0o755);
    }
  },
);

test('a path below a file is refused by name', async () => {
  writeFileSync(join(folder, 'file'), '');
  const path = join(folder, 'file', 'a.docx');
  await expect(writeFileWhole(path, BYTES)).rejects.toMatchObject({ code: 'write-refused', data: { file: path, reason: 'ENOTDIR' } });
});

test('a full disk and a spent quota are told apart from other refusals', () => {
  const tell = (code: string) => toWriteError('a.docx', Object.assign(new Error(code), { code })).code;
  expect(['ENOSPC', 'EDQUOT', 'EROFS', 'EACCES'].map(tell)).toEqual(['disk-full', 'disk-full', 'write-refused', 'write-refused']);
});
