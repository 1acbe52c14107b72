import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['shared/**/*.test.ts', 'electron/**/*.test.ts', 'renderer/**/*.test.{ts,tsx}', 'scripts/**/*.test.ts', 'tests/document/**/*.test.ts'],
    benchmark: { include: ['**/*.bench.ts'] },
    setupFiles: ['tests/fixedSeed.ts'],
    testTimeout: 60_000,
    // Some suites build core or start a browser first, on a machine that may be busy.
    hookTimeout: 120_000,
    restoreMocks: true,
  },
});
