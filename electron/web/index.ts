import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { homedir, userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { launchCore } from './coreChild';
import { readHostState } from './hostState';
import { startWebHost } from './webHost';

/** `web.js [--state DIR] [--projects DIR] [--port N] [--token T] [FILE.huihan…]`: prints its address and serves until it is stopped. */
async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      state: { type: 'string', default: join(homedir(), '.huihan-web') },
      projects: { type: 'string', default: join(homedir(), 'Documents', '回函工作台') },
      port: { type: 'string', default: '0' },
      token: { type: 'string', default: randomBytes(24).toString('hex') },
    },
  });
  const stateFolder = resolve(values.state);
  const projectsFolder = resolve(values.projects);
  mkdirSync(stateFolder, { recursive: true });
  mkdirSync(projectsFolder, { recursive: true });
  const stateFile = join(stateFolder, 'browser-host.json');
  const state = readHostState(stateFile);
  const outFolder = import.meta.dirname;
  const host = await startWebHost({
    launch: () => launchCore(join(outFolder, 'core.js')),
    settings: {
      stateFolder,
      projectsFolder,
      assetsFolder: resolve(outFolder, '../../assets'),
      actor: userInfo().username,
      language: state.language,
      logFile: join(stateFolder, 'huihan.log'),
    },
    state,
    stateFile,
    rendererFolder: resolve(outFolder, '../renderer'),
    files: positionals.map((file) => resolve(file)),
    token: values.token,
    port: Number(values.port),
  });
  process.stdout.write(`${host.url}\n`);
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    void host.close().then(() => process.exit(0));
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  // The script that started this one is gone, however it ended.
  process.on('disconnect', stop);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
