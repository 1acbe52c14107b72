import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

const root = import.meta.dirname;

/** Builds the harness page: the real editor over a project in memory, without core. */
export default defineConfig({
  root: resolve(root, 'harness'),
  plugins: [react()],
  logLevel: 'warn',
  build: {
    target: 'chrome114',
    outDir: resolve(root, '../../out/editor-harness'),
    emptyOutDir: true,
    reportCompressedSize: false,
    chunkSizeWarningLimit: 4_000,
    modulePreload: { polyfill: false },
  },
});
