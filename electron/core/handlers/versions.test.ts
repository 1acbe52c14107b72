import { describe, expect, it } from 'vitest';
import { newId } from '../../../shared/domain/ids';
import { findCellRef, makeSampleProject, readSample } from '../testing/sampleProject';
import { startTestCore, type TestCore } from '../testing/temporaryCore';

/** Everything a user sees of a project, revisions and times aside. */
async function readAll(core: TestCore): Promise<unknown> {
  const letters = await core.call('letter:list', {});
  const replies = [];
  for (const { questionId } of letters.flatMap((letter) => letter.questions)) {
    const { sections, figures } = await core.call('reply:get', { questionId });
    replies.push({ sections, figures });
  }
  const tables = [];
  for (const { tableId } of await core.call('table:list', { sourceId: null })) {
    const { rows, ...head } = await core.call('table:get', { tableId });
    tables.push({
      head,
      rows: rows.map(({ cells, ...row }) => ({ ...row, cells: cells.map(({ revision: _revision, ...cell }) => cell) })),
    });
  }
  const overview = await core.call('project:get', {});
  return {
    letters,
    replies,
    tables,
    links: await core.call('link:list', {}),
    sources: await core.call('source:list', {}),
    details: overview!.details,
  };
}

describe('a version', () => {
  it('brings back text, cells, figures, links, sources, details and statuses, and one undo takes that back', async () => {
    const core = startTestCore();
    const project = await makeSampleProject(core);
    const [first] = project.letter.questions;
    const { questionId } = first!;
    await core.call('reply:importDraft', { file: core.write('draft.txt', readSample('draft.txt')) });
    await core.callJob('source:import', { files: [core.write('一.csv', '项目,金额（元）\n甲,1.00\n')], disclosed: false });
    await core.call('figure:linkAll', { questionId: null });
    const atVersion = await readAll(core);
    const version = await core.call('version:create', { name: '送审稿', why: '送董秘' });

    const cell = findCellRef(project.tables, '29,175.69');
    await core.call('cell:correct', { cell, text: '39,999.99', kind: 'restated', why: '调整' });
    await core.call('table:setUnit', { tableId: cell.tableId, unit: '元' });
    await core.call('table:setHeaderRows', { tableId: project.tables[1]!.tableId, headerRows: 2 });
    await core.call('table:setCaption', { tableId: cell.tableId, caption: '改过的表名' });
    await core.callJob('source:import', { files: [core.write('二.csv', '项目,金额（元）\n乙,2.00\n')], disclosed: false });
    await core.call('link:add', { questionId, itemId: null, tableId: cell.tableId, reason: '后加' });
    await core.call('item:setStatus', { questionId, itemId: first!.items[0]!.itemId, status: 'final' });
    await core.call('project:setDetails', { ...(await core.call('project:get', {}))!.details, announcementNo: '2026-099' });
    const reply = await core.call('reply:get', { questionId });
    const sections = [{ ...reply.sections[0]!, sectionId: newId<'section'>(), blocks: [] }];
    await core.call('reply:save', { questionId, baseRevision: reply.revision, sections });
    const before = await readAll(core);
    expect(before).not.toEqual(atVersion);

    await core.call('version:restore', { versionId: version.versionId });
    expect(await readAll(core)).toEqual(atVersion);
    expect(await core.call('search:query', { query: '39,999.99', limit: 5 })).toEqual([]);
    expect(await core.call('history:undo', {})).toEqual({ label: '恢复到版本：送审稿' });
    expect(await readAll(core)).toEqual(before);
    await core.call('history:redo', {});
    expect(await readAll(core)).toEqual(atVersion);
    expect((await core.call('version:list', {})).map(({ name, automatic }) => [name, automatic])).toEqual([
      ['恢复版本之前', true],
      ['导入资料之前', true],
      ['送审稿', false],
      ['导入资料之前', true],
      ['导入回复稿之前', true],
    ]);
  });

  it('is kept before a draft replaces the replies', async () => {
    const core = startTestCore();
    await makeSampleProject(core);
    const before = await readAll(core);
    await core.callJob('reply:importDraft', { file: core.write('draft.txt', readSample('draft.txt')) });
    expect(await readAll(core)).not.toEqual(before);
    const [version] = await core.call('version:list', {});
    await core.call('version:restore', { versionId: version!.versionId });
    expect(await readAll(core)).toEqual(before);
  });

  it('that does not exist is refused', async () => {
    const core = startTestCore();
    await makeSampleProject(core);
    await expect(core.call('version:restore', { versionId: newId() })).rejects.toMatchObject({ code: 'not-found' });
    expect(await core.call('version:list', {})).toEqual([]);
  });

  it('is compared with another or with now, figures apart, and one question can be brought back alone', async () => {
    const core = startTestCore();
    const project = await makeSampleProject(core);
    const [first, second] = project.letter.questions.map((question) => question.questionId);
    const cell = findCellRef(project.tables, '29,175.69');
    const write = async (questionId: typeof first, text: string, withTable = false) => {
      const { revision, sections } = await core.call('reply:get', { questionId: questionId! });
      const [was] = sections[0]!.blocks;
      const blocks = [
        { type: 'paragraph' as const, blockId: was?.blockId ?? newId<'block'>(), inlines: [{ type: 'text' as const, text }] },
        ...(withTable
          ? [{ type: 'table' as const, blockId: sections[0]!.blocks[1]?.blockId ?? newId<'block'>(), tableId: cell.tableId }]
          : []),
      ];
      await core.call('reply:save', {
        questionId: questionId!,
        baseRevision: revision,
        sections: [{ ...sections[0]!, blocks }, ...sections.slice(1)],
      });
    };
    await write(first, '收入8,500.00万元。', true);
    await write(second, '说明如下。');
    const { versionId } = await core.call('version:create', { name: '初稿', why: '' });
    await write(first, '收入8,600.00万元。', true);
    await write(second, '具体说明如下。');
    await core.call('cell:correct', { cell, text: '30,000.00', kind: 'misread', why: '' });
    const compare = async () =>
      (await core.call('version:compare', { from: versionId, to: null })).map(({ kind, question, ours, theirs }) => [
        kind,
        question,
        ours,
        theirs,
      ]);
    expect(await compare()).toEqual([
      ['figure', '1', '8,500.00万元', '8,600.00万元'],
      ['cell', '1', '29,175.69', '30,000.00'],
      ['text', '2', '说明如下。', '具体说明如下。'],
    ]);
    await core.call('version:restoreQuestion', { versionId, questionId: second! });
    expect(await compare()).toHaveLength(2);
    await core.call('history:undo', {});
    expect(await compare()).toHaveLength(3);
    await expect(core.call('version:compare', { from: newId<'version'>(), to: null })).rejects.toMatchObject({ code: 'not-found' });
  });
});
