import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openPreferences } from './preferences';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'preferences-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

test('what was set is there at the next start', () => {
  const file = join(folder, 'deep', 'preferences.json');
  openPreferences(file).set({ language: 'en', bounds: { x: 1, y: 2, width: 1280, height: 800 } });
  expect(openPreferences(file).get()).toEqual({
    language: 'en',
    bounds: { x: 1, y: 2, width: 1280, height: 800 },
    maximized: false,
    recent: [],
  });
});

test('a project opened again moves to the front, and only ten are kept', () => {
  const store = openPreferences(join(folder, 'preferences.json'));
  for (let index = 0; index < 12; index++) store.addRecent(`/${index}.huihan`);
  store.addRecent('/5.huihan');
  expect(store.get().recent.map(({ path }) => path)).toEqual(
    ['5', '11', '10', '9', '8', '7', '6', '4', '3', '2'].map((name) => `/${name}.huihan`),
  );
});

test('a file that is not ours counts as none and is replaced by the next change', () => {
  const file = join(folder, 'preferences.json');
  writeFileSync(file, '{"bounds":{"x":"left"}}');
  const store = openPreferences(file);
  expect(store.get().bounds).toBeNull();
  store.set({ maximized: true });
  expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ maximized: true });
});
