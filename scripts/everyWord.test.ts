import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const ROOT = join(import.meta.dirname, '..');
const HAN = /\p{Script=Han}/u;

function* listSources(folder: string): Generator<{ path: string; text: string }> {
  for (const entry of readdirSync(join(ROOT, folder), { withFileTypes: true, recursive: true })) {
    const path = join(entry.parentPath, entry.name).slice(ROOT.length + 1);
    const isTested = /\.(test|spec|bench)\.tsx?$|\/testing\//.test(path);
    if (entry.isFile() && /\.tsx?$/.test(path) && !isTested) yield { path, text: readFileSync(join(ROOT, path), 'utf8') };
  }
}

/** Text, template and JSX literals that hold Chinese; comments and regular expressions are left aside. */
function listChineseLiterals(text: string): string[] {
  const code = text.replace(/\/\*[\s\S]*?\*\/|(?<=^|[\s;{}(,])\/\/.*$/gm, '');
  const literals = code.match(/'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`|>[^<>{}=;]*</g) ?? [];
  return literals.filter((literal) => HAN.test(literal));
}

test('the window prints no Chinese of its own: units a number may take are the only words outside the catalogue', () => {
  const units = new Set(["'元'", "'万元'", "'亿元'", "'股'", "'万股'", "'亿股'", "'个百分点'", "'倍'", "'年'"]);
  const found = [...listSources('renderer')].flatMap(({ path, text }) =>
    listChineseLiterals(text)
      .filter((literal) => !units.has(literal))
      .map((literal) => `${path}: ${literal}`),
  );
  expect(found).toEqual([]);
});

test('no error, finding or warning carries a sentence written where it arises', () => {
  const found = ['shared', 'electron'].flatMap((folder) =>
    [...listSources(folder)]
      .filter(({ path }) => !path.startsWith('shared/catalogue/'))
      .flatMap(({ path, text }) => {
        const raised = text.match(/new AppError\([^;]*?\);|\b(?:message|reason|advice)\b: ?(?:'[^'\n]*'|`[^`]*`)/g) ?? [];
        return raised.filter((words) => HAN.test(words)).map((words) => `${path}: ${words}`);
      }),
  );
  expect(found).toEqual([]);
});
