import { describe, expect, it } from 'vitest';
import { type BlockId, type ChangeId, newId, type QuestionId } from '../../../shared/domain/ids';
import type { Block, Section } from '../../../shared/domain/reply';
import type { ReviewAnchor, ReviewPayload } from '../../../shared/domain/review';
import { message } from '../../../shared/domain/message';
import { findCellRef, makeSampleProject } from '../testing/sampleProject';
import { startTestCore, type TestCore } from '../testing/temporaryCore';

const TEXT = '报告期内公司营业收入同比下降，主要系市场需求减弱所致。';

/** A project whose first reply holds one paragraph and the first source table. */
async function startReview() {
  const core = startTestCore();
  const project = await makeSampleProject(core);
  const questionId = project.letter.questions[0]!.questionId;
  const blockId = newId<'block'>();
  const table = project.tables[0]!;
  const blocks: Block[] = [
    { type: 'paragraph', blockId, inlines: [{ type: 'text', text: TEXT }] },
    { type: 'table', blockId: newId(), tableId: table.tableId },
  ];
  const reply = await core.call('reply:get', { questionId });
  const sections: Section[] = [{ ...reply.sections[0]!, blocks }, ...reply.sections.slice(1)];
  await core.call('reply:save', { questionId, baseRevision: reply.revision, sections });
  const anchorOf = (quote: string, at: BlockId = blockId): ReviewAnchor => {
    const from = TEXT.indexOf(quote);
    return { questionId, blockId: at, from, to: from + quote.length, quote };
  };
  return { core, project, questionId, blockId, table, anchorOf };
}

async function readTexts(core: TestCore, questionId: QuestionId): Promise<string[]> {
  const { sections } = await core.call('reply:get', { questionId });
  return sections
    .slice(0, 1)
    .flatMap((section) =>
      section.blocks.map((block) =>
        'inlines' in block ? block.inlines.map((one) => ('text' in one ? one.text : '')).join('') : block.type,
      ),
    );
}

describe('review', () => {
  it('keeps remarks and their answers at their place, and resolves them', async () => {
    const { core, questionId, blockId, anchorOf } = await startReview();
    const remark = await core.call('review:comment', { anchor: anchorOf('市场需求减弱'), text: '依据是什么？', replyTo: null });
    const answer = await core.call('review:comment', { anchor: remark.anchor, text: '见行业报告。', replyTo: remark.changeId });
    expect(remark).toMatchObject({ author: '测试员', baseVersionId: null, anchor: { quote: '市场需求减弱', blockText: TEXT } });
    const list = await core.call('review:list', { questionId });
    expect(list.map((one) => [one.change.changeId, one.state, one.mine, one.sent])).toEqual([
      [remark.changeId, 'open', true, false],
      [answer.changeId, 'open', true, false],
    ]);
    expect(list[0]!.place).toEqual({ kind: 'text', blockId, from: 18, to: 24, changed: false });
    await core.call('review:decide', { changeIds: [remark.changeId], verdict: 'resolved', note: '已补充' });
    expect((await core.call('review:list', { questionId }))[0]).toMatchObject({ state: 'resolved', decisions: [{ note: '已补充' }] });
    await core.call('review:decide', { changeIds: [remark.changeId], verdict: 'reopened', note: '' });
    expect((await core.call('review:list', { questionId: null }))[0]!.state).toBe('open');
    const told = core.events.filter((event) => event.name === 'project:changed').at(-1);
    expect(told!.payload).toMatchObject({ nouns: expect.arrayContaining(['review', 'history']), questionIds: [questionId] });
  });

  it('saves text and suggestions together, replaces the unsent and accepts several as one undoable operation', async () => {
    const { core, questionId, anchorOf } = await startReview();
    const save = async (suggestions: { changeId: ChangeId; anchor: ReviewAnchor; payload: ReviewPayload }[]) => {
      const { revision, sections } = await core.call('reply:get', { questionId });
      const timed = suggestions.map((one) => ({ ...one, at: '2026-11-01T10:00:00Z' }));
      return core.call('review:saveSuggestions', { questionId, baseRevision: revision, sections, suggestions: timed });
    };
    const [cut, put] = [newId<'change'>(), newId<'change'>()];
    const at = anchorOf('主要系').from;
    const insertion = (text: string) => ({
      changeId: put,
      anchor: { ...anchorOf('主要系'), from: at, to: at },
      payload: { kind: 'insert' as const, inlines: [{ type: 'text' as const, text }] },
    });
    await save([{ changeId: cut, anchor: anchorOf('主要系'), payload: { kind: 'delete' } }, insertion('原因')]);
    await save([{ changeId: cut, anchor: anchorOf('主要系'), payload: { kind: 'delete' } }, insertion('原因是')]);
    expect(await readTexts(core, questionId)).toEqual([TEXT, 'table']);
    const list = await core.call('review:list', { questionId });
    expect(list.map((one) => one.change.payload.kind).sort()).toEqual(['delete', 'insert']);
    await core.call('review:decide', { changeIds: [cut, put], verdict: 'accepted', note: '' });
    expect(await readTexts(core, questionId)).toEqual(['报告期内公司营业收入同比下降，原因是市场需求减弱所致。', 'table']);
    await core.call('history:undo', {});
    expect(await readTexts(core, questionId)).toEqual([TEXT, 'table']);
    expect((await core.call('review:list', { questionId })).map((one) => one.state)).toEqual(['open', 'open']);
    await save([insertion('原因是')]);
    expect((await core.call('review:list', { questionId })).map((one) => one.change.changeId)).toEqual([put]);
    const older = { questionId, baseRevision: 0, sections: [], suggestions: [] };
    await expect(core.call('review:saveSuggestions', older)).rejects.toMatchObject({ code: 'revision-conflict' });
  });

  it('enters an accepted change of a cell as a correction, and figures follow', async () => {
    const { core, project, questionId } = await startReview();
    const cell = findCellRef(project.tables, '29,175.69');
    const format = { unit: '万元', decimals: 2, grouping: true, showUnit: true, wording: '', signByWords: false };
    const figure = await core.call('figure:create', { questionId, formula: { op: 'cell', cell }, format, asOf: null, reason: null });
    const anchor: ReviewAnchor = { questionId, blockId: null, from: 0, to: 0, quote: '', cell };
    const change = await core.call('review:propose', { anchor, payload: { kind: 'setCell', text: '30,175.69' } });
    expect(change.anchor.quote).toBe('29,175.69');
    const result = await core.call('review:decide', { changeIds: [change.changeId], verdict: 'accepted', note: '审计调整' });
    expect(result).toMatchObject({ decided: [change.changeId], notApplied: [], changedFigures: [{ after: '30,175.69万元' }] });
    expect(await core.call('cell:history', { cell })).toMatchObject([
      { kind: 'restated', oldText: '29,175.69', newText: '30,175.69', why: '测试员：审计调整' },
    ]);

    const block: Block = { type: 'paragraph', blockId: newId(), inlines: [{ type: 'figure', figureId: figure.figureId, text: '' }] };
    const { revision, sections } = await core.call('reply:get', { questionId });
    await core.call('reply:save', {
      questionId,
      baseRevision: revision,
      sections: [{ ...sections[0]!, blocks: [block] }, ...sections.slice(1)],
    });
    const override = async (proposed: string) => {
      const place = { questionId, blockId: block.blockId, from: 0, to: 11, quote: '' };
      const { figureId } = figure;
      return core.call('review:propose', {
        anchor: place,
        payload: { kind: 'overrideFigure', figureId, shown: '30,175.69万元', proposed },
      });
    };
    const first = await override('3.02亿元');
    await expect(core.call('review:decide', { changeIds: [first.changeId], verdict: 'accepted', note: '' })).resolves.toMatchObject({
      notApplied: [{ changeId: first.changeId, why: { key: 'why.chooseOverride' } }],
    });
    const correct = { changeIds: [first.changeId], verdict: 'accepted' as const, note: '', override: 'correctCell' as const };
    await core.call('review:decide', { ...correct, correction: 'misread' });
    expect(await readTexts(core, questionId)).toEqual(['30,200.00万元']);
    const second = await override('约3亿元');
    await core.call('review:decide', { changeIds: [second.changeId], verdict: 'accepted', note: '', override: 'unlink' });
    expect(await readTexts(core, questionId)).toEqual(['约3亿元']);
    const third = await override('1');
    await core.call('review:decide', { changeIds: [third.changeId], verdict: 'accepted', note: '', override: 'keep' });
    const list = await core.call('review:list', { questionId });
    expect(list.find((one) => one.change.changeId === third.changeId)).toMatchObject({ state: 'rejected' });
  });

  it('puts accepted rows and columns into a table and takes them away, and undo and versions bring back what stood there', async () => {
    const { core, questionId, table } = await startReview();
    const anchor: ReviewAnchor = { questionId, blockId: null, from: 0, to: 0, quote: '' };
    const readTable = async () =>
      (await core.call('table:get', { tableId: table.tableId })).rows.map((row) => row.cells.map((cell) => cell.text));
    const before = await readTable();
    const version = await core.call('version:create', { name: '送审稿', why: '' });
    const accept = async (payload: ReviewPayload) => {
      const change = await core.call('review:propose', { anchor, payload });
      return core.call('review:decide', { changeIds: [change.changeId], verdict: 'accepted', note: '' });
    };
    const { tableId } = table;
    const [header, firstRow] = table.rows;
    const texts = table.columns.map((_, index) => (index === 0 ? '其他' : '1.00'));
    await accept({ kind: 'insertRow', tableId, after: firstRow!.rowId, texts });
    expect(await readTable()).toEqual([...before.slice(0, 2), texts, ...before.slice(2)]);
    await accept({ kind: 'deleteRow', tableId, rowId: firstRow!.rowId });
    expect(await readTable()).toEqual([before[0], texts, ...before.slice(2)]);
    await accept({ kind: 'deleteColumn', tableId, colId: table.columns[1]!.colId });
    await accept({ kind: 'insertColumn', tableId, after: table.columns[0]!.colId, texts: ['本期'] });
    expect((await readTable())[0]!.slice(0, 2)).toEqual([before[0]![0], '本期']);
    for (let step = 0; step < 4; step++) {
      await core.call('history:undo', {});
      await core.call('history:undo', {});
    }
    expect(await readTable()).toEqual(before);
    for (let step = 0; step < 8; step++) await core.call('history:redo', {});
    expect((await readTable())[0]!.slice(0, 2)).toEqual([before[0]![0], '本期']);
    await core.call('version:restore', { versionId: version.versionId });
    expect(await readTable()).toEqual(before);
    expect(header!.rowId).toBeTruthy();
  });

  it('names what cannot be carried out and leaves it open', async () => {
    const { core, questionId, anchorOf } = await startReview();
    const anchor = anchorOf('主要系');
    const change = await core.call('review:propose', { anchor, payload: { kind: 'delete' } });
    const { revision, sections } = await core.call('reply:get', { questionId });
    await core.call('reply:save', {
      questionId,
      baseRevision: revision,
      sections: [{ ...sections[0]!, blocks: [] }, ...sections.slice(1)],
    });
    const result = await core.call('review:decide', { changeIds: [change.changeId], verdict: 'accepted', note: '' });
    expect(result).toEqual({ decided: [], notApplied: [{ changeId: change.changeId, why: message('why.placeGone') }], changedFigures: [] });
    expect(await core.call('review:list', { questionId })).toMatchObject([
      { state: 'open', place: null, change: { anchor: { quote: '主要系' } } },
    ]);
  });
});
