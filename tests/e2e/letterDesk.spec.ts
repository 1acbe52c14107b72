import { expect, type Page } from '@playwright/test';
import { say } from '../../shared/catalogue/catalogue';
import { openSample } from '../journey/sampleJourney';
import { test } from './workbench';

const word = (key: Parameters<typeof say>[1], data: Record<string, string | number> = {}) => say('zh-CN', key, data);
const words = (page: Page, no: number) => page.getByRole('textbox', { name: word('desk.text', { no }) });
const rows = (page: Page) => page.getByRole('treegrid', { name: word('tree.name') }).getByRole('row', { name: /^问题 \d / });

async function openDesk(page: Page): Promise<void> {
  await openSample(page);
  await page
    .getByRole('treegrid', { name: word('tree.name') })
    .getByRole('row', { name: /^半年报问询函/ })
    .click();
  await expect(words(page, 1)).toBeVisible();
}

test('a question is merged with the next and split again with one key each, and undone', async ({ page, workbench }) => {
  await page.goto(workbench.url);
  await openDesk(page);
  await expect(rows(page)).toHaveCount(3);
  await words(page, 1).focus();
  await page.keyboard.press('j');
  await expect(words(page, 2)).toBeHidden();
  await page.keyboard.press('Control+z');
  await expect(words(page, 2)).toBeVisible();

  await words(page, 3).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('q');
  await expect(words(page, 4)).toBeVisible();
  await page.keyboard.press('Control+z');
  await expect(words(page, 4)).toBeHidden();
});

test('the words in hand are marked in the letter as received', async ({ page, workbench }) => {
  await page.goto(workbench.url);
  await openDesk(page);
  await words(page, 1).focus();
  for (let press = 0; press < 3; press++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('mark').first()).toContainText('分产品列示营业收入');
});

test('several items get an owner at once', async ({ page, workbench }) => {
  await page.goto(workbench.url);
  await openDesk(page);
  await page.getByRole('button', { name: word('desk.assign') }).click();
  const dialog = page.getByRole('dialog', { name: word('desk.assign') });
  await dialog.getByRole('row', { name: /^问题 1（1）/ }).click();
  await dialog.getByRole('row', { name: /^问题 2（2）/ }).click();
  await dialog.getByRole('textbox', { name: word('desk.owner') }).fill('财务部');
  await dialog.getByRole('button', { name: word('desk.save') }).click();
  await expect(dialog).toBeHidden();
  await page
    .getByRole('treegrid', { name: word('tree.name') })
    .getByRole('row', { name: word('command.overview') })
    .click();
  await expect(page.getByRole('table', { name: /^财务部 2/ })).toBeVisible();
});
