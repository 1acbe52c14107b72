import { expect, type Page } from '@playwright/test';
import { openItem, openSample } from '../journey/sampleJourney';
import { test } from './workbench';

const paragraphs = (page: Page) => page.locator('.reply-section > p');
const rows = (page: Page) => page.locator('.review-row');

/** The sample's first reply in revision mode, its first paragraph with two words deleted and some put in; the pane beside it. */
async function suggest(page: Page, url: string): Promise<void> {
  await page.goto(url);
  await openSample(page);
  await openItem(page);
  await expect(paragraphs(page).first()).toContainText('报告期内，公司');
  await paragraphs(page).first().click();
  await page.keyboard.press('Control+Shift+E');
  await expect(page.locator('.status-revision')).toBeVisible();
  await page.keyboard.press('Home');
  for (let count = 0; count < 4; count++) await page.keyboard.press('Delete');
  await page.keyboard.type('本期');
  await page.keyboard.press('Control+3');
  await expect(rows(page)).toHaveCount(2);
}

test('a suggestion is accepted by key, taken back by Ctrl+Z, and all are rejected together', async ({ page, workbench }) => {
  await suggest(page, workbench.url);
  await page.keyboard.press('Control+Alt+a');
  await expect(rows(page)).toHaveCount(1);
  await page.locator('.reply-text').focus();
  await page.keyboard.press('Control+z');
  await expect(rows(page)).toHaveCount(2);
  await expect(paragraphs(page).first()).toContainText('报告期内本期，公司');
  await page.getByRole('button', { name: '全部拒绝：列出的 2 处修订' }).click();
  await expect(rows(page)).toHaveCount(0);
  await expect(paragraphs(page).first()).toContainText('报告期内，公司');
});

test('the list is walked and decided with the keyboard alone, and a comment is answered and resolved', async ({ page, workbench }) => {
  await suggest(page, workbench.url);
  await rows(page).first().focus();
  await page.keyboard.press('ArrowDown');
  await expect(rows(page).nth(1)).toBeFocused();
  await page.keyboard.press('a');
  await expect(rows(page)).toHaveCount(1);
  await paragraphs(page).nth(1).click();
  await page.keyboard.press('Control+Alt+m');
  await expect(page.locator('.comment-box textarea')).toBeFocused();
  await page.keyboard.type('请核对口径');
  await page.keyboard.press('Control+Enter');
  const thread = rows(page).filter({ hasText: '请核对口径' });
  await thread.getByRole('button', { name: '回复' }).click();
  await thread.getByRole('textbox').fill('已核对');
  await thread.getByRole('button', { name: '发送' }).click();
  await expect(thread).toContainText('已核对');
  await thread.getByRole('button', { name: '解决' }).click();
  await expect(rows(page)).toHaveCount(1);
});

test('a figure written over is a request; correcting its cell changes the figure', async ({ page, workbench }) => {
  await suggest(page, workbench.url);
  await page.locator('.reply-figure').first().dblclick();
  await page.keyboard.type('99');
  await expect(page.locator('.override-card')).toContainText('资料');
  const request = rows(page).filter({ hasText: '改数请求' });
  await request.getByLabel('改数原因').fill('复核后更正');
  await request.getByRole('button', { name: '改正单元格' }).click();
  await expect(page.locator('.reply-figure').first()).toHaveText('99.00万元');
});
