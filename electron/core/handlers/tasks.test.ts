import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { execFileSync } from 'node:child_process';
import { read, utils, type WorkBook, write } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import type { Block, Inline } from '../../../shared/domain/reply';
import { newId, type QuestionId } from '../../../shared/domain/ids';
import { hasOffice } from '../../../tests/document/review/convertInOffice';
import { makeSampleProject } from '../testing/sampleProject';
import { startTestCore, type TestCore } from '../testing/temporaryCore';

const TERMS = { basis: '合并报表', period: '2025年度', unit: '万元', dueOn: '2026-12-05', preparer: '', reviewer: '' };

/** A project whose first two items the finance department has. */
async function startTasks() {
  const core = startTestCore();
  const { letter } = await makeSampleProject(core);
  const [question] = letter.questions;
  const { questionId } = question!;
  const items = question!.items.slice(0, 2);
  for (const { itemId } of items) await core.call('item:setOwner', { questionId, itemId, owner: '财务部' });
  await core.callJob('task:send', { owners: [], terms: TERMS, target: core.registerFile(join(core.folder, '下发')) });
  return { core, questionId, itemIds: items.map(({ itemId }) => itemId) };
}

function openSent(core: TestCore): WorkBook {
  return read(readFileSync(join(core.folder, '下发', '取数表_财务部.xlsx')), { bookFiles: true });
}

/** Fills the first pages of a sent workbook as a department would; each gets one list of values per row, under the fields. */
function fill(core: TestCore, pages: readonly (readonly string[][])[], head: Readonly<Record<string, string>> = {}): WorkBook {
  const book = openSent(core);
  pages.forEach((rows, index) => {
    const sheet = book.Sheets[book.SheetNames[index]!]!;
    utils.sheet_add_aoa(sheet, rows as string[][], { origin: 'A12' });
    for (const [cell, text] of Object.entries(head)) utils.sheet_add_aoa(sheet, [[text]], { origin: cell });
  });
  return book;
}

function save(core: TestCore, name: string, book: WorkBook, bookType: 'xlsx' | 'biff8' = 'xlsx'): string {
  return core.write(name, write(book, { type: 'buffer', bookType }) as Uint8Array);
}

function listFields(core: TestCore, page = 0): string[] {
  const book = openSent(core);
  return utils.sheet_to_json<string[]>(book.Sheets[book.SheetNames[page]!]!, { header: 1 })[10]!;
}

describe('tasks for departments', () => {
  it('are written in one go, one 任务单 and one 取数表 for each owner, and noted as sent with a version', async () => {
    const { core, questionId } = await startTasks();
    expect(readdirSync(join(core.folder, '下发')).sort()).toEqual(['任务单_财务部.docx', '取数表_财务部.xlsx']);
    const book = openSent(core);
    expect(book.SheetNames).toHaveLength(2);
    const rows = utils.sheet_to_json<string[]>(book.Sheets[book.SheetNames[0]!]!, { header: 1 });
    expect(rows.slice(3, 7)).toEqual([
      ['口径', '合并报表'],
      ['期间', '2025年度'],
      ['单位', '万元'],
      ['截止日', '2026-12-05'],
    ]);
    const sent = await core.call('exchange:list', {});
    expect(sent.map((one) => `${one.kind} ${one.party} ${one.questionIds.length}`).sort()).toEqual([
      'dataRequest 财务部 1',
      'task 财务部 0',
    ]);
    expect(sent.find(({ kind }) => kind === 'dataRequest')!.questionIds).toEqual([questionId]);
    expect(await core.call('due:list', {})).toMatchObject([{ dueOn: '2026-12-05' }, { dueOn: '2026-12-05' }]);
    const again = { owners: [], terms: TERMS, target: core.registerFile(join(core.folder, '下发')) };
    await expect(core.callJob('task:send', again)).rejects.toMatchObject({ code: 'write-refused' });
  });

  it('land page by page at their items under any name, with blanks listed and compared with the version before', async () => {
    const { core, questionId, itemIds } = await startTasks();
    const fields = listFields(core);
    const book = fill(core, [[['甲', ...fields.slice(2).map(() => '1.00')]]], { B8: '张三', B6: '元' });
    const first = await core.callJob('task:takeBack', { files: [save(core, '最终版(3).xlsx', book)] });
    expect(first).toMatchObject([
      {
        party: '财务部',
        terms: { preparer: '张三', reviewer: '', dueOn: '2026-12-05', unit: '元' },
        empty: ['复核人', fields.at(-1)],
        differences: [{ row: '', field: '单位', before: '万元', after: '元' }],
      },
      { party: '财务部', empty: ['填报人', '复核人', ...listFields(core, 1)], differences: [] },
    ]);
    const links = await core.call('link:list', {});
    expect(new Set(links.map((link) => link.itemId))).toEqual(new Set(itemIds));
    expect(links.every((link) => link.questionId === questionId)).toBe(true);
    const full = fields.slice(1).map(() => '2.00');
    const renewed = fill(core, [[['甲', ...full]], [listFields(core, 1).map(() => '3.00')]], { B8: '张三', B9: '李四' });
    const second = await core.callJob('task:takeBack', { files: [save(core, '改.xlsx', renewed)] });
    expect(second[0]!.empty).toEqual([]);
    expect(second[0]!.differences).toContainEqual({ row: '甲', field: fields[1], before: '1.00', after: '2.00' });
    expect((await core.callJob('task:takeBack', { files: [core.write('别的.csv', '项目,金额\n甲,1.00')] }))[0]).toMatchObject({
      item: null,
      sourceId: null,
    });
  });

  it('are known in an old workbook, and by the number on the page in what they were copied into', async () => {
    const { core } = await startTasks();
    const fields = listFields(core);
    const book = fill(core, [[['甲', ...fields.slice(1).map(() => '5.00')]]], { B8: '张三', B9: '李四' });
    core.events.length = 0;
    const old = await core.callJob('task:takeBack', { files: [save(core, '旧表.xls', book, 'biff8')] });
    // The list of what went out and came back is read anew with the review.
    expect(core.events).toContainEqual(expect.objectContaining({ payload: { nouns: expect.arrayContaining(['review']) } }));
    expect(old[0]).toMatchObject({ party: '财务部', empty: [], differences: [] });
    const copied = utils.book_new();
    utils.book_append_sheet(copied, book.Sheets[book.SheetNames[0]!]!, 'Sheet1');
    const back = await core.callJob('task:takeBack', { files: [save(core, '抄过来的.xlsx', copied)] });
    expect(back[0]).toMatchObject({ item: old[0]!.item, empty: [], differences: [] });
  });

  it.skipIf(!hasOffice)('are known after LibreOffice saved them as XLSX or XLS', { timeout: 300_000 }, async () => {
    const { core } = await startTasks();
    const fields = listFields(core);
    const filled = save(core, 'x.xlsx', fill(core, [[['甲', ...fields.slice(1).map(() => '7.00')]]], { B8: '张三', B9: '李四' }));
    expect(filled).toBeTypeOf('string');
    for (const [kind, extension] of [
      ['xlsx:Calc MS Excel 2007 XML', 'xlsx'],
      ['xls:MS Excel 97', 'xls'],
    ] as const) {
      const out = join(core.folder, extension);
      const profile = `-env:UserInstallation=file://${core.folder}/profile`;
      execFileSync('soffice', ['--headless', profile, '--convert-to', kind, '--outdir', out, join(core.folder, 'x.xlsx')], {
        stdio: 'ignore',
        timeout: 250_000,
      });
      const returned = core.write(`改名.${extension}`, readFileSync(join(out, `x.${extension}`)));
      const [page] = await core.callJob('task:takeBack', { files: [returned] });
      expect(page).toMatchObject({ party: '财务部', terms: { preparer: '张三', reviewer: '李四', dueOn: '2026-12-05' }, empty: [] });
    }
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

describe('a sign-off of one item', () => {
  /** Writes a statement on the first two items of a question, each under its own words. */
  async function startSigned() {
    const core = startTestCore();
    const { letter } = await makeSampleProject(core);
    const { questionId, items } = letter.questions[0]!;
    const ids = Array.from({ length: 4 }, () => newId<'block'>());
    const write = async (texts: readonly Inline[][], more: readonly Block[] = []) => {
      const { revision, sections } = await core.call('reply:get', { questionId });
      const blocks = [
        { type: 'heading' as const, blockId: ids[0]!, level: 2 as const, inlines: [{ type: 'text' as const, text: items[0]!.text }] },
        { type: 'paragraph' as const, blockId: ids[1]!, inlines: texts[0]! },
        { type: 'heading' as const, blockId: ids[2]!, level: 2 as const, inlines: [{ type: 'text' as const, text: items[1]!.text }] },
        { type: 'paragraph' as const, blockId: ids[3]!, inlines: texts[1]! },
        ...more,
      ];
      await core.call('reply:save', {
        questionId,
        baseRevision: revision,
        sections: [{ ...sections[0]!, itemIds: [], blocks }, ...sections.slice(1)],
      });
    };
    const listLapsed = async () =>
      (await core.call('signOff:list', { questionId }))
        .map(({ itemId, changes }) => `${items.findIndex((item) => item.itemId === itemId)} ${changes.length > 0 ? 'lapsed' : 'holds'}`)
        .toSorted();
    const sign = async () => {
      for (const { itemId } of items.slice(0, 2)) await core.call('signOff:add', { questionId, itemId, role: 'auditor' });
    };
    return { write, listLapsed, sign };
  }

  const text = (words: string): Inline[] => [{ type: 'text', text: words }];

  it('does not lapse when only what answers another item changes', async () => {
    const { write, listLapsed, sign } = await startSigned();
    await write([text('第一项的说明。'), text('第二项的说明。')]);
    await sign();
    await write([text('第一项的说明。'), text('第二项的说明有变。')]);
    expect(await listLapsed()).toEqual(['0 holds', '1 lapsed']);
  });

  it('lapses when a footnote says something else, or a picture is another one', async () => {
    const { write, listLapsed, sign } = await startSigned();
    const noted = (note: string): Inline[] => [...text('第一项的说明'), { type: 'footnote', note }];
    const picture = (digit: string): Block => ({
      type: 'picture',
      blockId: 'p000000000000001' as Block['blockId'],
      file: digit.repeat(64) as never,
      mime: 'image/png',
      alt: '流程图',
      widthPx: 100,
      heightPx: 100,
    });
    await write([noted('见附注五。'), text('第二项的说明。')], [picture('a')]);
    await sign();
    await write([noted('见附注六。'), text('第二项的说明。')], [picture('b')]);
    expect(await listLapsed()).toEqual(['0 lapsed', '1 lapsed']);
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
