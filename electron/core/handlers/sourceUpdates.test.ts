import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { utils, write } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { newId } from '../../../shared/domain/ids';
import type { SourceUpdate } from '../../../shared/domain/sourceUpdate';
import { findCellRef, makeSampleProject } from '../testing/sampleProject';
import { startTestCore, type TestCore } from '../testing/temporaryCore';

const FIRST =
  '客户,期末余额（万元）,坏账准备（万元）\n甲公司,"1,000.00",50.00\n乙公司,500.00,25.00\n丙公司,100.00,5.00\n合计,"1,600.00",80.00\n';
const SECOND =
  '客户,期末余额（万元）,坏账准备（万元）\n乙公司,500.00,25.00\n甲公司,"1,200.00",50.00\n丁公司,40.00,2.00\n合计,"1,740.00",77.00\n';

/** A project whose reply shows the balance of 甲公司, and a newer version of the file it comes from. */
async function prepare(core: TestCore, disclosed = false) {
  const { letter } = await makeSampleProject(core);
  const imported = await core.callJob('source:import', { files: [core.write('账款明细.csv', FIRST)], disclosed });
  const source = imported.sources[0]!;
  const [summary] = await core.call('table:list', { sourceId: source.sourceId });
  const { tableId } = summary!;
  const cell = findCellRef([await core.call('table:get', { tableId })], '1,000.00');
  const { questionId } = letter.questions[0]!;
  const format = { unit: '万元', decimals: 2, grouping: true, showUnit: true, wording: '', signByWords: false };
  const figure = await core.call('figure:create', { questionId, formula: { op: 'cell', cell }, format, asOf: null, reason: null });
  const { sections, revision } = await core.call('reply:get', { questionId });
  const inlines = [{ type: 'figure' as const, figureId: figure.figureId, text: figure.shown }];
  sections[0]!.blocks.push({ type: 'paragraph', blockId: newId(), inlines });
  await core.call('reply:save', { questionId, baseRevision: revision, sections });
  const token = core.write('账款明细-更新.csv', SECOND);
  const update = async () => {
    await core.callJob('source:import', { files: [token], disclosed, updates: { [token]: source.sourceId } });
    return (await core.call('sourceUpdate:list', {}))[0]!;
  };
  const shown = async () => (await core.call('figure:list', { questionId })).map((one) => one.shown);
  const read = async () => (await core.call('table:get', { tableId })).rows.map((row) => row.cells.map((one) => one.text).join(' '));
  return { source, tableId, cell, update, shown, read, questionNo: letter.questions[0]!.no };
}

const cellsOf = (update: SourceUpdate) =>
  update.tables.flatMap((table) => table.cells.map(({ row, before, after }) => [row, before, after]));

describe('a newer version of a file', () => {
  it('lists every changed cell, row and use first, and changes nothing by itself', async () => {
    const core = startTestCore();
    const { update, shown, read, cell, questionNo } = await prepare(core);
    const before = await read();
    const listed = await update();
    expect(cellsOf(listed)).toEqual([
      ['甲公司', '1,000.00', '1,200.00'],
      ['合计', '1,600.00', '1,740.00'],
      ['合计', '80.00', '77.00'],
    ]);
    expect(listed.tables[0]!.rowsAdded.map(({ texts }) => texts[0])).toEqual(['丁公司']);
    expect(listed.tables[0]!.rowsRemoved.map(({ texts }) => texts[0])).toEqual(['丙公司']);
    expect(listed.used).toEqual({ [`${cell.rowId} ${cell.colId}`]: [questionNo] });
    expect([await read(), await shown()]).toEqual([before, ['1,000.00万元']]);
    expect((await core.call('search:query', { query: '丁公司', limit: 5 })).length).toBe(0);
    expect((await core.call('source:list', {})).map(({ fileName }) => fileName)).not.toContain('账款明细-更新.csv');
  });

  it('accepted one by one brings the figure along and keeps the others waiting', async () => {
    const core = startTestCore();
    const { update, shown, cell } = await prepare(core);
    const { newSourceId } = await update();
    const accepted = await core.call('sourceUpdate:accept', { newSourceId, changes: [{ kind: 'cell', cell }] });
    expect(accepted).toMatchObject({ accepted: 1, changedFigures: [{ before: '1,000.00万元', after: '1,200.00万元' }] });
    expect(await shown()).toEqual(['1,200.00万元']);
    expect(cellsOf((await core.call('sourceUpdate:list', {}))[0]!)).toEqual([
      ['合计', '1,600.00', '1,740.00'],
      ['合计', '80.00', '77.00'],
    ]);
    expect(await core.call('cell:history', { cell })).toMatchObject([
      { kind: 'restated', oldText: '1,000.00', newText: '1,200.00', why: '账款明细-更新.csv' },
    ]);
  });

  it('accepted whole has the rows of the newer version, is listed no more, and is undone in one step', async () => {
    const core = startTestCore();
    const { update, shown, read } = await prepare(core);
    const before = await read();
    const { newSourceId } = await update();
    await core.call('sourceUpdate:accept', { newSourceId, changes: null });
    expect(await read()).toEqual([before[0], '甲公司 1,200.00 50.00', '丁公司 40.00 2.00', '乙公司 500.00 25.00', '合计 1,740.00 77.00']);
    expect(await core.call('sourceUpdate:list', {})).toEqual([]);
    await core.call('history:undo', {});
    expect([await read(), await shown()]).toEqual([before, ['1,000.00万元']]);
    await core.call('history:undo', {});
    expect(await core.call('sourceUpdate:list', {})).toEqual([]);
    await core.call('history:redo', {});
    expect(await core.call('sourceUpdate:list', {})).toHaveLength(1);
    expect(core.checkIntegrity()).toBe('ok');
  });

  it('brings columns of its own along with the whole table, searchable, and undone with it', async () => {
    const core = startTestCore();
    const { source, read, tableId } = await prepare(core);
    const before = await read();
    const wider =
      '客户,账龄,期末余额（万元）,坏账准备（万元）,期后回款（万元）\n甲公司,一年以内,"1,000.00",50.00,700.00\n乙公司,一至两年,500.00,25.00,\n丙公司,一年以内,100.00,5.00,99.99\n合计,,"1,600.00",80.00,799.99\n';
    const token = core.write('账款明细-加列.csv', wider);
    await core.callJob('source:import', { files: [token], disclosed: false, updates: { [token]: source.sourceId } });
    const [listed] = await core.call('sourceUpdate:list', {});
    expect(listed!.tables.map(({ columnsAdded, cells }) => [columnsAdded, cells])).toEqual([[['账龄', '期后回款（万元）'], []]]);
    await core.call('sourceUpdate:accept', { newSourceId: listed!.newSourceId, changes: [{ kind: 'table', tableId }] });
    expect(await read()).toEqual([
      '客户 账龄 期末余额（万元） 坏账准备（万元） 期后回款（万元）',
      '甲公司 一年以内 1,000.00 50.00 700.00',
      '乙公司 一至两年 500.00 25.00 ',
      '丙公司 一年以内 100.00 5.00 99.99',
      '合计  1,600.00 80.00 799.99',
    ]);
    const table = await core.call('table:get', { tableId });
    expect(table.columns.map(({ path }) => path.join('/'))).toEqual([
      '客户',
      '账龄',
      '期末余额（万元）',
      '坏账准备（万元）',
      '期后回款（万元）',
    ]);
    expect(table.rows[3]!.cells[4]).toMatchObject({ value: '99.99', unit: '万元' });
    expect(await core.call('sourceUpdate:list', {})).toEqual([]);
    expect(await core.call('search:query', { query: '99.99', limit: 5 })).toHaveLength(1);
    await core.call('history:undo', {});
    expect(await read()).toEqual(before);
  });

  it('widens the header over columns it brings', async () => {
    const core = startTestCore();
    await makeSampleProject(core);
    const sheet = (months: number) => {
      const rows = [
        ['产品', '2023年', ...Array.from({ length: months - 1 }, () => null), '备注'],
        [null, ...Array.from({ length: months }, (_, at) => `${at + 1}月`), null],
        ['甲', ...Array.from({ length: months }, (_, at) => at + 1.5), '无'],
        ['乙', ...Array.from({ length: months }, (_, at) => at + 2.5), '无'],
      ];
      const made = utils.aoa_to_sheet(rows);
      made['!merges'] = ['A1:A2', `B1:${utils.encode_col(months)}1`].map((range) => utils.decode_range(range));
      const book = utils.book_new();
      utils.book_append_sheet(book, made, '销量');
      return new Uint8Array(write(book, { type: 'buffer' }) as Buffer);
    };
    const imported = await core.callJob('source:import', { files: [core.write('销量.xlsx', sheet(2))], disclosed: false });
    const { sourceId } = imported.sources[0]!;
    const token = core.write('销量-三月.xlsx', sheet(3));
    await core.callJob('source:import', { files: [token], disclosed: false, updates: { [token]: sourceId } });
    const [listed] = await core.call('sourceUpdate:list', {});
    await core.call('sourceUpdate:accept', { newSourceId: listed!.newSourceId, changes: null });
    const [summary] = await core.call('table:list', { sourceId });
    const table = await core.call('table:get', { tableId: summary!.tableId });
    expect(table.columns.map(({ path }) => path.join('/'))).toEqual(['产品', '2023年/1月', '2023年/2月', '2023年/3月', '备注']);
    expect(table.rows[0]!.cells.map(({ text, colSpan, covered }) => [text, colSpan, covered])).toEqual([
      ['产品', 1, false],
      ['2023年', 3, false],
      ['', 1, true],
      ['', 1, true],
      ['备注', 1, false],
    ]);
    expect(table.rows[2]!.cells.map(({ text }) => text)).toEqual(['甲', '1.5', '2.5', '3.5', '无']);
    expect(await core.call('sourceUpdate:list', {})).toEqual([]);
  });

  it('lets a cell stand that was corrected because it was misread', async () => {
    const core = startTestCore();
    const { update, tableId } = await prepare(core);
    const cell = findCellRef([await core.call('table:get', { tableId })], '25.00');
    await core.call('cell:correct', { cell, text: '26.00', kind: 'misread', why: '图片不清' });
    expect(cellsOf(await update()).map(([row]) => row)).not.toContain('乙公司');
  });

  it('keeps every file it was read from, to be saved as received', async () => {
    const core = startTestCore();
    const { update, source } = await prepare(core);
    await update();
    const files = await core.call('sourceUpdate:files', { sourceId: source.sourceId });
    expect(files.map(({ fileName }) => fileName)).toEqual(['账款明细-更新.csv', '账款明细.csv']);
    const target = join(core.folder, '原件.csv');
    await core.call('sourceUpdate:saveFile', { sourceId: source.sourceId, file: files[1]!.file, target: core.registerFile(target) });
    expect(readFileSync(target, 'utf8')).toBe(FIRST);
  });

  it('of a disclosed source enters what was changed into the intended corrections, to be decided', async () => {
    const core = startTestCore();
    const { update, cell } = await prepare(core, true);
    expect(await core.call('correction:list', {})).toEqual([]);
    const { newSourceId } = await update();
    await core.call('sourceUpdate:accept', { newSourceId, changes: [{ kind: 'cell', cell }] });
    const [correction] = await core.call('correction:list', {});
    expect(correction).toMatchObject({
      row: '甲公司',
      column: '期末余额（万元）',
      before: '1,000.00',
      after: '1,200.00',
      decision: 'undecided',
    });
    await core.call('correction:decide', { correctionId: correction!.correctionId, decision: 'correct', note: '随年报更正公告' });
    expect(await core.call('correction:list', {})).toMatchObject([{ decision: 'correct', note: '随年报更正公告' }]);
    await core.call('history:undo', {});
    await core.call('history:undo', {});
    expect(await core.call('correction:list', {})).toEqual([]);
  });

  it('discarded is forgotten', async () => {
    const core = startTestCore();
    const { update } = await prepare(core);
    const { newSourceId } = await update();
    await core.call('sourceUpdate:discard', { newSourceId });
    expect(await core.call('sourceUpdate:list', {})).toEqual([]);
  });
});
