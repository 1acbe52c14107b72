import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import { expect, test } from 'vitest';
import { convertInOffice, hasOffice } from '../convertInOffice';
import { printChanges, type SentCopy, sendCopy, takeCopy } from '../sentCopy';
import { WordEditor } from '../wordEditor';
import { figureKinds } from './figureKinds';
import { buildKindProject, type Kind } from './kindEdits';
import { layoutKinds } from './layoutKinds';
import { partKinds } from './partKinds';
import { remarkKinds } from './remarkKinds';
import { tableKinds } from './tableKinds';
import { textKinds } from './textKinds';

const GROUPS = { textKinds, figureKinds, tableKinds, layoutKinds, partKinds, remarkKinds };
const KINDS = Object.values(GROUPS).flatMap((group) => Object.entries(group));
const sent: SentCopy = await sendCopy(buildKindProject());

function review({ edit }: Kind): Uint8Array {
  const parts = unzipSync(sent.docx);
  for (const [path, change] of Object.entries(typeof edit === 'function' ? { 'word/document.xml': edit } : edit)) {
    const before = parts[path] ? strFromU8(parts[path]) : '';
    const after = change(before);
    if (after === before) throw new Error(`${path} was not changed`);
    parts[path] = strToU8(after);
  }
  return zipSync(parts);
}

/** What is told, a line each; long quotes cut short. */
function tell(docx: Uint8Array): string[] {
  return printChanges(takeCopy(sent, docx).changes).map((line) => line.replace(/“([^”]{12})[^”]{4,}”/g, '“$1…”'));
}

test.each(KINDS)('%s', (_name, kind) => {
  expect(tell(review(kind))).toEqual(kind.told);
});

test('what is told does not hang on the names in the document', () => {
  for (const [name, kind] of KINDS.filter(([, { named }]) => !named)) {
    const word = new WordEditor(review(kind));
    word.dropNames();
    expect({ name, told: tell(word.save()).toSorted() }).toEqual({ name, told: kind.told.toSorted() });
  }
});

test.skipIf(!hasOffice)('what LibreOffice keeps of it when it saves is told in the same words', { timeout: 600_000 }, () => {
  const kept = KINDS.filter(([, { office }]) => office === undefined);
  const saved = convertInOffice(kept.map(([, kind]) => review(kind)));
  kept.forEach(([name, kind], index) => {
    expect({ name, told: tell(saved[index]!).toSorted() }).toEqual({ name, told: kind.told.toSorted() });
  });
  const count = (kinds: typeof KINDS) => kinds.reduce((sum, [, { told }]) => sum + told.length, 0);
  console.info(`${KINDS.length} kinds, ${count(KINDS)} changes; kept by LibreOffice: ${kept.length} kinds, ${count(kept)} changes`);
});
