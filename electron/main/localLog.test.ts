import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openLocalLog } from './localLog';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'local-log-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('every event is one line with its time and facts', () => {
  const log = openLocalLog(join(folder, 'logs', 'main.log'));
  log.write('start', { version: '1' });
  log.write('end');
  const lines = readFileSync(log.file, 'utf8').trim().split('\n');
  expect(lines.map((line) => (JSON.parse(line) as { event: string }).event)).toEqual(['start', 'end']);
  expect(JSON.parse(lines[0]!)).toMatchObject({ version: '1', at: expect.stringMatching(/^\d{4}-\d\d-\d\dT/) as string });
});

test('a log past one megabyte makes room for a new one and is kept', () => {
  const file = join(folder, 'main.log');
  writeFileSync(file, 'x'.repeat(1024 * 1024 + 1));
  openLocalLog(file).write('start');
  expect(readFileSync(`${file}.old`, 'utf8')).toHaveLength(1024 * 1024 + 1);
  expect(readFileSync(file, 'utf8').trim().split('\n')).toHaveLength(1);
});
