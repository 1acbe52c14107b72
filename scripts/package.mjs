// npm run package [-- --dir …]: makes the installers of this platform with electron-builder, or with --dir the unpacked program.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { judgeBuilderConfig } from './builderConfig.mjs';
import { chooseLaunch, findElectron } from './electronRuntime.mjs';
import { buildClean, ROOT } from './freshBuild.mjs';

const problem = await judgeBuilderConfig();
const electron = problem === null ? await findElectron() : null;

if (problem !== null || electron === null) {
  process.stderr.write(`${problem ?? 'No Electron runtime can be had here; name one with ELECTRON_OVERRIDE_DIST_PATH.'}\n`);
  process.exitCode = 1;
} else {
  const launch = chooseLaunch(electron.folder);
  buildClean(launch);
  const version = readFileSync(join(electron.folder, 'version'), 'utf8').trim().replace(/^v/, '');
  const words = [`-c.electronDist=${electron.folder}`, `-c.electronVersion=${version}`, '--publish', 'never'];
  if (launch === 'child') {
    process.stdout.write(`Electron ${version} is too old to ship: this program is for tests only, and its core runs on this Node.\n`);
    // Only Electron itself reads inside an archive; the plain Node that runs core here does not.
    words.push('-c.asar=false');
  }
  const builder = join(ROOT, 'node_modules/electron-builder/cli.js');
  const result = spawnSync(process.execPath, [builder, ...words, ...process.argv.slice(2)], { cwd: ROOT, stdio: 'inherit' });
  process.exitCode = result.status ?? 1;
}
