import { expect, it } from 'vitest';
import { makeSampleProject } from '../testing/sampleProject';
import { startTestCore } from '../testing/temporaryCore';

const table = (name: string, last: string) =>
  `单位：万元\n\n项目\t2021年度\t2022年度\t2023年度\t2024年度\n${name}\t81,234.56\t82,345.67\t83,456.78\t${last}\n净利率\t3.10%\t3.20%\t3.30%\t3.40%\n`;

async function start(last: string) {
  const core = startTestCore();
  const { letter } = await makeSampleProject(core);
  const files = [core.write('甲.txt', table('工程款收入', '84,567.89')), core.write('乙.txt', table('安装服务收入', last))];
  await core.callJob('source:import', { files, disclosed: false });
  const listOurs = async () =>
    (await core.call('alias:list', {})).flatMap(({ first, second, verdict, equal }) =>
      [first, second].includes('工程款收入') ? [{ first, second, verdict, equal }] : [],
    );
  const listSame = async () => (await core.callJob('check:run', { changedOnly: true })).filter(({ rule }) => rule === 'same-metric');
  return { core, questionId: letter.questions[0]!.questionId, listOurs, listSame };
}

const NAMES: [string, string] = ['工程款收入', '安装服务收入'];

it('two names learnt from the tables are told apart, the check follows at once, and undo brings both back', async () => {
  const { core, listOurs, listSame } = await start('84,567.98');
  const pair = { first: '安装服务收入', second: '工程款收入', equal: 3 };
  expect(await listOurs()).toEqual([{ ...pair, verdict: null }]);
  const before = await listSame();
  await core.call('alias:decide', { names: NAMES, verdict: 'rejected' });
  expect(await listOurs()).toEqual([{ ...pair, verdict: 'rejected' }]);
  expect((await listSame()).length).toBe(before.length - 1);
  await core.call('history:undo', {});
  expect(await listOurs()).toEqual([{ ...pair, verdict: null }]);
  expect(await listSame()).toEqual(before);
});

it('a confirmed name finds the cells the other one labels', async () => {
  const { core, questionId } = await start('84,567.89');
  const find = async () =>
    (await core.call('figure:candidates', { text: '安装服务收入', questionId, limit: 200 })).map(({ rowPath }) => rowPath[0]);
  expect(await find()).not.toContain('工程款收入');
  await core.call('alias:decide', { names: NAMES, verdict: 'confirmed' });
  expect(await find()).toContain('工程款收入');
});

it('one name is no pair', async () => {
  const { core } = await start('84,567.89');
  await expect(core.call('alias:decide', { names: ['营业收入', '一、营业收入'], verdict: 'confirmed' })).rejects.toMatchObject({
    code: 'invalid-params',
  });
});
