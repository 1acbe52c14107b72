import { mkdirSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

const root = import.meta.dirname;

/** Writes which packages ended up in a part of the build, for the third-party notices. */
function listPackages(part: 'main' | 'preload' | 'renderer') {
  return {
    name: 'huihan:list-packages',
    generateBundle(_options: unknown, bundle: Record<string, { type: string; moduleIds?: string[] }>) {
      const names = new Set<string>();
      for (const id of Object.values(bundle).flatMap((output) => output.moduleIds ?? [])) {
        const path = id.slice(id.lastIndexOf('node_modules/') + 'node_modules/'.length);
        if (id.includes('node_modules/'))
          names.add(
            path
              .split('/')
              .slice(0, path.startsWith('@') ? 2 : 1)
              .join('/'),
          );
      }
      mkdirSync(resolve(root, 'out'), { recursive: true });
      writeFileSync(resolve(root, `out/packages-${part}.json`), `${JSON.stringify([...names].sort())}\n`);
    },
  };
}

/**
 * Three builds: main (with core, terminal and browser host), preload, renderer. Mode `core` builds the first alone, mode `window` the other two.
 * How core is started is compiled in: `utility` in a shipped program; `child` runs it on this build's own Node, for tests with an older Electron.
 */
export default defineConfig(({ mode }) => {
  const launch = process.env.HUIHAN_CORE_LAUNCH === 'child' ? 'child' : 'utility';
  const main = {
    plugins: [listPackages('main')],
    define: {
      __CORE_LAUNCH__: JSON.stringify(launch),
      __CORE_NODE__: JSON.stringify(launch === 'child' ? process.execPath : ''),
    },
    build: {
      target: 'node18',
      emptyOutDir: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: {
          index: resolve(root, 'electron/main/index.ts'),
          core: resolve(root, 'electron/core/index.ts'),
          reader: resolve(root, 'electron/core/import/thread/reader.ts'),
          viewer: resolve(root, 'electron/core/view/viewer.ts'),
          web: resolve(root, 'electron/web/index.ts'),
          cli: resolve(root, 'electron/cli/index.ts'),
        },
        output: { format: 'cjs' as const, entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
      },
    },
  };
  const preload = {
    plugins: [listPackages('preload')],
    build: {
      target: 'node18',
      emptyOutDir: false,
      externalizeDeps: false,
      reportCompressedSize: false,
      rolldownOptions: {
        input: { index: resolve(root, 'electron/preload/index.ts') },
        output: { format: 'cjs' as const, entryFileNames: '[name].js' },
      },
    },
  };
  const renderer = {
    root: resolve(root, 'renderer'),
    plugins: [react(), listPackages('renderer')],
    build: {
      target: 'chrome114',
      emptyOutDir: true,
      reportCompressedSize: false,
      chunkSizeWarningLimit: 4_000,
      modulePreload: { polyfill: false },
      assetsInlineLimit: 0,
      outDir: resolve(root, 'out/renderer'),
      rolldownOptions: { input: { index: resolve(root, 'renderer/index.html') } },
    },
  };
  if (mode === 'core') return { main };
  if (mode === 'window') return { preload, renderer };
  return { main, preload, renderer };
});
