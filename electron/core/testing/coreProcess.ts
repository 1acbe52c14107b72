import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import type { CoreSettings, FromCore, ToCore } from '../../../shared/ipc/coreMessages';
import { cleanUpAfterTest } from './temporaryFolder';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../../..');

/** What holds machine code is loaded from node_modules, as in the program. */
const EXTERNAL = ['better-sqlite3', '@napi-rs/canvas', 'tesseract.js'];

/** Core's entry and its threads built as a program starts them, in a folder where they find better-sqlite3. Returns core's path and how to remove all. */
export async function buildCoreEntry(): Promise<{ path: string; remove(): void }> {
  const folder = mkdtempSync(join(ROOT, 'node_modules', '.huihan-core-'));
  const remove = () => rmSync(folder, { recursive: true, force: true });
  await build({
    configFile: false,
    root: ROOT,
    logLevel: 'error',
    build: {
      ssr: true,
      outDir: folder,
      rolldownOptions: {
        input: {
          core: join(ROOT, 'electron/core/index.ts'),
          reader: join(ROOT, 'electron/core/import/thread/reader.ts'),
          viewer: join(ROOT, 'electron/core/view/viewer.ts'),
        },
        external: EXTERNAL,
        output: { entryFileNames: '[name].js' },
      },
    },
    ssr: { noExternal: true, external: EXTERNAL },
  }).catch((error: unknown) => {
    remove();
    throw error;
  });
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  return { path: join(folder, 'core.js'), remove };
}

/** A real core process, as the desktop program starts one. */
export type CoreProcess = {
  post(message: ToCore): void;
  /** Resolves with every message so far once `isLast` is true of one. */
  waitFor(isLast: (message: FromCore) => boolean): Promise<FromCore[]>;
  /** Ends it as a crash or the system would, and resolves when it is gone. */
  kill(): Promise<void>;
  exited(): Promise<void>;
  pid: number;
};

/** Starts core's built entry in a process of its own and waits until it is ready. */
export async function startCoreProcess(entry: string, settings: CoreSettings): Promise<CoreProcess> {
  const child: ChildProcess = fork(entry, [], { serialization: 'advanced', execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
  cleanUpAfterTest(() => void child.kill('SIGKILL'));
  const received: FromCore[] = [];
  const waiting: { isLast: (message: FromCore) => boolean; resolve: (messages: FromCore[]) => void }[] = [];
  const gone = once(child, 'exit');
  child.on('message', (message: FromCore) => {
    received.push(message);
    for (const one of waiting.splice(0)) {
      if (one.isLast(message)) one.resolve([...received]);
      else waiting.push(one);
    }
  });
  const core: CoreProcess = {
    post: (message) => void child.send(message),
    waitFor: (isLast) =>
      new Promise((resolve, reject) => {
        if (received.some(isLast)) resolve([...received]);
        else waiting.push({ isLast, resolve });
        void gone.then(([code, signal]) => reject(new Error(`core ended: ${String(code)} ${String(signal)}`)));
      }),
    kill: async () => {
      child.kill('SIGKILL');
      await gone;
    },
    exited: async () => void (await gone),
    pid: child.pid!,
  };
  core.post({ kind: 'settings', settings });
  await core.waitFor((message) => message.kind === 'ready');
  return core;
}
