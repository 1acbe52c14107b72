// npm run test:e2e [-- Playwright's words]: the journeys in Chromium, and in Electron and the unpacked program where they are there.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chooseLaunch } from './electronRuntime.mjs';
import { ensureBuilt, ROOT } from './freshBuild.mjs';

const runtime =
  process.env.ELECTRON_OVERRIDE_DIST_PATH ??
  (existsSync(join(ROOT, 'node_modules/electron/dist/version')) ? join(ROOT, 'node_modules/electron/dist') : null);
const packaged = existsSync(join(ROOT, 'dist/linux-unpacked/huihan'));
const projects = ['web', 'editor', ...(runtime ? ['electron'] : []), ...(runtime && packaged ? ['packaged'] : [])];
if (!runtime) process.stdout.write('Electron journeys: skipped, no runtime (ELECTRON_OVERRIDE_DIST_PATH)\n');

ensureBuilt(['core', 'window'], runtime ? chooseLaunch(runtime) : null);
const words = [
  join(ROOT, 'node_modules/@playwright/test/cli.js'),
  'test',
  ...projects.map((name) => `--project=${name}`),
  ...process.argv.slice(2),
];
const needsDisplay = runtime && process.platform === 'linux' && !(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
const [program, ...line] = needsDisplay
  ? ['xvfb-run', '-a', '-s', '-screen 0 1440x900x24', process.execPath, ...words]
  : [process.execPath, ...words];
const { status, error } = spawnSync(program, line, { cwd: ROOT, stdio: 'inherit' });
if (error) process.stderr.write(`${program} cannot be started: ${error.message}\n`);
process.exitCode = status ?? 1;
