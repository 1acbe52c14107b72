import { describe, expect, it } from 'vitest';
import type { Figure } from '../../../shared/domain/figure';
import { newId } from '../../../shared/domain/ids';
import type { Block, Reply } from '../../../shared/domain/reply';
import { findCellRef, makeSampleProject, type SampleProject } from '../testing/sampleProject';
import { startTestCore, type TestCore } from '../testing/temporaryCore';
import { message } from '../../../shared/domain/message';

const FORMAT: Figure['format'] = { unit: '亿元', decimals: 2, grouping: true, showUnit: true, wording: '', signByWords: false };

const paragraph = (text: string, figure?: Figure): Block => ({
  type: 'paragraph',
  blockId: newId(),
  inlines: [{ type: 'text', text }, ...(figure ? [{ type: 'figure' as const, figureId: figure.figureId, text: figure.shown }] : [])],
});

/** Puts blocks into the statement of question `index` and saves. */
async function writeReply(core: TestCore, project: SampleProject, index: number, blocks: Block[]): Promise<Reply> {
  const questionId = project.letter.questions[index]!.questionId;
  const reply = await core.call('reply:get', { questionId });
  const sections = reply.sections.map((section, at) => (at === 0 ? { ...section, blocks } : section));
  await core.call('reply:save', { questionId, baseRevision: reply.revision, sections });
  return core.call('reply:get', { questionId });
}

/** A project in which a figure of questions 1 and 2 shows the same cell. */
async function makeLinkedProject(core: TestCore) {
  const project = await makeSampleProject(core);
  const cell = findCellRef(project.tables, '29,175.69');
  const questionId = project.letter.questions[0]!.questionId;
  const figure = await core.call('figure:create', { questionId, formula: { op: 'cell', cell }, format: FORMAT, asOf: null, reason: null });
  await writeReply(core, project, 0, [paragraph('营业收入为', figure)]);
  await writeReply(core, project, 1, [paragraph('如问题一所述，收入为', figure)]);
  return { project, cell, figure, questionId };
}

const textOf = (reply: Reply) => JSON.stringify(reply.sections.map((section) => section.blocks));

describe('a new project', () => {
  it('has a reply to every question, in sections by who must verify', async () => {
    const core = startTestCore();
    const { letter } = await makeSampleProject(core);
    const outline = [];
    for (const question of letter.questions) {
      const { sections } = await core.call('reply:get', { questionId: question.questionId });
      outline.push(
        sections.map(({ role, verifier, itemIds, blocks }) => {
          const [first] = blocks;
          return [role, verifier, itemIds.length, first?.type === 'heading' ? first.inlines : null];
        }),
      );
    }
    expect((await core.call('project:get', {}))!.questions.map((question) => question.characters)).toEqual([0, 0, 0]);
    const heading = (text: string) => [{ type: 'text', text }];
    expect(outline[0]).toEqual([
      ['statement', null, 0, heading('一、公司说明及分析')],
      ['procedures', 'auditor', 1, heading('二、会计师核查程序')],
      ['conclusion', 'auditor', 1, heading('三、会计师核查结论')],
    ]);
    expect(outline[2]).toEqual([
      ['statement', null, 0, heading('一、公司说明及分析')],
      ['procedures', 'sponsor', 0, heading('二、保荐机构核查程序')],
      ['conclusion', 'sponsor', 0, heading('三、保荐机构核查结论')],
    ]);
  });

  it('is refused for a letter without questions, for what is no letter and for an empty file, and leaves nothing behind', async () => {
    const core = startTestCore();
    const make = (name: string, content: string) => core.call('project:new', { letter: core.write(name, content), target: null });
    await expect(make('空.txt', '')).rejects.toMatchObject({ code: 'file-empty', data: { file: '空.txt' } });
    await expect(make('空白.txt', ' \n \n')).rejects.toMatchObject({ code: 'file-empty' });
    await expect(make('菜谱.txt', '番茄炒蛋的做法：番茄两个，鸡蛋三个。')).rejects.toMatchObject({
      code: 'not-a-letter',
      data: { file: '菜谱.txt' },
    });
    await expect(make('函.doc', '旧格式')).rejects.toMatchObject({ code: 'unsupported-format' });
    await expect(make('函.docx', '不是压缩包')).rejects.toMatchObject({ code: 'not-what-it-says' });
    expect(await core.call('project:get', {})).toBe(null);
  });
});

describe('correcting a cell', () => {
  it('changes every figure that shows it, in every reply, tells the windows, and is undone as one', async () => {
    const core = startTestCore();
    const { project, cell, figure, questionId } = await makeLinkedProject(core);
    const other = project.letter.questions[1]!.questionId;
    const before = [textOf(await core.call('reply:get', { questionId })), textOf(await core.call('reply:get', { questionId: other }))];
    expect(figure.shown).toBe('2.92亿元');
    const result = await core.call('cell:correct', { cell, text: '31,175.69', kind: 'restated', why: '审计调整' });
    const changes = [{ figureId: figure.figureId, questionId, before: '2.92亿元', after: '3.12亿元' }];
    expect(result.changedFigures).toEqual(changes);
    expect(core.events.filter((event) => event.name === 'figures:changed').map((event) => event.payload)).toEqual([{ changes }]);
    for (const id of [questionId, other]) {
      const reply = await core.call('reply:get', { questionId: id });
      expect(textOf(reply)).toContain('3.12亿元');
      expect(textOf(reply)).not.toContain('2.92亿元');
      expect(reply.figures.map((one) => one.shown)).toEqual(['3.12亿元']);
    }
    expect(await core.call('cell:history', { cell })).toMatchObject([
      { oldText: '29,175.69', newText: '31,175.69', kind: 'restated', why: '审计调整', actor: '测试员' },
    ]);
    expect((await core.call('search:query', { query: '31,175.69', limit: 9 })).map((hit) => hit.kind)).toContain('cell');
    expect((await core.call('search:query', { query: '3.12亿元', limit: 9 })).filter((hit) => hit.kind === 'reply')).toHaveLength(2);

    expect(await core.call('history:undo', {})).toEqual({ label: '改数：29,175.69 → 31,175.69' });
    expect([textOf(await core.call('reply:get', { questionId })), textOf(await core.call('reply:get', { questionId: other }))]).toEqual(
      before,
    );
    expect(await core.call('cell:history', { cell })).toEqual([]);
    expect(await core.call('search:query', { query: '31,175.69', limit: 9 })).toEqual([]);
    await core.call('history:redo', {});
    expect(textOf(await core.call('reply:get', { questionId: other }))).toContain('3.12亿元');
  });

  it('keeps what was first read, and the words of a figure that can no longer be computed', async () => {
    const core = startTestCore();
    const { cell, questionId } = await makeLinkedProject(core);
    await core.call('cell:correct', { cell, text: '1.00', kind: 'misread', why: '' });
    expect((await core.call('cell:correct', { cell, text: '—', kind: 'misread', why: '' })).changedFigures).toEqual([]);
    const table = await core.call('table:get', { tableId: cell.tableId });
    const corrected = table.rows.flatMap((row) => row.cells).filter((one) => one.revision > 0);
    expect(corrected).toMatchObject([{ text: '—', value: null, original: '29,175.69', revision: 2 }]);
    expect((await core.call('figure:list', { questionId })).map((figure) => figure.shown)).toEqual(['0.00亿元']);
  });

  it('is refused for a cell that is not there', async () => {
    const core = startTestCore();
    const { cell } = await makeLinkedProject(core);
    await expect(
      core.call('cell:correct', { cell: { ...cell, rowId: 'none' }, text: '1', kind: 'misread', why: '' }),
    ).rejects.toMatchObject({ code: 'not-found' });
  });

  it('by the table’s unit lets figures follow, and undo brings unit and figures back', async () => {
    const core = startTestCore();
    const { cell, questionId } = await makeLinkedProject(core);
    const before = await core.call('table:get', { tableId: cell.tableId });
    const after = await core.call('table:setUnit', { tableId: cell.tableId, unit: '元' });
    expect(after.unit).toBe('元');
    expect(after.changedFigures.map((change) => change.after)).toEqual(['0.00亿元']);
    await core.call('history:undo', {});
    const restored = await core.call('table:get', { tableId: cell.tableId });
    expect({ unit: restored.unit, values: restored.rows.map((row) => row.cells.map((one) => [one.value, one.unit])) }).toEqual({
      unit: before.unit,
      values: before.rows.map((row) => row.cells.map((one) => [one.value, one.unit])),
    });
    expect((await core.call('figure:list', { questionId })).map((figure) => figure.shown)).toEqual(['2.92亿元']);
  });
});

describe('saving a reply', () => {
  it('refuses a save that began from an older revision and keeps what is stored', async () => {
    const core = startTestCore();
    const project = await makeSampleProject(core);
    const questionId = project.letter.questions[0]!.questionId;
    const first = await core.call('reply:get', { questionId });
    await writeReply(core, project, 0, [paragraph('甲')]);
    await expect(core.call('reply:save', { questionId, baseRevision: first.revision, sections: first.sections })).rejects.toMatchObject({
      code: 'revision-conflict',
    });
    expect(textOf(await core.call('reply:get', { questionId }))).toContain('甲');
  });

  it('changes nothing when nothing differs', async () => {
    const core = startTestCore();
    const project = await makeSampleProject(core);
    const reply = await writeReply(core, project, 0, [paragraph('甲')]);
    const operations = (await core.call('history:list', { limit: 99 })).length;
    const saved = await core.call('reply:save', { questionId: reply.questionId, baseRevision: reply.revision, sections: reply.sections });
    expect(saved.revision).toBe(reply.revision);
    expect(await core.call('history:list', { limit: 99 })).toHaveLength(operations);
  });

  it('keeps blockIds unique across the project: what was pasted from another reply gets ids of its own', async () => {
    const core = startTestCore();
    const project = await makeSampleProject(core);
    const block = paragraph('同一段');
    const first = await writeReply(core, project, 0, [block]);
    const second = await writeReply(core, project, 1, [block, block]);
    const ids = [first, second].flatMap((reply) => reply.sections.flatMap((section) => section.blocks.map((one) => one.blockId)));
    expect(new Set(ids).size).toBe(ids.length);
    expect(first.sections[0]!.blocks[0]!.blockId).toBe(block.blockId);
    expect(textOf(second).match(/同一段/g)).toHaveLength(2);
  });

  it('shows what core knows of a figure, not what the editor last saw, and makes a figure without a row plain text', async () => {
    const core = startTestCore();
    const { project, figure } = await makeLinkedProject(core);
    const stale = { ...figure, shown: '9.99亿元' };
    const stranger = { ...figure, figureId: newId<'figure'>(), shown: '8.88亿元' };
    const reply = await writeReply(core, project, 0, [paragraph('收入为', stale), paragraph('另为', stranger)]);
    expect(reply.sections[0]!.blocks.map((block) => (block.type === 'paragraph' ? block.inlines[1] : null))).toEqual([
      { type: 'figure', figureId: figure.figureId, text: '2.92亿元' },
      { type: 'text', text: '8.88亿元' },
    ]);
  });

  it('no longer counts a figure that left the text, and undo brings it back', async () => {
    const core = startTestCore();
    const { project, cell, questionId } = await makeLinkedProject(core);
    expect(await core.call('cell:whereUsed', { cell })).toMatchObject([{ questionNo: '1' }, { questionNo: '2' }]);
    await writeReply(core, project, 0, [paragraph('改写')]);
    await writeReply(core, project, 1, [paragraph('改写')]);
    expect(await core.call('figure:list', { questionId: null })).toEqual([]);
    expect(await core.call('cell:whereUsed', { cell })).toEqual([]);
    await core.call('history:undo', {});
    expect((await core.call('figure:list', { questionId })).map((figure) => figure.shown)).toEqual(['2.92亿元']);
  });
});

describe('evidence', () => {
  it('goes out of sight with its tables and links when an import is undone, and comes back whole', async () => {
    const core = startTestCore();
    const { letter, tables } = await makeSampleProject(core);
    const { questionId } = letter.questions[0]!;
    const count = (await core.call('table:list', { sourceId: null })).length;
    await core.callJob('source:import', {
      files: [core.write('补充.csv', '项目,金额（元）\n房租,"1,234.50"\n水电,99.10\n')],
      disclosed: false,
    });
    const added = (await core.call('table:list', { sourceId: null })).at(-1)!;
    expect(await core.call('search:query', { query: '1234.5元', limit: 5 })).toMatchObject([{ kind: 'cell', snippet: '1,234.50' }]);
    await core.call('history:undo', {});
    expect(await core.call('table:list', { sourceId: null })).toHaveLength(count);
    expect(await core.call('search:query', { query: '1234.5元', limit: 5 })).toEqual([]);
    await core.call('history:redo', {});
    expect((await core.call('table:list', { sourceId: null })).at(-1)).toEqual(added);
    await core.call('link:add', { questionId, itemId: null, tableId: added.tableId, reason: '' });
    await core.call('source:remove', { sourceId: added.sourceId! });
    expect(await core.call('link:list', {})).toEqual([]);
    await core.call('history:undo', {});
    expect(await core.call('link:list', {})).toHaveLength(1);
    expect(tables.length).toBe(count);
  });

  it('is imported by all files or by none: one that cannot be read leaves nothing of the others', async () => {
    const core = startTestCore();
    await makeSampleProject(core);
    const before = [await core.call('source:list', {}), await core.call('table:list', { sourceId: null })];
    const files = [core.write('好.csv', '项目,金额\n甲,1\n'), core.write('坏.xlsx', 'PK\u0003\u0004不完整')];
    await expect(core.callJob('source:import', { files, disclosed: true })).rejects.toMatchObject({ data: { file: '坏.xlsx' } });
    expect([await core.call('source:list', {}), await core.call('table:list', { sourceId: null })]).toEqual(before);
    expect(core.events.at(-1)).toMatchObject({ name: 'job:failed' });
  });

  it('is not imported when the user cancels, and nothing stays behind', async () => {
    const core = startTestCore();
    await makeSampleProject(core);
    const before = await core.call('table:list', { sourceId: null });
    const { jobId } = await core.call('source:import', {
      files: [core.write('长.csv', `项目,金额\n${'甲,1\n'.repeat(5_000)}`)],
      disclosed: true,
    });
    await core.call('job:cancel', { jobId });
    await core.call('project:save', {});
    await expect(
      core.callJob('source:import', { files: [core.write('后.csv', '项目,金额\n乙,2\n')], disclosed: true }),
    ).resolves.toBeDefined();
    expect(core.events.find((event) => event.name === 'job:failed')?.payload).toEqual({ jobId, error: { code: 'cancelled', data: {} } });
    expect(await core.call('table:list', { sourceId: null })).toHaveLength(before.length + 1);
    expect(await core.call('search:query', { query: '甲', limit: 5 })).toEqual([]);
  });

  it('is linked once to the same place, and the overview says which items have none', async () => {
    const core = startTestCore();
    const { letter, tables } = await makeSampleProject(core);
    const question = letter.questions[0]!;
    const link = { questionId: question.questionId, itemId: question.items[0]!.itemId, tableId: tables[0]!.tableId, reason: '收入' };
    expect(await core.call('link:add', link)).toEqual(await core.call('link:add', link));
    const coverage = (await core.call('project:get', {}))!.questions[0]!;
    expect(coverage.itemsWithoutEvidence).toEqual(question.items.slice(1).map((item) => item.itemId));
    await expect(core.call('link:add', { ...link, tableId: 'none' as never })).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('opening another project', () => {
  it('that cannot be opened leaves the open one as it is', async () => {
    const core = startTestCore();
    const { letter } = await makeSampleProject(core);
    const damaged = core.write('坏.huihan', 'SQLite format 3\u0000 以及别的');
    await expect(core.call('project:open', { file: damaged })).rejects.toMatchObject({
      code: 'project-foreign',
      data: { file: '坏.huihan' },
    });
    await core.call('item:setOwner', { questionId: letter.questions[0]!.questionId, itemId: null, owner: '财务部' });
    expect((await core.call('project:get', {}))!.fileName).toBe('matter.huihan');
  });

  it('publishes and closes the one before, and opening the open one again keeps it open', async () => {
    const core = startTestCore();
    const first = await makeSampleProject(core, '一.huihan');
    const { questionId } = first.letter.questions[0]!;
    await core.call('item:setOwner', { questionId, itemId: null, owner: '财务部' });
    expect((await core.openProject(first.path, 'write')).unpublished).toBe(false);
    await makeSampleProject(core, '二.huihan');
    const reader = startTestCore();
    await reader.openProject(first.path, 'write');
    expect((await reader.call('letter:list', {}))[0]!.questions[0]!.owner).toBe('财务部');
    await expect(core.openProject(first.path, 'write')).rejects.toMatchObject({ code: 'project-locked' });
    expect((await core.openProject(first.path, 'read')).readOnly).toBe(true);
    await expect(core.call('item:setOwner', { questionId, itemId: null, owner: '别人' })).rejects.toMatchObject({
      code: 'project-read-only',
    });
  });
});

describe('evidence beyond any document', () => {
  it('is refused with its size, however it is cut: too many rows or too many columns', async () => {
    const core = startTestCore();
    await makeSampleProject(core);
    const add = (name: string, content: string) => core.callJob('source:import', { files: [core.write(name, content)], disclosed: false });
    const refusal = (file: string) => ({ code: 'file-too-large', data: { file, limit: message('size.cells', { count: '500,000' }) } });
    await expect(add('长.csv', `项目,金额\n${'甲,1\n'.repeat(260_000)}`)).rejects.toMatchObject(refusal('长.csv'));
    await expect(add('宽.txt', `${'列\t'.repeat(260_000)}\n${'1\t'.repeat(260_000)}\n`)).rejects.toMatchObject(refusal('宽.txt'));
    expect(await core.call('source:list', {})).toHaveLength(2);
  });
});
