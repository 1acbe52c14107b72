import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { newId, type QuestionId } from '../../../shared/domain/ids';
import type { Block, Inline } from '../../../shared/domain/reply';
import type { ReviewPayload } from '../../../shared/domain/review';
import { openForeignProject } from '../db/file/foreignProject';
import { sql } from '../db/sql';
import { findInFolder } from '../testing/findInFolder';
import { findCellRef, makeSampleProject } from '../testing/sampleProject';
import { startTestCore, type TestCore } from '../testing/temporaryCore';

const TEXT = '报告期内公司营业收入同比下降，主要系市场需求减弱所致。';
const OTHER = '与本次审阅无关的绝密内容。';

async function write(core: TestCore, questionId: QuestionId, ...texts: (string | Inline[])[]): Promise<void> {
  const { revision, sections } = await core.call('reply:get', { questionId });
  const former = sections[0]!.blocks;
  const blocks = texts.map((content, index): Block => {
    const inlines: Inline[] = typeof content === 'string' ? [{ type: 'text', text: content }] : content;
    return { type: 'paragraph', blockId: former[index]?.blockId ?? newId(), inlines };
  });
  await core.call('reply:save', { questionId, baseRevision: revision, sections: [{ ...sections[0]!, blocks }, ...sections.slice(1)] });
}

async function readText(core: TestCore, questionId: QuestionId): Promise<string[]> {
  const { sections } = await core.call('reply:get', { questionId });
  return sections[0]!.blocks.map((block) =>
    'inlines' in block ? block.inlines.map((one) => ('text' in one ? one.text : '')).join('') : '',
  );
}

/** A project whose first two replies are written; the second must not be seen by a reviewer of the first. */
async function startMatter() {
  const core = startTestCore();
  const project = await makeSampleProject(core);
  const [first, second] = project.letter.questions.map((question) => question.questionId) as [QuestionId, QuestionId];
  await write(core, first, '将被改写的初稿');
  await write(core, first, TEXT);
  await write(core, second, OTHER);
  const copy = async (recipient: string, questionIds: QuestionId[] = [first], more: { withSources?: boolean; password?: string } = {}) => {
    const path = join(core.folder, `给${recipient}.huihan`);
    const target = core.registerFile(path);
    await core.callJob('exchange:copy', { recipient, questionIds, withSources: false, ...more, target });
    return path;
  };
  const merge = (path: string, password?: string) => core.callJob('exchange:merge', { file: core.registerFile(path), password });
  return { core, project, first, second, copy, merge };
}

/** Opens a copy on another computer, suggests a change of a quote there, and closes it. */
async function review(path: string, questionId: QuestionId, quote: string, payload: ReviewPayload): Promise<void> {
  const core = startTestCore();
  await core.openProject(path, 'write');
  const { sections } = await core.call('reply:get', { questionId });
  const [block] = sections[0]!.blocks;
  const text = (await readText(core, questionId))[0]!;
  const from = text.indexOf(quote);
  const to = payload.kind === 'insert' ? from : from + quote.length;
  await core.call('review:propose', { anchor: { questionId, blockId: block!.blockId, from, to, quote }, payload });
  await core.close();
}

describe('a review copy', () => {
  it('holds the chosen questions and nothing that only others may see', async () => {
    const { core, project, first, copy } = await startMatter();
    const cell = findCellRef(project.tables, '29,175.69');
    const { questionId } = project.letter.questions[0]!;
    await core.call('cell:correct', { cell, text: '30,175.69', kind: 'restated', why: '不可外传的原因' });
    const format = { unit: '万元', decimals: 2, grouping: true, showUnit: true, wording: '', signByWords: false };
    const figure = await core.call('figure:create', { questionId, formula: { op: 'cell', cell }, format, asOf: null, reason: '内部出处' });
    await write(core, first, [
      { type: 'text', text: TEXT },
      { type: 'figure', figureId: figure.figureId, text: '' },
    ]);
    await core.call('item:setOwner', { questionId: first, itemId: null, owner: '内部负责人' });
    const path = await copy('王律师');
    const bytes = readFileSync(path);
    const allCells = project.tables.flatMap((table) => table.rows.flatMap((row) => row.cells.map((one) => one.text)));
    const uncited = allCells.find((text) => /^\d{1,3}(,\d{3})+\.\d\d$/.test(text) && text !== '29,175.69')!;
    for (const secret of [OTHER, '将被改写的初稿', '不可外传的原因', '内部出处', '内部负责人', '29,175.69', uncited]) {
      expect(bytes.includes(secret), secret).toBe(false);
    }
    expect(bytes.includes('30,175.69')).toBe(true);
    const opened = openForeignProject(bytes, 'a.huihan', null);
    const count = (table: string) => opened.db.get<{ n: number }>(sql`SELECT count(*) AS n FROM ${sql.identifier(table)}`)!.n;
    expect(['question', 'operation', 'version', 'cell_correction', 'source_paragraph', 'review_copy'].map(count)).toEqual([
      1, 0, 0, 0, 0, 1,
    ]);
    opened.close();
    const reader = startTestCore();
    await reader.openProject(path, 'read');
    expect(await readText(reader, first)).toEqual([`${TEXT}30,175.69万元`]);
    expect(await reader.call('check:run', {})).toBeDefined();
  });

  it('comes back into what was written meanwhile; merging twice changes nothing, and the order of two copies does not matter', async () => {
    const results: unknown[] = [];
    for (const order of [
      [0, 1],
      [1, 0],
    ]) {
      const { core, first, copy, merge } = await startMatter();
      const paths = [await copy('王律师'), await copy('李会计师')];
      await review(paths[0]!, first, '下降', { kind: 'insert', inlines: [{ type: 'text', text: '大幅' }] });
      await review(paths[1]!, first, '市场需求减弱', { kind: 'delete' });
      await review(paths[1]!, first, '同比下降，主要', { kind: 'delete' });
      await write(core, first, `2025年${TEXT}`);
      const counts = [];
      for (const index of order) counts.push(await merge(paths[index]!));
      expect(counts.map((one) => `${one.changes}`).sort()).toEqual(['1', '2']);
      expect(counts.at(-1)!.conflicts).toBe(1);
      expect(await merge(paths[0]!)).toEqual({ changes: 0, conflicts: 1, unplaced: 0 });
      expect((await core.call('version:list', {})).filter((version) => version.automatic)).toHaveLength(4);
      expect((await core.call('exchange:list', {})).map((one) => `${one.direction} ${one.answers !== null}`).sort()).toEqual([
        'returned true',
        'returned true',
        'sent false',
        'sent false',
      ]);
      const view = (await core.call('review:list', { questionId: first })).map((one) => ({
        author: one.change.author,
        payload: one.change.payload,
        place: one.place && 'from' in one.place ? [one.place.from, one.place.to] : null,
        conflicts: one.conflictsWith.length,
        sent: one.sent,
      }));
      expect(view.every((one) => one.sent)).toBe(true);
      results.push(view);
      await core.call('history:undo', {});
      const left = (await core.call('review:list', { questionId: first })).length;
      expect(left).toBeLessThan(3);
      expect((await merge(paths[order[1]!]!)).changes).toBe(3 - left);
      await core.close();
    }
    expect(results[1]).toEqual(results[0]);
  });

  it('follows its reviewer: what a later file changes or no longer holds is withdrawn, whichever comes first', async () => {
    const { core, first, copy, merge } = await startMatter();
    const path = await copy('王律师');
    await review(path, first, '下降', { kind: 'delete' });
    const early = core.registerFile(join(core.folder, '早.huihan'));
    const bytes = readFileSync(path);
    core.write('早.huihan', bytes);
    const reviewer = startTestCore();
    await reviewer.openProject(path, 'write');
    const { revision, sections } = await reviewer.call('reply:get', { questionId: first });
    await reviewer.call('review:saveSuggestions', { questionId: first, baseRevision: revision, sections, suggestions: [] });
    await reviewer.close();
    await merge(path);
    await core.callJob('exchange:merge', { file: early });
    expect((await core.call('review:list', { questionId: first })).map((one) => one.state)).toEqual(['withdrawn']);
  });

  it('can be put under a password, which one clear sentence asks for', async () => {
    const { core, first, copy, merge } = await startMatter();
    const path = await copy('王律师', [first], { password: '四季 2026' });
    expect(readFileSync(path).includes(TEXT)).toBe(false);
    await expect(merge(path)).rejects.toMatchObject({ code: 'password-needed' });
    await expect(merge(path, '四季2026')).rejects.toMatchObject({ code: 'password-wrong' });
    expect(await merge(path, '四季 2026')).toEqual({ changes: 0, conflicts: 0, unplaced: 0 });
    expect(await core.call('review:list', { questionId: null })).toEqual([]);
    const reviewer = startTestCore();
    await expect(reviewer.openProject(path, 'write')).rejects.toMatchObject({ code: 'password-needed' });
    await reviewer.openProject(path, 'write', '四季 2026');
    await write(reviewer, first, `${TEXT}另作说明。`);
    await reviewer.close();
    expect(readFileSync(path).includes('另作说明')).toBe(false);
    expect(await merge(path, '四季 2026')).toEqual({ changes: 1, conflicts: 0, unplaced: 0 });
  });

  it('stays under its password when it is saved elsewhere, which is asked for again only when it is opened anew', async () => {
    const { first, copy } = await startMatter();
    const path = await copy('王律师', [first], { password: '四季 2026' });
    const reviewer = startTestCore();
    await reviewer.openProject(path, 'write', '四季 2026');
    await write(reviewer, first, `${TEXT}另作说明。`);
    const other = join(reviewer.folder, '另存.huihan');
    await reviewer.call('project:saveAs', { target: reviewer.registerFile(other) });
    expect(await readText(reviewer, first)).toEqual([`${TEXT}另作说明。`]);
    await reviewer.openProject(other, 'read');
    expect(await readText(reviewer, first)).toEqual([`${TEXT}另作说明。`]);
    await reviewer.close();
    expect(findInFolder(reviewer.folder, '另作说明')).toEqual([]);
    await expect(reviewer.openProject(other, 'write')).rejects.toMatchObject({ code: 'password-needed' });
    await reviewer.openProject(other, 'write', '四季 2026');
    expect(await readText(reviewer, first)).toEqual([`${TEXT}另作说明。`]);
  });

  it('brings what was edited in it without 修订 as suggestions, too', async () => {
    const { core, project, first, copy, merge } = await startMatter();
    const path = await copy('王律师', [first], { withSources: true });
    const reviewer = startTestCore();
    await reviewer.openProject(path, 'write');
    expect((await reviewer.call('project:get', {}))!.reviewCopy).toMatchObject({ reviewer: '王律师', sender: '测试员' });
    const remark = { questionId: first, blockId: null, from: 0, to: 0, quote: '' };
    const own = await reviewer.call('review:propose', {
      anchor: { ...remark, cell: findCellRef(project.tables, '29,175.69') },
      payload: { kind: 'delete' },
    });
    const decided = await reviewer.call('review:decide', { changeIds: [own.changeId], verdict: 'accepted', note: '' });
    expect(decided).toMatchObject({ decided: [], notApplied: [{ changeId: own.changeId, why: { key: 'why.reviewCopy' } }] });
    await reviewer.call('history:undo', {});
    await write(reviewer, first, TEXT.replace('同比下降', '同比增长'));
    await reviewer.close();
    expect(await merge(path)).toEqual({ changes: 2, conflicts: 0, unplaced: 0 });
    const view = await core.call('review:list', { questionId: first });
    expect(view.map((one) => `${one.change.author} ${one.change.payload.kind}`).sort()).toEqual(['王律师 delete', '王律师 insert']);
    expect((await core.call('project:get', {}))!.reviewCopy).toBe(null);
    expect(project.letter.questions.length).toBeGreaterThan(1);
  });

  it('is refused from another project, and over the project itself', async () => {
    const { copy, core } = await startMatter();
    const path = await copy('王律师');
    const other = startTestCore();
    await makeSampleProject(other);
    await expect(other.callJob('exchange:merge', { file: other.registerFile(path) })).rejects.toMatchObject({ code: 'other-project' });
    const itself = core.registerFile(join(core.folder, 'matter.huihan'));
    const request = { recipient: '甲', questionIds: [], withSources: false, target: itself };
    await expect(core.callJob('exchange:copy', request)).rejects.toMatchObject({ code: 'project-exists' });
  });
});

describe('an ordinary copy a colleague edited', () => {
  it('is merged by its difference from the last common state: words, cells and links', async () => {
    const { core, project, first, second, merge } = await startMatter();
    const cell = findCellRef(project.tables, '29,175.69');
    await core.call('project:save', {});
    const path = join(core.folder, '同事.huihan');
    core.write('同事.huihan', readFileSync(join(core.folder, 'matter.huihan')));
    const colleague = startTestCore(undefined, { actor: '小李' });
    await colleague.openProject(path, 'write');
    await write(colleague, first, TEXT.replace('同比下降', '同比下降12%'), '补充一段。');
    await colleague.call('cell:correct', { cell, text: '29,175.96', kind: 'misread', why: '看错' });
    await colleague.call('link:add', { questionId: second, itemId: null, tableId: cell.tableId, reason: '新引用' });
    await colleague.close();
    await write(core, second, `${OTHER}又加一句。`);
    await write(core, first, TEXT.replace('市场需求', '行业需求'));
    const merged = await merge(path);
    expect(merged).toEqual({ changes: 4, conflicts: 0, unplaced: 0 });
    const view = await core.call('review:list', { questionId: null });
    expect(view.map((one) => `${one.change.author} ${one.change.payload.kind}`).sort()).toEqual([
      '小李 insert',
      '小李 insertBlock',
      '小李 setCell',
      '小李 setRecord',
    ]);
    expect(await core.call('link:list', {})).toMatchObject([{ reason: '新引用' }]);
    const open = view.filter(({ state }) => state === 'open').map(({ change }) => change.changeId);
    expect(open).toHaveLength(3);
    await core.call('review:decide', { changeIds: open, verdict: 'accepted', note: '' });
    expect(await readText(core, first)).toEqual(['报告期内公司营业收入同比下降12%，主要系行业需求减弱所致。', '补充一段。']);
    expect((await merge(path)).changes).toBe(0);
  });
});
