// npm run dev: the workbench in the browser; sources that change are built again, and the host is restarted when its own part changed.
import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { watch } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt, isFresh, ROOT } from './freshBuild.mjs';

const QUIET_MS = 300;
const words = process.argv.slice(2);
const own = words.some((word) => word.startsWith('--port')) ? [] : ['--port', '5199'];
const address = [...own, '--token', randomBytes(12).toString('hex')];
let host = null;
let timer = null;

function startHost() {
  host = spawn(process.execPath, [join(ROOT, 'out/main/web.js'), ...address, ...words], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
}

function build() {
  const hostChanged = !isFresh('core');
  try {
    ensureBuilt(['core', 'window']);
    process.stdout.write('Built; reload the page.\n');
  } catch (error) {
    process.stderr.write(`${error.message}\n`);
    return;
  }
  if (!hostChanged && host) return;
  if (!host) return startHost();
  host.once('exit', startHost);
  host.kill('SIGTERM');
}

build();
for (const folder of ['electron', 'renderer', 'shared']) {
  watch(join(ROOT, folder), { recursive: true }, () => {
    clearTimeout(timer);
    timer = setTimeout(build, QUIET_MS);
  });
}
for (const signal of ['SIGINT', 'SIGTERM']) {
  process.on(signal, () => {
    host?.kill(signal);
    process.exit(0);
  });
}
