import { expect, type Page } from '@playwright/test';
import { say } from '../../shared/catalogue/catalogue';
import { openItem, openSample } from '../journey/sampleJourney';
import { watchPage } from '../journey/watchPage';
import { test } from './workbench';

const word = (key: Parameters<typeof say>[1], data: Record<string, string | number> = {}) => say('zh-CN', key, data);

/** Puts the caret at the end of the reply's last long paragraph. */
async function goToEnd(page: Page) {
  const reply = page.getByRole('textbox', { name: '回复正文' });
  await reply.getByText(/人工、折旧等固定成本不随收入同步下降/).click();
  await page.keyboard.press('End');
  return reply;
}

test('a cross reference, a footnote and a chart are put in by keyboard, and stand on the pages beside the text', async ({
  page,
  workbench,
}) => {
  const getTrouble = watchPage(page, workbench.origin);
  await page.goto(workbench.url);
  await openSample(page);
  await openItem(page);
  const reply = await goToEnd(page);

  await page.keyboard.press('Control+Alt+r');
  const picker = page.getByRole('combobox', { name: word('reference.search') });
  await expect(picker).toBeFocused();
  await picker.fill('问题 2');
  await expect(page.getByRole('option', { name: /^问题2/ }).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(reply).toContainText('详见问题2');
  await expect(reply.locator('.reply-reference')).toHaveText('问题2');

  await page.keyboard.press('Control+Alt+f');
  const note = page.getByRole('textbox', { name: word('footnote.note') });
  await expect(note).toBeFocused();
  await note.fill('金额均不含税。');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: word('footnote.of', { note: '金额均不含税。' }) })).toBeVisible();

  await page.keyboard.press('Control+Alt+t');
  const dialog = page.getByRole('dialog', { name: word('chart.insert') });
  const tables = dialog.getByRole('combobox', { name: word('reply.tables.search') });
  await expect(tables).toBeFocused();
  await tables.fill('分产品的营业收入');
  await expect(dialog.getByRole('option', { name: /^报告期内，公司分产品的营业收入情况如下：/ }).first()).toHaveAttribute(
    'aria-selected',
    'true',
  );
  await page.keyboard.press('Enter');
  await expect(dialog.locator('.chart-drawing svg')).toBeVisible();
  await dialog.getByRole('textbox', { name: word('chart.source') }).fill('数据来源：公司半年报');
  await dialog.getByRole('button', { name: word('chart.save') }).click();
  await expect(page.locator('.reply-chart svg')).toBeVisible();

  await page.keyboard.press('Control+5');
  const preview = page.getByRole('region', { name: word('preview.title') });
  await expect(preview.locator('.page-sheet').first()).toBeVisible();
  await expect(preview.getByText('数据来源：公司半年报')).toBeVisible();
  await expect(preview.locator('.notes')).toContainText('金额均不含税。');
  await expect(preview.locator('.chart svg')).toHaveCount(1);
  expect(getTrouble()).toEqual([]);
});

test('short names are written down on a page of their own, and the ones of the text are offered', async ({ page, workbench }) => {
  await page.goto(workbench.url);
  await openSample(page);
  await page.keyboard.press('Control+k');
  await page.getByRole('searchbox', { name: /输入命令/ }).fill(word('command.terms'));
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: word('terms.title') });
  await dialog.getByRole('button', { name: word('terms.add') }).click();
  await dialog.getByRole('textbox', { name: word('terms.term'), exact: true }).fill('标的公司');
  await dialog.getByRole('textbox', { name: word('terms.fullName') }).fill('青禾零件有限公司');
  await dialog.getByRole('button', { name: word('terms.save') }).click();
  const row = dialog.getByRole('row', { name: /^标的公司/ });
  await expect(row).toContainText(word('terms.notDefined'));
  await row.getByRole('button', { name: word('terms.remove', { term: '标的公司' }) }).click();
  await expect(row).toHaveCount(0);
});

test('in a browser a PDF is said to need the desktop program', async ({ page, workbench }) => {
  await page.goto(workbench.url);
  await openSample(page);
  await page.getByRole('button', { name: '导出', exact: true }).click();
  await page.getByRole('button', { name: word('preview.pdf') }).click();
  await expect(page.getByText(word('error.pdf-needs-desktop'))).toBeVisible();
});
