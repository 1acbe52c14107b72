import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach } from 'vitest';

const cleanups: (() => Promise<void> | void)[] = [];

afterEach(async () => {
  for (const clean of cleanups.splice(0).reverse()) await clean();
});

/** Has something done after the test, last come first served. */
export function cleanUpAfterTest(clean: () => Promise<void> | void): void {
  cleanups.push(clean);
}

/** A folder that is removed after the test. */
export function makeTemporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'huihan-core-'));
  cleanups.push(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
