import { createRequire } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ROOT } from './freshBuild.mjs';

const { getConfig, validateConfiguration } = createRequire(import.meta.url)('app-builder-lib/out/util/config/config.js');

/** electron-builder.yml as the builder itself reads it. */
export function readBuilderConfig() {
  return getConfig(ROOT, join(ROOT, 'electron-builder.yml'), null);
}

/** The sentence about electron-builder.yml by the builder's own schema, or null when it satisfies it. Needs no network. */
export async function judgeBuilderConfig() {
  try {
    await validateConfiguration(await readBuilderConfig(), { isEnabled: false, add: () => {} });
    return null;
  } catch (error) {
    return `electron-builder.yml: ${error.message.split('\n').slice(0, 4).join(' ')}`;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const problem = await judgeBuilderConfig();
  if (problem !== null) {
    process.stderr.write(`${problem}\n`);
    process.exitCode = 1;
  }
}
