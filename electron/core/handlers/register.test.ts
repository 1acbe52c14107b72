import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { read, utils } from '@e965/xlsx';
import { expect, it } from 'vitest';
import { aliasName } from '../../../shared/document/testing/buildRedactions';
import { newId } from '../../../shared/domain/ids';
import { findCellRef, makeSampleProject } from '../testing/sampleProject';
import { startTestCore } from '../testing/temporaryCore';

it('the register names every number of the replies with its cell, file and verifier, and one without a source with its state', async () => {
  const core = startTestCore();
  const { letter, tables } = await makeSampleProject(core);
  const { questionId, no } = letter.questions[0]!;
  const cell = findCellRef(tables, '14,286.52');
  const format = { unit: '万元', decimals: 2, grouping: true, showUnit: true, wording: '', signByWords: false };
  const figure = await core.call('figure:create', { questionId, formula: { op: 'cell', cell }, format, asOf: null, reason: '取自半年报' });
  const { sections, revision } = await core.call('reply:get', { questionId });
  sections[0]!.blocks.push(
    {
      type: 'paragraph',
      blockId: newId(),
      inlines: [
        { type: 'text', text: '智能水表收入' },
        { type: 'figure', figureId: figure.figureId, text: figure.shown },
        { type: 'text', text: '，另有其他收入777.77万元。' },
      ],
    },
    { type: 'table', blockId: newId(), tableId: cell.tableId },
  );
  await core.call('reply:save', { questionId, baseRevision: revision, sections });
  const target = join(core.folder, '出处.xlsx');
  const { sheets } = await core.callJob('register:export', { target: core.registerFile(target) });
  const book = read(readFileSync(target), { cellFormula: true });
  const rows = utils.sheet_to_json<Record<string, string>>(book.Sheets['数字出处']!);
  expect(rows[0]).toMatchObject({
    问题: no,
    部分: '公司说明',
    所在文字: '智能水表收入14,286.52万元，另有其他收入777.77万元。',
    数字: '14,286.52万元',
    状态: '有出处',
    行: '智能水表',
    单元格: '14,286.52',
    文件: 'half-year-report.txt',
    披露状态: '已披露',
    说明: '取自半年报',
  });
  expect(rows[0]!['页、表或范围']).toMatch(/行/);
  expect(rows[1]).toMatchObject({ 数字: '777.77万元', 状态: '无出处' });
  const shown = utils.sheet_to_json<Record<string, string>>(book.Sheets['表格数字出处']!);
  expect(shown.find((row) => row['数字'] === '14,286.52')).toMatchObject({ 行: '智能水表', 文件: 'half-year-report.txt' });
  expect(sheets).toEqual([
    { name: '数字出处', rows: rows.length },
    { name: '表格数字出处', rows: shown.length },
  ]);
});

it('the register of what is withheld is written alone when it is asked for, and among the others otherwise', async () => {
  const core = startTestCore();
  await makeSampleProject(core);
  const { redactionId: _id, ...name } = aliasName(['智能水表'], '产品一');
  await core.call('redaction:add', name);
  const target = join(core.folder, '登记.xlsx');
  const write = async (withheldOnly: boolean) => {
    const { sheets } = await core.callJob('register:export', { target: core.registerFile(target), withheldOnly });
    return sheets.map((sheet) => sheet.name);
  };
  expect(await write(false)).toEqual(['数字出处', '表格数字出处', '豁免披露登记']);
  expect(await write(true)).toEqual(['豁免披露登记']);
  const [row] = utils.sheet_to_json<Record<string, string>>(read(readFileSync(target)).Sheets['豁免披露登记']!);
  expect(row).toMatchObject({ 豁免披露的方式: '豁免披露临时报告中的有关内容', 豁免披露的内容: '客户名称：智能水表', 替换文字: '产品一' });
});
