// npm run package [-- --dir …]: makes the installers of this platform with electron-builder, or with --dir the unpacked program.
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { judgeBuilderConfig, readBuilderConfig } from './builderConfig.mjs';
import { chooseLaunch, findElectron } from './electronRuntime.mjs';
import { buildClean, ROOT } from './freshBuild.mjs';

/** The configuration for an old Electron: no archive, which the plain Node that runs core cannot read, and none of the newer locks. */
async function writeTestConfig() {
  const { electronFuses: _fuses, asarUnpack: _unpacked, ...config } = await readBuilderConfig();
  const file = join(ROOT, 'out/builder-for-tests.json');
  writeFileSync(file, JSON.stringify({ ...config, asar: false }));
  return file;
}

const problem = await judgeBuilderConfig();
const electron = problem === null ? await findElectron() : null;

if (problem !== null || electron === null) {
  process.stderr.write(`${problem ?? 'No Electron runtime can be had here; name one with ELECTRON_OVERRIDE_DIST_PATH.'}\n`);
  process.exitCode = 1;
} else {
  const launch = chooseLaunch(electron.folder);
  buildClean(launch);
  const version = readFileSync(join(electron.folder, 'version'), 'utf8').trim().replace(/^v/, '');
  const words = [
    '--config',
    launch === 'child' ? await writeTestConfig() : 'electron-builder.yml',
    `-c.electronDist=${electron.folder}`,
    `-c.electronVersion=${version}`,
    '--publish',
    'never',
  ];
  if (launch === 'child') {
    process.stdout.write(`Electron ${version} is too old to ship: this program is for tests only, and its core runs on this Node.\n`);
  }
  const builder = join(ROOT, 'node_modules/electron-builder/cli.js');
  const result = spawnSync(process.execPath, [builder, ...words, ...process.argv.slice(2)], { cwd: ROOT, stdio: 'inherit' });
  process.exitCode = result.status ?? 1;
}
