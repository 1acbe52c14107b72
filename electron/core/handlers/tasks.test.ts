import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { read, utils, write } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { newId, type QuestionId } from '../../../shared/domain/ids';
import { makeSampleProject } from '../testing/sampleProject';
import { startTestCore, type TestCore } from '../testing/temporaryCore';

const TERMS = { basis: '合并报表', period: '2025年度', unit: '万元', dueOn: '2026-12-05', preparer: '', reviewer: '' };

/** A project whose first question's first item the finance department has. */
async function startTasks() {
  const core = startTestCore();
  const { letter } = await makeSampleProject(core);
  const [question] = letter.questions;
  const { questionId } = question!;
  const item = question!.items[0]!;
  await core.call('item:setOwner', { questionId, itemId: item.itemId, owner: '财务部' });
  await core.callJob('task:send', { owners: [], terms: TERMS, target: core.registerFile(join(core.folder, '下发')) });
  return { core, letter, questionId, itemId: item.itemId };
}

/** Fills a sent sheet as a department would, in another program and under another name. */
function fill(core: TestCore, name: string, rows: string[][]): string {
  const sent = readdirSync(join(core.folder, '下发')).find((file) => file.endsWith('.xlsx'))!;
  const book = read(readFileSync(join(core.folder, '下发', sent)), { bookFiles: true });
  const sheet = book.Sheets[book.SheetNames[0]!]!;
  utils.sheet_add_aoa(sheet, rows, { origin: 'A10' });
  return core.write(name, write(book, { type: 'buffer', bookType: 'xlsx' }) as Uint8Array);
}

describe('tasks for departments', () => {
  it('are written in one go, one 任务单 and one 取数表 for each owner, and noted as sent with a version', async () => {
    const { core } = await startTasks();
    expect(readdirSync(join(core.folder, '下发')).sort()).toEqual(['任务单_财务部.docx', expect.stringMatching(/^取数表_财务部_问题1/)]);
    const sheet = read(
      readFileSync(join(core.folder, '下发', readdirSync(join(core.folder, '下发')).find((file) => file.endsWith('.xlsx'))!)),
    );
    const rows = utils.sheet_to_json<string[]>(sheet.Sheets['取数表']!, { header: 1 });
    expect(rows.slice(1, 5)).toEqual([
      ['口径', '合并报表'],
      ['期间', '2025年度'],
      ['单位', '万元'],
      ['截止日', '2026-12-05'],
    ]);
    expect((await core.call('exchange:list', {})).map((one) => `${one.kind} ${one.party}`).sort()).toEqual([
      'dataRequest 财务部',
      'task 财务部',
    ]);
    expect(await core.call('due:list', {})).toMatchObject([{ dueOn: '2026-12-05' }]);
    const again = { owners: [], terms: TERMS, target: core.registerFile(join(core.folder, '下发')) };
    await expect(core.callJob('task:send', again)).rejects.toMatchObject({ code: 'write-refused' });
  });

  it('land at their item under any name, with blanks listed and compared with the version before', async () => {
    const { core, questionId, itemId } = await startTasks();
    const rows = utils.sheet_to_json<string[]>(
      read(readFileSync(join(core.folder, '下发', readdirSync(join(core.folder, '下发')).find((file) => file.endsWith('.xlsx'))!))).Sheets[
        '取数表'
      ]!,
      { header: 1 },
    );
    const fields = rows[8]!;
    const first = await core.callJob('task:takeBack', {
      files: [fill(core, '最终版(3).xlsx', [['甲', ...fields.slice(2).map(() => '1.00')]])],
    });
    expect(first).toMatchObject([{ party: '财务部', differences: [], sourceId: expect.any(String) }]);
    expect(first[0]!.empty).toEqual(['填报人', '复核人', fields.at(-1)]);
    const links = await core.call('link:list', {});
    expect(links.length).toBeGreaterThan(0);
    expect(links.every((link) => link.questionId === questionId && link.itemId === itemId)).toBe(true);
    const second = await core.callJob('task:takeBack', { files: [fill(core, '改.xlsx', [['甲', ...fields.slice(1).map(() => '2.00')]])] });
    expect(second[0]!.differences.length).toBeGreaterThan(0);
    expect(second[0]!.empty).toEqual(['填报人', '复核人']);
    expect((await core.callJob('task:takeBack', { files: [core.write('别的.csv', '项目,金额\n甲,1.00')] }))[0]).toMatchObject({
      item: null,
      sourceId: null,
    });
  });
});

describe('a sign-off', () => {
  it('lapses when what it signed changes, showing what changed, and holds again when that is taken back', async () => {
    const core = startTestCore();
    const { letter } = await makeSampleProject(core);
    const questionId: QuestionId = letter.questions[0]!.questionId;
    const blockId = newId<'block'>();
    const write = async (text: string) => {
      const { revision, sections } = await core.call('reply:get', { questionId });
      const blocks = [{ type: 'paragraph' as const, blockId, inlines: [{ type: 'text' as const, text }] }];
      await core.call('reply:save', { questionId, baseRevision: revision, sections: [{ ...sections[0]!, blocks }, ...sections.slice(1)] });
    };
    await write('收入8,500.00万元。');
    await core.call('signOff:add', { questionId, itemId: null, role: 'lawyer' });
    await core.call('signOff:add', { questionId, itemId: null, role: 'lawyer' });
    const changes = async () =>
      (await core.call('signOff:list', { questionId })).map((one) => one.changes.map(({ kind, ours, theirs }) => [kind, ours, theirs]));
    expect(await changes()).toEqual([[]]);
    await write('收入8,600.00万元。');
    expect(await changes()).toEqual([[['figure', '8,500.00万元', '8,600.00万元']]]);
    await core.call('history:undo', {});
    expect(await changes()).toEqual([[]]);
    await core.call('due:set', { targets: [{ questionId, itemId: null }], dueOn: '2026-12-01' });
    expect(await core.call('due:list', {})).toEqual([{ questionId, itemId: null, dueOn: '2026-12-01' }]);
    await core.call('due:set', { targets: [{ questionId, itemId: null }], dueOn: null });
    expect(await core.call('due:list', {})).toEqual([]);
  });
});

describe('printouts', () => {
  it('are written for who owes what, the log, and a verifier the letter asks', async () => {
    const core = startTestCore();
    await makeSampleProject(core);
    const make = (kind: 'owed' | 'changeLog' | 'packet', role?: 'auditor' | 'appraiser') =>
      core.callJob('printout:export', { kind, role, target: core.registerFile(join(core.folder, `${kind}.docx`)) });
    for (const kind of ['owed', 'changeLog'] as const) await make(kind);
    await make('packet', 'auditor');
    for (const kind of ['owed', 'changeLog', 'packet'])
      expect(
        readFileSync(join(core.folder, `${kind}.docx`))
          .subarray(0, 2)
          .toString(),
      ).toBe('PK');
    await expect(make('packet', 'appraiser')).rejects.toMatchObject({ code: 'no-verifier' });
  });
});
