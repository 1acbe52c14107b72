import { describe, expect, it } from 'vitest';
import type { CellRef, DataTable } from '../../../shared/domain/dataTable';
import type { Figure } from '../../../shared/domain/figure';
import { newId, type QuestionId } from '../../../shared/domain/ids';
import { addColumn, changeColumn, convertMoney, removeColumn, typeColumn } from '../../../shared/tables/reply/editColumns';
import { addTotalRow, removeRow } from '../../../shared/tables/reply/editRows';
import { proposeDefinition } from '../../../shared/tables/reply/proposeDefinition';
import { proposeFromFields } from '../../../shared/tables/reply/proposeFromFields';
import type { ReplyTableDefinition } from '../../../shared/tables/reply/replyTableDefinition';
import { findCellRef, makeSampleProject } from '../testing/sampleProject';
import { startTestCore, type TestCore } from '../testing/temporaryCore';

const FORMAT: Figure['format'] = { unit: '万元', decimals: 2, grouping: true, showUnit: true, wording: '', signByWords: false };

const textsOf = (table: DataTable) => table.rows.map((row) => row.cells.map((cell) => cell.text));

function getSource(tables: readonly DataTable[], text: string): DataTable {
  const { tableId } = findCellRef(tables, text);
  return tables.find((table) => table.tableId === tableId)!;
}

/** Both years with their change, growth and share, and a total over the products. */
function defineChanges(source: DataTable): ReplyTableDefinition {
  let definition = proposeDefinition(source);
  definition = definition.columns.slice(2).reduce((changed, column) => removeColumn(changed, column.colId), definition);
  const [now, before] = definition.columns.map((column) => column.colId) as [never, never];
  definition = addTotalRow(definition, 'sum');
  definition = addColumn(definition, { kind: 'difference', of: [now, before] });
  definition = addColumn(definition, { kind: 'growth', of: [now, before] });
  return addColumn(definition, { kind: 'shareOfTotal', of: now, whole: null });
}

async function makeReplyTable(core: TestCore) {
  const project = await makeSampleProject(core);
  const source = getSource(project.tables, '14,286.52');
  const { questionId } = project.letter.questions[0]!;
  const definition = { ...defineChanges(source), caption: '分产品收入变动' };
  const table = await core.call('replyTable:create', { questionId, definition });
  return { project, source, questionId, definition, table };
}

/** Shows a cell in the first paragraph of a question's reply. */
async function writeFigure(core: TestCore, questionId: QuestionId, cell: CellRef): Promise<Figure> {
  const figure = await core.call('figure:create', { questionId, formula: { op: 'cell', cell }, format: FORMAT, asOf: null, reason: null });
  const reply = await core.call('reply:get', { questionId });
  const inlines = [{ type: 'figure' as const, figureId: figure.figureId, text: figure.shown }];
  const block = { type: 'paragraph' as const, blockId: newId<'block'>(), inlines };
  const sections = reply.sections.map((section, at) => (at === 0 ? { ...section, blocks: [block] } : section));
  await core.call('reply:save', { questionId, baseRevision: reply.revision, sections });
  return figure;
}

describe('removing a reply table', () => {
  it('takes its links along and comes back whole when undone; refused with the places while something uses it', async () => {
    const core = startTestCore();
    const { table, questionId, letterNo } = await makeReplyTable(core).then((made) => ({
      ...made,
      letterNo: made.project.letter.questions[0]!.no,
    }));
    await core.call('replyTable:remove', { tableId: table.tableId });
    expect(await core.call('link:list', {})).toEqual([]);
    await expect(core.call('table:get', { tableId: table.tableId })).rejects.toMatchObject({ code: 'not-found' });
    await core.call('history:undo', {});
    expect(textsOf(await core.call('table:get', { tableId: table.tableId }))).toEqual(textsOf(table));
    const { sections, revision } = await core.call('reply:get', { questionId });
    sections[0]!.blocks.push({ type: 'table', blockId: newId(), tableId: table.tableId });
    await core.call('reply:save', { questionId, baseRevision: revision, sections });
    await expect(core.call('replyTable:remove', { tableId: table.tableId })).rejects.toMatchObject({
      code: 'table-in-use',
      data: { where: { data: { places: [{ data: { no: letterNo } }] } } },
    });
  });
});

describe('making a reply table', () => {
  it('stores computed cells, links the table to the question and lists it first', async () => {
    const core = startTestCore();
    const { source, table, questionId, definition } = await makeReplyTable(core);
    expect(textsOf(table)).toEqual([
      ...textsOf(source)
        .slice(0, 1)
        .map((head) => [...head.slice(0, 3), '变动金额', '变动比例', '占比']),
      ['智能水表', '14,286.52', '18,920.47', '-4,633.95', '-24.49%', '48.97%'],
      ['管网漏损监测系统', '9,743.18', '10,208.66', '-465.48', '-4.56%', '33.39%'],
      ['水质在线分析仪', '3,518.94', '2,967.31', '551.63', '18.59%', '12.06%'],
      ['运维服务', '1,627.05', '1,514.88', '112.17', '7.40%', '5.58%'],
      ['合计', '29,175.69', '33,611.32', '-4,435.63', '-13.20%', '100.00%'],
    ]);
    expect(table).toMatchObject({ kind: 'reply', sourceId: null, headerRows: 1, unit: '万元' });
    expect((await core.call('table:list', { sourceId: null }))[0]!.tableId).toBe(table.tableId);
    expect(await core.call('link:list', {})).toMatchObject([{ questionId, tableId: table.tableId }]);
    expect(await core.call('replyTable:get', { tableId: table.tableId })).toEqual(definition);
    expect(await core.call('replyTable:get', { tableId: source.tableId })).toBe(null);
    const hits = await core.call('search:query', { query: '4,435.63', limit: 20 });
    expect(hits.some((hit) => hit.tableId === table.tableId)).toBe(true);
  });

  it('keeps what was typed into columns and rows that no source has', async () => {
    const core = startTestCore();
    await makeSampleProject(core);
    const empty = proposeFromFields(['供应商名称', '采购内容', '采购金额'], []);
    const definition = typeColumn(empty, empty.columns[1]!.colId, ['1,260.00', '', '—']);
    const table = await core.call('replyTable:create', { questionId: null, definition });
    expect(textsOf(table)).toEqual([
      ['供应商名称', '采购内容', '采购金额'],
      ['', '', '1,260.00'],
      ['', '', ''],
      ['', '', '—'],
    ]);
    expect(await core.call('replyTable:get', { tableId: table.tableId })).toEqual(definition);
  });

  it('is one operation: undo leaves nothing of it, redo brings it back', async () => {
    const core = startTestCore();
    const { table } = await makeReplyTable(core);
    expect(await core.call('history:undo', {})).toEqual({ label: '制作回复用表：分产品收入变动' });
    await expect(core.call('table:get', { tableId: table.tableId })).rejects.toMatchObject({ code: 'not-found' });
    expect(await core.call('link:list', {})).toEqual([]);
    const found = async () => (await core.call('search:query', { query: '48.97', limit: 20 })).length;
    expect(await found()).toBe(0);
    await core.call('history:redo', {});
    expect(textsOf(await core.call('table:get', { tableId: table.tableId }))).toEqual(textsOf(table));
    expect(await found()).toBeGreaterThan(0);
  });

  it('brings no findings of its own, however it is rounded', async () => {
    const core = startTestCore();
    const { source } = await makeReplyTable(core);
    const before = await core.callJob('check:run', {});
    const definition = { ...convertMoney(defineChanges(source), '亿元'), caption: '亿元' };
    const rounded = {
      ...definition,
      columns: definition.columns.map((column) => ({ ...column, format: column.format && { ...column.format, decimals: 1 } })),
    };
    const table = await core.call('replyTable:create', { questionId: null, definition: rounded });
    expect(textsOf(table).at(-1)).toEqual(['合计', '2.9', '3.4', '-0.4', '-13.2%', '100.0%']);
    expect(await core.callJob('check:run', {})).toEqual(before);
  });

  it('is refused when it is incomplete, reads a table that is not there, or would read itself', async () => {
    const core = startTestCore();
    const { table, definition } = await makeReplyTable(core);
    const broken = changeColumn(definition, definition.columns[2]!.colId, { content: { kind: 'sum', of: [newId()] } });
    await expect(core.call('replyTable:create', { questionId: null, definition: broken })).rejects.toMatchObject({
      code: 'reply-table-broken',
      data: { place: '变动金额' },
    });
    const elsewhere = proposeDefinition({ ...table, tableId: newId() });
    await expect(core.call('replyTable:create', { questionId: null, definition: elsewhere })).rejects.toMatchObject({ code: 'not-found' });
    const itself = proposeDefinition(table);
    await expect(core.call('replyTable:update', { tableId: table.tableId, definition: itself })).rejects.toMatchObject({
      code: 'reply-table-broken',
    });
    const second = await core.call('replyTable:create', { questionId: null, definition: itself });
    await expect(core.call('replyTable:update', { tableId: table.tableId, definition: proposeDefinition(second) })).rejects.toMatchObject({
      code: 'reply-table-broken',
    });
  });
});

describe('correcting a source cell', () => {
  it('changes the cells of reply tables made from it, of tables made from these, and the figures on them, and undo takes all back', async () => {
    const core = startTestCore();
    const { project, source, table, questionId } = await makeReplyTable(core);
    const second = await core.call('replyTable:create', {
      questionId: null,
      definition: { ...convertMoney(proposeDefinition(table), '亿元'), caption: '亿元' },
    });
    const total = findCellRef([table], '-4,435.63');
    const figure = await writeFigure(core, questionId, total);
    const cell = findCellRef([source], '14,286.52');
    const uses = await core.call('cell:whereUsed', { cell });
    expect(uses.filter((use) => use.kind === 'replyTable' && use.cell.tableId === table.tableId).map((use) => use.shown)).toEqual(
      expect.arrayContaining(['14,286.52', '-4,633.95', '-24.49%', '48.97%', '29,175.69', '100.00%']),
    );
    expect(uses).toContainEqual(expect.objectContaining({ kind: 'figure', shown: '-4,435.63万元' }));

    const result = await core.call('cell:correct', { cell, text: '14,386.52', kind: 'restated', why: '财务调整' });
    expect(result.changedFigures).toEqual([{ figureId: figure.figureId, questionId, before: '-4,435.63万元', after: '-4,335.63万元' }]);
    const changed = result.changedCells.map(({ caption, row, column, before, after }) => [caption, row, column, before, after]);
    expect(changed).toContainEqual(['分产品收入变动', '合计', '变动金额', '-4,435.63', '-4,335.63']);
    expect(changed).toContainEqual(['分产品收入变动', '智能水表', '占比', '48.97%', '49.14%']);
    const after = await core.call('table:get', { tableId: table.tableId });
    expect(textsOf(after)[1]).toEqual(['智能水表', '14,386.52', '18,920.47', '-4,533.95', '-23.96%', '49.14%']);
    expect(textsOf(await core.call('table:get', { tableId: second.tableId }))[5]!.slice(0, 3)).toEqual(['合计', '2.93', '3.36']);
    expect(after.rows.flatMap((row) => row.cells).every((one) => one.original === undefined)).toBe(true);

    await core.call('history:undo', {});
    expect(textsOf(await core.call('table:get', { tableId: table.tableId }))).toEqual(textsOf(table));
    expect((await core.call('figure:list', { questionId }))[0]!.shown).toBe('-4,435.63万元');
    expect(project.tables.length).toBeGreaterThan(0);
  });

  it('ranks the first rows anew, each source row under its own id, and undo takes the old order back', async () => {
    const core = startTestCore();
    const { source, table: whole, definition } = await makeReplyTable(core);
    const ranked = { ...definition, top: { colId: definition.columns[0]!.colId, count: 2, others: newId<'row'>() } };
    const table = await core.call('replyTable:update', { tableId: whole.tableId, definition: ranked });
    const labels = (one: DataTable) => one.rows.slice(1).map((row) => row.cells[0]!.text);
    const idOf = (one: DataTable, label: string) => one.rows.find((row) => row.cells[0]!.text === label)!.rowId;
    expect(labels(table)).toEqual(['智能水表', '管网漏损监测系统', '其他', '合计']);

    const cell = findCellRef([source], '3,518.94');
    const { changedCells } = await core.call('cell:correct', { cell, text: '20,000.00', kind: 'misread', why: '误读' });
    const after = await core.call('table:get', { tableId: table.tableId });
    expect(textsOf(after).slice(1)).toEqual([
      ['水质在线分析仪', '20,000.00', '2,967.31', '17,032.69', '574.01%', '43.81%'],
      ['智能水表', '14,286.52', '18,920.47', '-4,633.95', '-24.49%', '31.29%'],
      ['其他', '11,370.23', '11,723.54', '-353.31', '-3.01%', '24.90%'],
      ['合计', '45,656.75', '33,611.32', '12,045.43', '35.84%', '100.00%'],
    ]);
    for (const label of ['智能水表', '其他', '合计']) expect(idOf(after, label)).toBe(idOf(table, label));
    expect(idOf(after, '水质在线分析仪')).toBe(idOf(whole, '水质在线分析仪'));
    expect(changedCells).toContainEqual(expect.objectContaining({ row: '其他', before: '5,145.99', after: '11,370.23' }));
    expect(changedCells).toContainEqual(expect.objectContaining({ row: '管网漏损监测系统', before: '9,743.18', after: '' }));
    expect(await core.call('replyTable:get', { tableId: table.tableId })).toEqual(ranked);

    await core.call('history:undo', {});
    expect(textsOf(await core.call('table:get', { tableId: table.tableId }))).toEqual(textsOf(table));
  });

  it('leaves a number of a row that falls out of the ranking as it was, and the checks name it until it is back', async () => {
    const core = startTestCore();
    const { source, table: whole, definition, questionId } = await makeReplyTable(core);
    const top = { colId: definition.columns[0]!.colId, count: 2, others: null };
    const table = await core.call('replyTable:update', { tableId: whole.tableId, definition: { ...definition, top } });
    const figure = await writeFigure(core, questionId, findCellRef([table], '9,743.18'));
    const find = async () => {
      const findings = await core.callJob('check:run', {});
      return findings.filter(({ rule }) => rule === 'figure-source').map(({ stated, message: said }) => [stated, said.data.table]);
    };
    expect(await find()).toEqual([]);
    await core.call('cell:correct', { cell: findCellRef([source], '3,518.94'), text: '20,000.00', kind: 'misread', why: '误读' });
    expect((await core.call('figure:list', { questionId }))[0]!.shown).toBe(figure.shown);
    expect(await find()).toEqual([['9,743.18万元', '分产品收入变动']]);
    await core.call('history:undo', {});
    expect(await find()).toEqual([]);
  });

  it('follows a change of the source table’s unit', async () => {
    const core = startTestCore();
    const { source, table } = await makeReplyTable(core);
    await core.call('table:setUnit', { tableId: source.tableId, unit: '元' });
    const after = await core.call('table:get', { tableId: table.tableId });
    expect(textsOf(after).at(-1)!.slice(0, 2)).toEqual(['合计', '2.92']);
  });

  it('is refused in a computed table, whose numbers follow from their sources', async () => {
    const core = startTestCore();
    const { table } = await makeReplyTable(core);
    const cell = findCellRef([table], '48.97%');
    const refused = { code: 'computed-table', data: { table: '分产品收入变动' } };
    await expect(core.call('cell:correct', { cell, text: '50%', kind: 'misread', why: '误' })).rejects.toMatchObject(refused);
    await expect(core.call('table:setUnit', { tableId: table.tableId, unit: '元' })).rejects.toMatchObject(refused);
    await expect(core.call('table:setHeaderRows', { tableId: table.tableId, headerRows: 2 })).rejects.toMatchObject(refused);
  });
});

describe('editing a reply table', () => {
  it('keeps the ids of what stays, takes away what is gone, and is undone whole', async () => {
    const core = startTestCore();
    const { table, definition } = await makeReplyTable(core);
    const top = {
      ...removeColumn(definition, definition.columns[4]!.colId),
      top: { colId: definition.columns[0]!.colId, count: 2, others: newId<'row'>() },
    };
    const grouped = {
      ...top,
      columns: top.columns.map((column, at) => (at < 2 ? { ...column, path: ['营业收入', ...column.path] } : column)),
    };
    const updated = await core.call('replyTable:update', { tableId: table.tableId, definition: grouped });
    expect(updated.headerRows).toBe(2);
    expect(textsOf(updated).slice(2)).toEqual([
      ['智能水表', '14,286.52', '18,920.47', '-4,633.95', '-24.49%'],
      ['管网漏损监测系统', '9,743.18', '10,208.66', '-465.48', '-4.56%'],
      ['其他', '5,145.99', '4,482.19', '663.80', '14.81%'],
      ['合计', '29,175.69', '33,611.32', '-4,435.63', '-13.20%'],
    ]);
    expect(updated.rows[2]!.rowId).toBe(table.rows[1]!.rowId);
    expect(updated.columns.map((column) => column.colId)).toEqual(table.columns.slice(0, 5).map((column) => column.colId));
    expect(updated.rows[0]!.rowId).toBe(table.rows[0]!.rowId);
    await core.call('history:undo', {});
    expect(await core.call('table:get', { tableId: table.tableId })).toMatchObject({
      headerRows: 1,
      columns: table.columns,
      rows: table.rows.map(({ rowId, role, cells }) => ({ rowId, role, cells: cells.map(({ text }) => ({ text })) })),
    });
    await core.call('history:redo', {});
    expect(textsOf(await core.call('table:get', { tableId: table.tableId }))).toEqual(textsOf(updated));
  });

  it('keeps the caption and the definition as one, and follows the source after a version is restored', async () => {
    const core = startTestCore();
    const { source, table, definition } = await makeReplyTable(core);
    await core.call('table:setCaption', { tableId: table.tableId, caption: '收入变动表' });
    expect((await core.call('replyTable:get', { tableId: table.tableId }))!.caption).toBe('收入变动表');
    const version = await core.call('version:create', { name: '初稿', why: '' });
    const cell = findCellRef([source], '14,286.52');
    const shorter = removeRow({ ...definition, caption: '改名' }, definition.rows[3]!.rowId);
    await core.call('replyTable:update', { tableId: table.tableId, definition: shorter });
    await core.call('cell:correct', { cell, text: '14,386.52', kind: 'misread', why: '误读' });
    const later = await core.call('replyTable:create', { questionId: null, definition: proposeDefinition(source) });
    await core.call('version:restore', { versionId: version.versionId });
    const restored = await core.call('table:get', { tableId: table.tableId });
    expect(restored.caption).toBe('收入变动表');
    expect(textsOf(restored)).toEqual(textsOf(table));
    expect(textsOf(await core.call('table:get', { tableId: later.tableId }))[1]![1]).toBe('14,286.52');
    await core.call('history:undo', {});
    expect(textsOf(await core.call('table:get', { tableId: table.tableId }))[1]![1]).toBe('14,386.52');
  });

  it('is there after the project is closed and opened again', async () => {
    const core = startTestCore();
    const { project, table, definition } = await makeReplyTable(core);
    await core.call('project:close', {});
    await core.openProject(project.path, 'write');
    expect(textsOf(await core.call('table:get', { tableId: table.tableId }))).toEqual(textsOf(table));
    expect(await core.call('replyTable:get', { tableId: table.tableId })).toEqual(definition);
  });
});
