import { expect, type Page } from '@playwright/test';
import { say } from '../../shared/catalogue/catalogue';
import { openSample } from '../journey/sampleJourney';
import { watchPage } from '../journey/watchPage';
import { test } from './workbench';

const word = (key: Parameters<typeof say>[1], data: Record<string, string | number> = {}) => say('zh-CN', key, data);

const FIELDS = ['名称', '应收账款余额（元）', '账龄', '坏账准备余额（元）', '期后回款金额（元）'];
const CUSTOMER = '沅陵水务投资有限公司';

/** Texts of the table on the paper of the builder, row by row. */
async function readRows(page: Page): Promise<string[][]> {
  const rows = page.getByRole('region', { name: word('replyTable.preview') }).getByRole('row');
  return Promise.all((await rows.all()).map((row) => row.locator('th, td').allTextContents()));
}

test('one key makes the table of the fields that an item demands; what is typed is totalled, a row has a unit of its own', async ({
  page,
  workbench,
}) => {
  const getTrouble = watchPage(page, workbench.origin);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(workbench.url);
  await openSample(page);
  await page
    .getByRole('treegrid', { name: '问题树' })
    .getByRole('row', { name: /^问题 2（1）/ })
    .click();
  await expect(page.getByRole('textbox', { name: '回复正文' })).toBeVisible();
  await page.keyboard.press('F9');
  const dialog = page.getByRole('dialog', { name: word('replyTable.make') });
  await expect(dialog.getByRole('textbox', { name: word('replyTable.caption') })).toBeFocused();
  await expect.poll(async () => (await readRows(page))[0]).toEqual(FIELDS);

  await dialog.getByRole('button', { name: word('replyTable.addTyped'), exact: true }).click();
  const typed = dialog.getByRole('textbox', { name: word('replyTable.typed', { name: word('replyTable.unnamed') }) });
  await typed.fill(['1.5', '2', '—', '4', '5'].join('\n'));
  const rows = dialog.getByRole('group', { name: word('replyTable.addRow') });
  await rows.getByRole('button', { name: word('replyTable.add'), exact: true }).click();
  await expect.poll(async () => (await readRows(page)).at(-1)).toEqual(['合计', '101091698.45', '', '8512192.03', '21600000.00', '12.5']);

  const line = dialog.getByRole('listitem').filter({ has: page.getByRole('textbox', { name: `${word('replyTable.label')} ${CUSTOMER}` }) });
  await line.getByRole('button', { name: word('replyTable.details', { name: CUSTOMER }) }).click();
  await line.getByRole('checkbox', { name: word('replyTable.ownFormat') }).press('Space');
  await line.getByRole('button', { name: word('replyTable.columnUnit') }).click();
  await page.getByRole('option', { name: '亿元', exact: true }).click();
  await expect.poll(async () => (await readRows(page))[2]).toEqual([CUSTOMER, '0.27亿元', '1年以内', '0.01亿元', '0.07亿元', '2']);
  await page.screenshot({ path: test.info().outputPath('fields.png') });

  await dialog.getByRole('button', { name: word('replyTable.create'), exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('gridcell', { name: '12.5', exact: true })).toBeVisible();
  expect(getTrouble()).toEqual([]);
});
