// npm start: opens the program in Electron, or, where none can be had, in the browser of this computer.
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { chooseLaunch, findElectron } from './electronRuntime.mjs';
import { ensureBuilt, ROOT } from './freshBuild.mjs';
import { openInBrowser } from './openInBrowser.mjs';
import { judgeNode } from './preflight.mjs';

const problem = judgeNode(process.versions.node, process.platform);
if (problem !== null) {
  process.stderr.write(`${problem}\n`);
  process.exit(1);
}

const words = process.argv.slice(2);
const hasDisplay = process.platform !== 'linux' || Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
const electron = hasDisplay ? await findElectron() : null;

if (electron) {
  ensureBuilt(['core', 'window'], chooseLaunch(electron.folder));
  // Electron refuses to run as root inside its sandbox.
  const asRoot = process.platform === 'linux' && process.getuid() === 0 ? ['--no-sandbox'] : [];
  const child = spawn(electron.executable, [ROOT, ...asRoot, ...words], { stdio: 'inherit' });
  child.on('exit', (code) => (process.exitCode = code ?? 1));
} else {
  const reason = hasDisplay ? 'No Electron runtime can be had here' : 'There is no display for Electron here';
  process.stdout.write(`${reason}, so the workbench opens in the browser (for development; everything stays on 127.0.0.1).\n`);
  ensureBuilt(['core', 'window']);
  const host = spawn(process.execPath, [join(ROOT, 'out/main/web.js'), ...words], { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
  host.stdout.setEncoding('utf8').once('data', (text) => openInBrowser(text.trim().split('\n')[0]));
  host.stdout.pipe(process.stdout);
  host.on('exit', (code) => (process.exitCode = code ?? 1));
  for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => host.kill(signal));
}
