import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { judgeLock, judgeNode } from './preflight.mjs';

const lock = () => JSON.parse(readFileSync('package-lock.json', 'utf8')) as { packages: Record<string, { version: string }> };

test('an old Node is told what to do, differently on macOS', () => {
  expect(judgeNode('24.1.0', 'linux')).toBeNull();
  expect(judgeNode('20.11.0', 'linux')).toContain('npm ci');
  expect(judgeNode('20.11.0', 'darwin')).toContain('macOS');
});

test('the lock of this checkout serves every platform with one Lexical', () => {
  expect(judgeLock(lock())).toBeNull();
});

test('a lock made on one platform alone is refused by name', () => {
  const poor = lock();
  delete poor.packages['node_modules/@biomejs/cli-win32-x64'];
  expect(judgeLock(poor)).toContain('@biomejs/cli-win32-x64');
});

test('two versions of Lexical are refused', () => {
  const mixed = lock();
  mixed.packages['node_modules/x/node_modules/lexical'] = { version: '0.53.0' };
  expect(judgeLock(mixed)).toContain('2 versions of Lexical');
});
