import { defineConfig } from '@playwright/test';

/** Journeys: in a browser against the web host, in Electron, and in the unpacked program. One at a time: each starts a whole program. */
export default defineConfig({
  outputDir: 'test-results',
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  retries: 0,
  reporter: 'list',
  projects: [
    { name: 'web', testDir: 'tests/e2e' },
    { name: 'editor', testDir: 'tests/editor', timeout: 30_000, expect: { timeout: 5_000 } },
    { name: 'electron', testDir: 'tests/smoke', grep: /@electron/ },
    { name: 'packaged', testDir: 'tests/smoke', grep: /@packaged/ },
  ],
});
