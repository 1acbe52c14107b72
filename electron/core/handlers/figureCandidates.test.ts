import { describe, expect, it } from 'vitest';
import { makeSampleProject } from '../testing/sampleProject';
import { startTestCore } from '../testing/temporaryCore';

const TABLE =
  '单位：万元\n\n项目\t2025年度\t2024年度\n营业收入\t29,175.69\t33,611.32\n其中：水表收入\t18,000.10\t23,000.20\n毛利率\t35.10%\t36.20%\n净利润\t-902.25\t1,500.00\n';

async function start() {
  const core = startTestCore();
  const { letter } = await makeSampleProject(core);
  await core.callJob('source:import', { files: [core.write('补充.txt', `公司近两年主要数据如下：\n\n${TABLE}`)], disclosed: false });
  const added = (await core.call('table:list', { sourceId: null })).at(-1)!;
  const { questionId } = letter.questions[1]!;
  const ask = async (text: string) => {
    const candidates = await core.call('figure:candidates', { text, questionId, limit: 60 });
    return candidates.filter((candidate) => candidate.cell.tableId === added.tableId).map((candidate) => candidate.text);
  };
  return { core, added, questionId, ask };
}

describe('candidates for a figure', () => {
  it('are the cells that print a number or round to it, in whatever unit it is asked for', async () => {
    const { ask } = await start();
    for (const text of ['29,175.69', '29,175.69万元', '29,175.69 万元', '2.92亿元', '291,756,900元', '29175.69'])
      expect(await ask(text), text).toEqual(['29,175.69']);
    expect(await ask('902.25万元')).toEqual(['-902.25']);
    expect(await ask('35.10%')).toEqual(['35.10%']);
    expect(await ask('29,175.68万元')).toEqual([]);
  });

  it('are found by words of row, column and caption, the best fit first', async () => {
    const { ask } = await start();
    expect((await ask('毛利率')).slice(0, 2)).toEqual(['35.10%', '36.20%']);
    expect((await ask('净利润 2024年度'))[0]).toBe('1,500.00');
    expect((await ask('水表收入 2025'))[0]).toBe('18,000.10');
    expect(await ask('没有这样的词')).toEqual([]);
  });

  it('of a table linked to the question come before others', async () => {
    const { core, added, questionId } = await start();
    await core.call('link:add', { questionId, itemId: null, tableId: added.tableId, reason: '' });
    const candidates = await core.call('figure:candidates', { text: '29,175.69万元', questionId, limit: 60 });
    expect(candidates.length).toBeGreaterThan(1);
    expect(candidates[0]!.cell.tableId).toBe(added.tableId);
    expect(candidates[0]).toMatchObject({ rowPath: ['营业收入'], columnPath: ['2025年度'], fileName: '补充.txt', unit: '万元' });
  });

  it('below further header rows are named, and found, by what these print', async () => {
    const core = startTestCore();
    const { letter } = await makeSampleProject(core);
    const rows = [
      '单位：万元',
      '项目\t2025年末\t2024年末',
      '货币资金\t1,234.56\t2,345.67',
      '项目\t2025年度\t2024年度',
      '营业成本\t3,456.78\t4,567.89',
    ];
    await core.callJob('source:import', { files: [core.write('分段.txt', `主要数据如下：\n\n${rows.join('\n')}\n`)], disclosed: false });
    const { tableId } = (await core.call('table:list', { sourceId: null })).at(-1)!;
    expect((await core.call('table:get', { tableId })).rows.map(({ role }) => role)).toEqual(['header', 'body', 'band', 'body']);
    const { questionId } = letter.questions[1]!;
    const ask = async (text: string) =>
      (await core.call('figure:candidates', { text, questionId, limit: 60 }))
        .filter(({ cell }) => cell.tableId === tableId)
        .map((candidate) => [candidate.text, candidate.columnPath]);
    expect(await ask('3,456.78万元')).toEqual([['3,456.78', ['2025年度']]]);
    expect(await ask('2,345.67万元')).toEqual([['2,345.67', ['2024年末']]]);
    expect((await ask('2024年度'))[0]).toEqual(['4,567.89', ['2024年度']]);
  });
});
