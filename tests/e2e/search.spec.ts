import { expect } from '@playwright/test';
import { say } from '../../shared/catalogue/catalogue';
import { openSample } from '../journey/sampleJourney';
import { watchPage } from '../journey/watchPage';
import { test } from './workbench';

const word = (key: Parameters<typeof say>[1], data: Record<string, string | number> = {}) => say('zh-CN', key, data);

test('a search is narrowed by period and unit, and Enter goes to the cell', async ({ page, workbench }) => {
  const getTrouble = watchPage(page, workbench.origin);
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(workbench.url);
  await openSample(page);
  await page.keyboard.press('Control+Shift+F');
  const dialog = page.getByRole('dialog', { name: word('search.title') });
  const query = dialog.getByRole('searchbox', { name: word('search.field') });
  await expect(query).toBeFocused();
  await page.keyboard.type('智能水表');
  const hits = dialog.getByRole('option');
  await expect(hits.filter({ hasText: word('search.kind.letter') })).not.toHaveCount(0);

  await dialog.getByRole('textbox', { name: word('search.period') }).fill('2025年');
  await expect(query).toHaveValue('智能水表');
  await expect(hits.filter({ hasText: word('search.kind.letter') })).toHaveCount(0);
  await expect(hits.filter({ hasText: '18,920.47' })).not.toHaveCount(0);
  await dialog.getByRole('textbox', { name: word('search.unit') }).fill('%');
  await expect(dialog.getByText(word('search.none', { query: '智能水表' }))).toBeVisible();
  await dialog.getByRole('textbox', { name: word('search.unit') }).fill('万元');
  await expect(hits.filter({ hasText: '18,920.47' })).not.toHaveCount(0);
  await page.screenshot({ path: test.info().outputPath('search.png') });

  await query.focus();
  await expect(query).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(dialog.locator('[role=option][data-focused=true]')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('gridcell', { name: '18,920.47', exact: true })).toHaveAttribute('aria-selected', 'true');
  expect(getTrouble()).toEqual([]);
});
