import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import type { DataTable } from '../../shared/domain/dataTable';
import { getInlineText } from '../../shared/domain/reply';
import { printFormulas } from '../../shared/document/formulas';
import { squeeze } from '../../shared/document/draft/compareText';
import { readSample } from '../../electron/core/testing/sampleProject';
import { startTestCore, type TestCore } from '../../electron/core/testing/temporaryCore';

const SHARED = process.env['HUIHAN_SHARED'];
const hasOffice = spawnSync('soffice', ['--version']).status === 0;
if (!hasOffice) console.info('soffice is missing: exports rewritten by LibreOffice are not read back.');
if (!SHARED) console.info('HUIHAN_SHARED is missing: the fixpoint is held on the sample alone.');

const folder = mkdtempSync(join(tmpdir(), 'huihan-fixpoint-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** A letter and an existing reply to it, as files of a core of their own. */
type Matter = { letter: { name: string; content: string | Uint8Array }; draft: { name: string; content: string | Uint8Array } };

const MATTERS: Record<string, Matter> = {
  'the sample': {
    letter: { name: '函.txt', content: readSample('letter.txt') },
    draft: { name: '稿.txt', content: readSample('draft.txt') },
  },
};
if (SHARED) {
  const seed = readFileSync(join(SHARED, 'seeds/003_b51df5f9a325489b.txt'));
  MATTERS['seed 003'] = { letter: { name: '函.txt', content: seed }, draft: { name: '稿.txt', content: seed } };
}

async function takeIn({ letter, draft }: Matter): Promise<TestCore> {
  const core = startTestCore();
  await core.call('project:new', {
    letter: core.write(letter.name, letter.content),
    target: core.registerFile(join(core.folder, 'a.huihan')),
  });
  await core.callJob('reply:importDraft', { file: core.write(draft.name, draft.content) });
  return core;
}

async function exportFrom(core: TestCore): Promise<string> {
  const path = join(core.folder, '公告.docx');
  await core.callJob('export:document', { variant: 'announcement', target: core.registerFile(path) });
  return path;
}

/** LibreOffice opens the file and saves it as its own DOCX. */
function rewrite(path: string): Uint8Array {
  const out = join(folder, 'rewritten');
  mkdirSync(out, { recursive: true });
  const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
  spawnSync('soffice', [profile, '--headless', '--convert-to', 'docx', '--outdir', out, path], { stdio: 'ignore' });
  const rewritten = join(out, '公告.docx');
  expect(existsSync(rewritten)).toBe(true);
  return readFileSync(rewritten);
}

/** Every section of every reply: kinds of blocks, text without blanks, and tables to the last cell with its span. */
async function readReplies(core: TestCore): Promise<string[]> {
  const lines: string[] = [];
  const printTable = async (table: DataTable): Promise<string> => {
    const rows = await Promise.all(
      table.rows.map(async ({ cells }) => {
        const texts = await Promise.all(
          cells.map(async (cell) => {
            const nested = await Promise.all(
              (cell.nested ?? []).map(async (tableId) => printTable(await core.call('table:get', { tableId }))),
            );
            return cell.covered ? '' : `${squeeze(printFormulas(cell.text))}${nested.join('')}[${cell.rowSpan}×${cell.colSpan}]`;
          }),
        );
        return texts.join('|');
      }),
    );
    return [table.unit ?? '', ...rows, ...table.notes.map(squeeze)].join('\n');
  };
  for (const letter of await core.call('letter:list', {})) {
    for (const { questionId, no } of letter.questions) {
      const { sections } = await core.call('reply:get', { questionId });
      for (const { role, verifier, blocks } of sections) {
        lines.push(`# ${no} ${role} ${verifier ?? ''}`);
        for (const block of blocks) {
          if (block.type === 'table') lines.push(await printTable(await core.call('table:get', { tableId: block.tableId })));
          else if ('inlines' in block) lines.push(`${block.type} ${squeeze(getInlineText(block.inlines))}`);
        }
      }
    }
  }
  return lines;
}

test.each(Object.keys(MATTERS))('what is exported of %s comes back as it was', { timeout: 120_000 }, async (name) => {
  const matter = MATTERS[name]!;
  const core = await takeIn(matter);
  const path = await exportFrom(core);
  const again = await takeIn({ ...matter, draft: { name: '公告.docx', content: readFileSync(path) } });
  expect(await readReplies(again)).toEqual(await readReplies(core));
});

test.skipIf(!hasOffice).each(Object.keys(MATTERS))(
  'what is exported of %s comes back as it was after LibreOffice has rewritten it',
  { timeout: 180_000 },
  async (name) => {
    const matter = MATTERS[name]!;
    const core = await takeIn(matter);
    const again = await takeIn({ ...matter, draft: { name: '公告.docx', content: rewrite(await exportFrom(core)) } });
    expect(await readReplies(again)).toEqual(await readReplies(core));
  },
);
