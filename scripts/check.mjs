// npm run check [-- --without-tests]: everything that must be green before a commit, quickest first; the end-to-end journeys are test:e2e.
import { spawnSync } from 'node:child_process';
import { ROOT } from './freshBuild.mjs';

const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
/** @type {[name: string, program: string, words: string[]][]} */
const STEPS = [
  ['what is installed', process.execPath, ['scripts/preflight.mjs']],
  ['installer configuration', process.execPath, ['scripts/builderConfig.mjs']],
  ['types', npm, ['run', '-s', 'typecheck']],
  ['lint', npm, ['run', '-s', 'lint']],
  ['format', process.execPath, ['node_modules/@biomejs/biome/bin/biome', 'format', '.']],
  ['build', npm, ['run', '-s', 'build']],
  ['third-party notices', process.execPath, ['scripts/makeNotices.mjs', '--check']],
  ...(process.argv.includes('--without-tests') ? [] : [['tests', npm, ['test', '-s']]]),
];

for (const [name, program, words] of STEPS) {
  process.stdout.write(`— ${name}\n`);
  const { status } = spawnSync(program, words, { cwd: ROOT, stdio: 'inherit', shell: process.platform === 'win32' });
  if (status !== 0) {
    process.stderr.write(`check stopped at: ${name}\n`);
    process.exit(status ?? 1);
  }
}
process.stdout.write('check passed\n');
