// Writes THIRD-PARTY-NOTICES.md from the packages of the last build; with --check it only says whether the file names them all.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ensureBuilt, ROOT } from './freshBuild.mjs';

const FILE = join(ROOT, 'THIRD-PARTY-NOTICES.md');

/** Packages that stay outside the bundles and are shipped as they are: Electron, what package.json names as dependencies, and what those need. */
const SHIPPED_WHOLE = ['electron', ...listNeeded(Object.keys(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).dependencies))];

/** Names with those of everything they depend on, optional parts included where they are for every platform. */
function listNeeded(names, known = new Set()) {
  for (const name of names) {
    const file = join(ROOT, 'node_modules', name, 'package.json');
    if (known.has(name) || !existsSync(file)) continue;
    known.add(name);
    const { dependencies = {}, optionalDependencies = {} } = JSON.parse(readFileSync(file, 'utf8'));
    const ofEveryPlatform = Object.keys(optionalDependencies).filter((part) => !/-(?:linux|win32|darwin|android)-/.test(part));
    listNeeded([...Object.keys(dependencies), ...ofEveryPlatform], known);
  }
  return [...known];
}

/** Names of everything a shipped program contains, read from the lists the build leaves. */
function listShipped() {
  const built = ['main', 'preload', 'renderer'].flatMap((part) =>
    JSON.parse(readFileSync(join(ROOT, `out/packages-${part}.json`), 'utf8')),
  );
  return [...new Set([...built, ...SHIPPED_WHOLE])].filter((name) => name !== 'ws').toSorted((a, b) => a.localeCompare(b, 'en'));
}

function describePackage(name) {
  const folder = join(ROOT, 'node_modules', name);
  if (!existsSync(folder)) return `## ${name}\n`;
  const { version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  const text = file ? `\n\`\`\`\n${readFileSync(join(folder, file), 'utf8').trim()}\n\`\`\`\n` : '';
  return `## ${name} ${version}\n\n${license ?? 'see its text'}\n${text}`;
}

/** Data of others that stands in our own code, with the licence beside it. */
const DATA = [{ name: 'Unicode transliteration Traditional-Simplified', licence: 'Unicode-3.0', file: 'shared/util/UNICODE-LICENSE.txt' }];

function describeData({ name, licence, file }) {
  return `## ${name}\n\n${licence}\n\n\`\`\`\n${readFileSync(join(ROOT, file), 'utf8').trim()}\n\`\`\`\n`;
}

/** The sentence about the notices file, or null when it names everything that is shipped. */
function judgeNotices() {
  const text = existsSync(FILE) ? readFileSync(FILE, 'utf8') : '';
  const missing = [...listShipped(), ...DATA.map(({ name }) => name)].filter((name) => !text.includes(`\n## ${name}`));
  return missing.length === 0 ? null : `THIRD-PARTY-NOTICES.md does not name ${missing.join(', ')}: run "node scripts/makeNotices.mjs".`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  ensureBuilt(['core', 'window']);
  if (process.argv.includes('--check')) {
    const problem = judgeNotices();
    if (problem !== null) process.stderr.write(`${problem}\n`);
    process.exit(problem === null ? 0 : 1);
  }
  const parts = [...listShipped().map(describePackage), ...DATA.map(describeData)];
  writeFileSync(
    FILE,
    `# Third-party notices\n\nWhat the program contains beside its own code, with the licence of each part.\n\n${parts.join('\n')}`,
  );
}
