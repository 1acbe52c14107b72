import { expect, type Page } from '@playwright/test';
import { say } from '../../shared/catalogue/catalogue';
import { openItem, openSample } from '../journey/sampleJourney';
import { watchPage } from '../journey/watchPage';
import { test } from './workbench';

const word = (key: Parameters<typeof say>[1], data: Record<string, string | number> = {}) => say('zh-CN', key, data);

const CAPTION = '分产品收入变动表';

/** Texts of the table on the paper of the builder, row by row. */
async function readPreview(page: Page): Promise<string[][]> {
  const rows = page.getByRole('region', { name: word('replyTable.preview') }).getByRole('row');
  return Promise.all((await rows.all()).map((row) => row.locator('th, td').allTextContents()));
}

async function openBuilder(page: Page) {
  await page.getByRole('tab', { name: '资料' }).click();
  await page
    .getByRole('treegrid', { name: '资料和数据表' })
    .getByRole('row', { name: /^报告期内，公司分产品的营业收入情况如下：/ })
    .first()
    .dblclick();
  await page.getByRole('button', { name: word('replyTable.make'), exact: true }).click();
  return page.getByRole('dialog', { name: word('replyTable.make') });
}

test('a reply table is made from a source table, inserted, follows its source, and is edited', async ({ page, workbench }) => {
  const getTrouble = watchPage(page, workbench.origin);
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(workbench.url);
  await openSample(page);
  await openItem(page);
  const dialog = await openBuilder(page);

  await dialog.getByRole('textbox', { name: word('replyTable.caption') }).fill(CAPTION);
  for (const name of ['变动金额', '变动比例'])
    await dialog.getByRole('checkbox', { name: word('replyTable.take', { name }) }).press('Space');
  const adding = dialog.getByRole('group', { name: word('replyTable.addColumn') });
  await adding.getByRole('button', { name: word('replyTable.add'), exact: true }).click();
  await adding.getByRole('button', { name: word('replyTable.addColumn') }).click();
  await page.getByRole('option', { name: word('replyTable.kind.growth') }).click();
  await adding.getByRole('button', { name: word('replyTable.add'), exact: true }).click();
  const rows = dialog.getByRole('group', { name: word('replyTable.addRow') });
  await rows.getByRole('button', { name: word('replyTable.add'), exact: true }).click();
  await dialog.getByRole('textbox', { name: `${word('replyTable.label')} 运维服务` }).fill('运维');
  expect(await readPreview(page)).toEqual([
    ['产品类别', '2026年1-6月', '2025年1-6月', '变动金额', '变动比例'],
    ['智能水表', '14,286.52', '18,920.47', '-4,633.95', '-24.49%'],
    ['管网漏损监测系统', '9,743.18', '10,208.66', '-465.48', '-4.56%'],
    ['水质在线分析仪', '3,518.94', '2,967.31', '551.63', '18.59%'],
    ['运维', '1,627.05', '1,514.88', '112.17', '7.40%'],
    ['合计', '29,175.69', '33,611.32', '-4,435.63', '-13.20%'],
  ]);
  await page.screenshot({ path: test.info().outputPath('builder.png') });
  await dialog.getByRole('button', { name: word('replyTable.createAndInsert') }).click();
  await expect(page.getByRole('heading', { name: CAPTION })).toBeVisible();

  const text = page.getByRole('textbox', { name: '回复正文' });
  const printed = text.getByRole('table', { name: CAPTION });
  await expect(printed).toContainText('-4,435.63');

  await page.getByRole('gridcell', { name: '-4,435.63', exact: true }).click();
  await expect(
    page
      .getByRole('list', { name: word('replyTable.origin') })
      .getByRole('button')
      .first(),
  ).toContainText('14,286.52');
  await page
    .getByRole('list', { name: word('replyTable.origin') })
    .getByRole('button')
    .first()
    .click();
  await page.getByRole('button', { name: word('cell.correct') }).click();
  const correct = page.getByRole('dialog', { name: word('correct.title') });
  await correct.getByRole('textbox', { name: word('correct.newText') }).fill('14,386.52');
  await correct.getByRole('textbox', { name: word('correct.why') }).fill('财务部来函更正');
  await correct.getByRole('button', { name: word('correct.apply'), exact: true }).click();
  const done = page.getByRole('dialog', { name: word('correct.done') });
  await expect(done.getByRole('row', { name: new RegExp(`${CAPTION} · 合计 · 变动金额`) })).toContainText('-4,335.63');
  await page.screenshot({ path: test.info().outputPath('corrected.png') });
  await done.getByRole('button', { name: word('correct.finish') }).click();
  await expect(printed).toContainText('-4,335.63');

  await page.getByRole('button', { name: '返回列表' }).click();
  const linked = page.getByRole('region', { name: word('evidence.linkedHere') }).getByRole('listitem');
  await expect(linked.first()).toContainText(CAPTION);
  await linked.first().getByRole('button').first().click();
  await page.getByRole('button', { name: word('replyTable.edit'), exact: true }).click();
  const editing = page.getByRole('dialog', { name: word('replyTable.edit') });
  await editing.getByRole('button', { name: word('replyTable.moneyUnit') }).click();
  await page.getByRole('option', { name: '亿元', exact: true }).click();
  await editing.getByRole('button', { name: word('replyTable.save'), exact: true }).click();
  await expect(printed).toContainText('-0.43');
  await page.screenshot({ path: test.info().outputPath('edited.png') });
  expect(getTrouble()).toEqual([]);
});

test('the builder is worked by keyboard alone', async ({ page, workbench }) => {
  await page.goto(workbench.url);
  await openSample(page);
  await openItem(page);
  const dialog = await openBuilder(page);
  await expect(dialog.getByRole('textbox', { name: word('replyTable.caption') })).toBeFocused();
  const first = dialog.getByRole('button', { name: word('replyTable.down', { name: '智能水表' }) });
  await first.focus();
  await page.keyboard.press('Enter');
  await expect(first).toBeFocused();
  expect((await readPreview(page)).slice(1, 3).map((row) => row[0])).toEqual(['管网漏损监测系统', '智能水表']);
  await dialog.getByRole('checkbox', { name: word('replyTable.take', { name: '合计' }) }).focus();
  await page.keyboard.press('Space');
  expect((await readPreview(page)).map((row) => row[0])).not.toContain('合计');
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
});
