import { describe, expect, it } from 'vitest';
import { makeSampleProject, readSample } from '../testing/sampleProject';
import { startTestCore, type TestCore } from '../testing/temporaryCore';

async function startWithDraft(): Promise<TestCore> {
  const core = startTestCore();
  await makeSampleProject(core);
  await core.callJob('reply:importDraft', { file: core.write('draft.txt', readSample('draft.txt')) });
  await core.callJob('source:import', {
    files: [core.write('明细.csv', '项目,金额（元）\n租金收入,"12,345,678.90"\n零星,0.05\n')],
    disclosed: false,
  });
  return core;
}

const kindsOf = async (core: TestCore, query: string) =>
  [...new Set((await core.call('search:query', { query, limit: 50 })).map((hit) => hit.kind))].sort();

describe('search', () => {
  it('finds words of one character and more in letters, replies, tables, cells and sources', async () => {
    const core = await startWithDraft();
    expect(await kindsOf(core, '应收账款')).toEqual(['cell', 'letter', 'reply', 'source', 'table']);
    expect(await kindsOf(core, '租金')).toEqual(['cell']);
    expect(await kindsOf(core, '租')).toContain('cell');
    expect(await kindsOf(core, '没有这样的词')).toEqual([]);
  });

  it('narrows a row to its numbers of a period and unit', async () => {
    const core = await startWithDraft();
    const find = async (filter: { period?: string; unit?: string }) => [
      ...new Set((await core.call('search:query', { query: '智能水表', limit: 50, ...filter })).map((hit) => hit.snippet)),
    ];
    expect(await find({ period: '2026年1-6月', unit: '万元' })).toEqual(['14,286.52']);
    expect(await find({ period: '2025', unit: '万元' })).toEqual(['18,920.47']);
    expect(await find({ unit: '吨' })).toEqual([]);
  });

  it('finds an amount in any unit and rounding it may be printed in', async () => {
    const core = await startWithDraft();
    const texts = async (query: string) => (await core.call('search:query', { query, limit: 20 })).map((hit) => hit.snippet);
    for (const query of ['12,345,678.90', '12345678.9元', '1,234.57万元', '1234.57 万元', '0.123亿元', '１２３４．５７万元']) {
      expect(await texts(query), query).toContain('12,345,678.90');
    }
    expect(await texts('1,234.58万元')).toEqual([]);
    expect(await texts('12,345,678.90 元')).toHaveLength(1);
  });

  it('finds a text that rounds the amount looked for', async () => {
    const core = startTestCore();
    const { letter } = await makeSampleProject(core);
    const hits = await core.call('search:query', { query: '291,756,912.34元', limit: 20 });
    expect(hits.filter((hit) => hit.kind === 'letter').map((hit) => hit.questionId)).toEqual([letter.questions[0]!.questionId]);
  });

  it('names the cell, so that a hit leads to it', async () => {
    const core = await startWithDraft();
    const [hit] = await core.call('search:query', { query: '租金收入', limit: 5 });
    const table = await core.call('table:get', { tableId: hit!.tableId! });
    const row = table.rows.find((one) => one.rowId === hit!.rowId)!;
    expect(row.cells[table.columns.findIndex((column) => column.colId === hit!.colId)]!.text).toBe('租金收入');
  });

  it('shows a cell in its row, found by word or by amount', async () => {
    const core = await startWithDraft();
    for (const query of ['租金收入', '1,234.57万元']) {
      const [hit] = await core.call('search:query', { query, limit: 5 });
      expect(hit!.row).toEqual(['租金收入', '12,345,678.90']);
    }
  });

  it('takes any characters of a query as text, never as a command of the index', async () => {
    const core = await startWithDraft();
    for (const query of [
      '"',
      "'",
      '*',
      'AND',
      'a" OR words:"x',
      'NEAR(甲 乙)',
      '租金 OR 零星',
      '-',
      '()',
      '^租金',
      '%',
      '\u0000',
      '\ue000',
    ]) {
      expect(Array.isArray(await core.call('search:query', { query, limit: 5 })), query).toBe(true);
    }
    expect(await core.call('search:query', { query: '租金 零星', limit: 5 })).toEqual([]);
  });
});
