// The command line: builds it when sources are newer, then runs it in this process.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import module from 'node:module';
import { join } from 'node:path';
import { ensureBuilt, ROOT } from './freshBuild.mjs';
import { judgeNode } from './preflight.mjs';

const OWN_NODE = join(ROOT, 'node_modules/.bin', process.platform === 'win32' ? 'node.cmd' : 'node');

const problem = judgeNode(process.versions.node, process.platform);
if (problem !== null && existsSync(OWN_NODE)) {
  const result = spawnSync(OWN_NODE, process.argv.slice(1), { stdio: 'inherit', shell: process.platform === 'win32' });
  process.exitCode = result.status ?? 1;
} else if (problem !== null) {
  process.stderr.write(`${problem}\n`);
  process.exitCode = 1;
} else {
  ensureBuilt(['core']);
  module.enableCompileCache(join(ROOT, 'node_modules/.cache/huihan'));
  module.createRequire(import.meta.url)(join(ROOT, 'out/main/cli.js'));
}
