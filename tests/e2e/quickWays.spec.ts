import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { say } from '../../shared/catalogue/catalogue';
import { openItem, openSample } from '../journey/sampleJourney';
import { watchPage } from '../journey/watchPage';
import { test } from './workbench';

const word = (key: Parameters<typeof say>[1], data: Record<string, string | number> = {}) => say('zh-CN', key, data);

async function openPalette(page: Page) {
  await page.keyboard.press('Control+k');
  const field = page.getByRole('dialog', { name: word('shell.commands') }).getByRole('searchbox');
  await expect(field).toBeFocused();
  return field;
}

test('Enter in a field of one line does what the dialog is for, not in a text of several lines and not with nothing to do', async ({
  page,
  workbench,
}) => {
  await page.goto(workbench.url);
  await openSample(page);
  await (await openPalette(page)).fill(word('command.saveVersion'));
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: word('versions.saveTitle') });
  const name = dialog.getByRole('textbox', { name: word('versions.name') });
  await expect(name).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog).toBeVisible();
  await name.fill('送审前');
  const why = dialog.getByRole('textbox', { name: word('versions.why') });
  await why.fill('第一行');
  await why.press('Enter');
  await expect(why).toHaveValue('第一行\n');
  await name.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(page.getByText(word('versions.saved', { name: '送审前' }))).toBeVisible();
});

test('a command is found by another word for it and by the initials of its pinyin', async ({ page, workbench }) => {
  await page.goto(workbench.url);
  await openSample(page);
  const field = await openPalette(page);
  await field.fill('会签');
  await expect(page.getByRole('menuitem', { name: word('command.exchange') })).toBeVisible();
  await field.fill('bcbb');
  await expect(page.getByRole('menuitem', { name: word('command.saveVersion') })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog', { name: word('versions.saveTitle') })).toBeVisible();
});

test('what is asked for in the right pane is shown: beside an open letter, and where the pane was folded', async ({ page, workbench }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(workbench.url);
  await openSample(page);
  await page.keyboard.press('Control+d');
  await expect(page.getByRole('region', { name: word('desk.parsed') })).toBeVisible();
  await expect(page.getByRole('tab', { name: word('shell.tab.versions') })).toHaveCount(0);
  await page.keyboard.press('Control+4');
  await expect(page.getByRole('tab', { name: word('shell.tab.versions'), selected: true })).toBeVisible();
  await expect(page.getByRole('region', { name: word('desk.parsed') })).toBeVisible();
  await page.getByRole('button', { name: word('shell.collapseSide') }).click();
  await expect(page.getByRole('tab', { name: word('shell.tab.versions') })).toHaveCount(0);

  await openItem(page);
  await page.getByRole('button', { name: word('shell.collapseSide') }).click();
  await expect(page.getByRole('button', { name: word('shell.expandSide') })).toBeVisible();
  await page.keyboard.press('Control+1');
  await expect(page.getByRole('tab', { name: word('shell.tab.evidence'), selected: true })).toBeVisible();
});

test('a hit in the text of a source leads to the paragraph where it stands', async ({ page, workbench }) => {
  const getTrouble = watchPage(page, workbench.origin);
  await page.goto(workbench.url);
  await openSample(page);
  const file = join(workbench.folder, '盘点说明.txt');
  writeFileSync(file, '一、盘点安排\n\n存放于北纬仓库的原料已于期末全部盘点。\n\n二、盘点结果\n');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: word('evidence.import') }).click();
  await (await chooser).setFiles(file);
  const imported = page.getByRole('dialog', { name: word('import.title') });
  await imported.getByRole('button', { name: word('import.start'), exact: true }).click();
  await imported.getByRole('button', { name: word('import.done') }).click();
  await expect(imported).toBeHidden();

  await page.keyboard.press('Control+Shift+F');
  const search = page.getByRole('dialog', { name: word('search.title') });
  await expect(search.getByRole('searchbox')).toBeFocused();
  await page.keyboard.type('北纬仓库');
  await expect(search.getByRole('option').filter({ hasText: '北纬仓库' })).toHaveCount(1);
  await page.keyboard.press('ArrowDown');
  await expect(search.locator('[role=option][data-focused=true]')).toHaveCount(1);
  await page.keyboard.press('Enter');
  const shown = page.getByRole('dialog', { name: word('origin.around', { name: '盘点说明.txt' }) });
  await expect(shown.locator('mark')).toHaveText('存放于北纬仓库的原料已于期末全部盘点。');
  await expect(shown.getByText('二、盘点结果')).toBeVisible();
  expect(getTrouble()).toEqual([]);
});
