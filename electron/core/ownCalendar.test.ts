import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { CALENDAR_FILE } from './ownCalendar';
import { makeSampleProject } from './testing/sampleProject';
import { startTestCore } from './testing/temporaryCore';

const LETTER = `关于对蓝鹭精工股份有限公司的关注函
蓝鹭精工股份有限公司董事会：
我部对以下事项表示关注：
1. 请你公司说明存货大幅增长的原因。
请你公司在收到本函后5个交易日内书面回复我部。
特此函告
深圳证券交易所
2024年4月29日`;

it('counts a term of days from receipt by the calendar that ships, and by a user’s own once it is there', async () => {
  const core = startTestCore();
  await core.call('project:new', { letter: { file: null, pages: [{ text: LETTER, confirmed: true }] }, target: null });
  const [letter] = await core.call('letter:list', {});
  const dueOn = async () => (await core.call('project:get', {}))!.dueOn;
  expect(await dueOn()).toBe('2024-05-09');
  await core.call('letter:setHeader', { letterId: letter!.letterId, header: { receivedOn: '2024-05-06' } });
  expect(await dueOn()).toBe('2024-05-13');
  mkdirSync(core.settings.stateFolder, { recursive: true });
  const own = { from: '2024-01-01', to: '2024-12-31', source: '本公司', closedWeekdays: ['2024-05-08'] };
  writeFileSync(join(core.settings.stateFolder, CALENDAR_FILE), JSON.stringify(own));
  expect(await dueOn()).toBe('2024-05-14');
});

it('says that a user’s own calendar is not one, by its file', async () => {
  const core = startTestCore();
  await makeSampleProject(core);
  writeFileSync(join(core.settings.stateFolder, CALENDAR_FILE), '{"from": "昨天"}');
  await expect(core.call('project:get', {})).rejects.toMatchObject({ code: 'calendar-broken' });
});
