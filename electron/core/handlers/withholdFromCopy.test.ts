import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { aliasName, hideCell, summariseSpan } from '../../../shared/document/testing/buildRedactions';
import { newId, type QuestionId } from '../../../shared/domain/ids';
import type { Inline } from '../../../shared/domain/reply';
import { openForeignProject } from '../db/file/foreignProject';
import { sql } from '../db/sql';
import { findCellRef, makeSampleProject, type SampleProject } from '../testing/sampleProject';
import { startTestCore, type TestCore } from '../testing/temporaryCore';

const NAME = '禾风机械';
const text = (words: string): Inline => ({ type: 'text', text: words });

async function write(core: TestCore, questionId: QuestionId, ...paragraphs: Inline[][]) {
  const { revision, sections } = await core.call('reply:get', { questionId });
  const blocks = paragraphs.map((inlines) => ({ type: 'paragraph' as const, blockId: newId<'block'>(), inlines }));
  await core.call('reply:save', { questionId, baseRevision: revision, sections: [{ ...sections[0]!, blocks }, ...sections.slice(1)] });
  return blocks.map(({ blockId }) => blockId);
}

async function startMatter() {
  const core = startTestCore();
  const project = await makeSampleProject(core);
  const copy = async (more: { isInsider?: boolean; withSources?: boolean } = {}) => {
    const path = join(core.folder, '给王律师.huihan');
    const request = { recipient: '王律师', questionIds: [], withSources: true, ...more };
    await core.callJob('exchange:copy', { ...request, target: core.registerFile(path) });
    return path;
  };
  return { core, project, copy, questionId: project.letter.questions[0]!.questionId };
}

const withoutId = <T extends { redactionId: unknown }>({ redactionId: _id, ...content }: T) => content;

async function withhold(core: TestCore, project: SampleProject, blockId: string) {
  const cell = findCellRef(project.tables, '29,175.69');
  await core.call('redaction:add', withoutId(aliasName([NAME], '客户一')));
  await core.call('redaction:add', withoutId(hideCell(cell.tableId, cell.rowId, cell.colId, '29,175.69')));
  await core.call('redaction:add', withoutId(summariseSpan(blockId, '毛利率为三成五', '毛利率处于行业水平')));
  await core.call('redaction:add', withoutId(summariseSpan(blockId, '8', '若干', 20)));
  return cell;
}

it('replaces what is withheld everywhere in a copy for somebody who must not know it, and takes the copy back', async () => {
  const { core, project, copy, questionId } = await startMatter();
  const cell = findCellRef(project.tables, '29,175.69');
  const format = { unit: '万元', decimals: 2, grouping: true, showUnit: true, wording: '', signByWords: false };
  const figure = await core.call('figure:create', { questionId, formula: { op: 'cell', cell }, format, asOf: null, reason: null });
  const blockIds = await write(
    core,
    questionId,
    [text('公司向禾风'), { type: 'text', text: '机械', bold: true }, text('销售，毛利率为三成五，期限8年，收入同比下降。')],
    [text('收入为'), { type: 'figure', figureId: figure.figureId, text: '' }, text('，即２９１７５．６９万元。')],
  );
  await withhold(core, project, blockIds[0]!);
  const remark = { questionId, blockId: blockIds[0]!, from: 3, to: 7, quote: NAME };
  await core.call('review:comment', { anchor: remark, text: '是否已获同意？', replyTo: null });
  const path = await copy();
  const bytes = readFileSync(path);
  for (const secret of [NAME, '三成五', '29,175.69', '29175.69', '２９１７５．６９']) expect(bytes.includes(secret), secret).toBe(false);
  const opened = openForeignProject(bytes, 'a.huihan', null);
  const count = (table: string) => opened.db.get<{ n: number }>(sql`SELECT count(*) AS n FROM ${sql.identifier(table)}`)!.n;
  expect(['redaction', 'change', 'figure'].map(count)).toEqual([0, 0, 0]);
  expect(opened.db.get(sql`SELECT max(length(bytes)) AS n FROM file JOIN source ON file = hash`)).toEqual({ n: 0 });
  opened.close();

  const reviewer = startTestCore();
  await reviewer.openProject(path, 'write');
  const { sections } = await reviewer.call('reply:get', { questionId });
  const shown = sections[0]!.blocks.map((block) =>
    'inlines' in block ? block.inlines.map((one) => ('text' in one ? one.text : '')).join('') : '',
  );
  expect(shown).toEqual(['公司向客户一销售，毛利率处于行业水平，期限若干年，收入同比下降。', '收入为***万元，即***万元。']);
  expect(await reviewer.call('search:query', { query: NAME, limit: 10 })).toEqual([]);
  const from = shown[0]!.indexOf('下降');
  const anchor = { questionId, blockId: blockIds[0]!, from, to: from + 2, quote: '下降' };
  await reviewer.call('review:propose', { anchor, payload: { kind: 'delete' } });
  await reviewer.close();
  expect(await core.callJob('exchange:merge', { file: core.registerFile(path) })).toEqual({ changes: 1, conflicts: 0, unplaced: 0 });
  const [suggestion] = (await core.call('review:list', { questionId })).filter(({ change }) => change.payload.kind === 'delete');
  expect(suggestion).toMatchObject({ place: { kind: 'text', blockId: blockIds[0], from: 27, to: 29, changed: false } });
});

it('gives an insider everything and enters the name in the register', async () => {
  const { core, project, copy, questionId } = await startMatter();
  const [blockId] = await write(core, questionId, [text(`公司向${NAME}销售，毛利率为三成五，期限8年。`)]);
  await withhold(core, project, blockId!);
  expect(readFileSync(await copy({ isInsider: true })).includes(NAME)).toBe(true);
  const insiders = async () => (await core.call('redaction:list', {})).map(({ record }) => record.insiders);
  expect(await insiders()).toEqual(Array.from({ length: 4 }, () => '董事会秘书、财务总监、王律师'));
  await copy({ isInsider: true });
  expect(new Set(await insiders())).toEqual(new Set(['董事会秘书、财务总监、王律师']));
});

it('refuses a copy whose tables tell a hidden number by subtraction, naming the place', async () => {
  const { core, project, copy } = await startMatter();
  const sums = core.write('收入.csv', '客户,2024年度（万元）\n甲,"1,234.56"\n乙,781.83\n丙,333.33\n合计,"2,349.72"\n');
  const { sources } = await core.callJob('source:import', { files: [sums], disclosed: false });
  const [summary] = (await core.call('table:list', { sourceId: sources[0]!.sourceId }))!;
  const table = await core.call('table:get', { tableId: summary!.tableId });
  const cell = findCellRef([table], '1,234.56');
  await core.call('redaction:add', withoutId(hideCell(cell.tableId, cell.rowId, cell.colId, '1,234.56')));
  await core.call('link:add', { questionId: project.letter.questions[0]!.questionId, itemId: null, tableId: cell.tableId, reason: '' });
  await expect(copy()).rejects.toMatchObject({
    code: 'redaction-leak',
    data: { count: 1, where: { data: { places: [{ key: 'leak.told', data: { by: '2,349.72' } }] } } },
  });
  const other = findCellRef([table], '781.83');
  await core.call('redaction:add', withoutId(hideCell(other.tableId, other.rowId, other.colId, '781.83')));
  expect(readFileSync(await copy()).includes('1,234.56')).toBe(false);
});
