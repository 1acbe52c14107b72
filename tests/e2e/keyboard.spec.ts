import { expect } from '@playwright/test';
import { say } from '../../shared/catalogue/catalogue';
import { openSample } from '../journey/sampleJourney';
import { test } from './workbench';

const word = (key: Parameters<typeof say>[1]) => say('zh-CN', key);

test('F6 goes round the panes, each time to what the pane is there for, and no page takes the focus with it', async ({
  page,
  workbench,
}) => {
  await page.goto(workbench.url);
  await openSample(page);
  await expect(page.getByRole('main')).toBeFocused();
  const sources = page.getByRole('complementary').getByRole('row');
  await expect(sources.first()).toBeVisible();
  await page.keyboard.press('F6');
  await expect(sources.first()).toBeFocused();
  await page.keyboard.press('F6');
  const tree = page.getByRole('treegrid', { name: word('tree.name') });
  await expect(tree.getByRole('row').first()).toBeFocused();
  await tree.getByRole('row', { name: /^问题 1 / }).focus();
  await page.keyboard.press('Enter');
  const text = page.getByRole('textbox', { name: word('reply.editor') });
  await expect(text).toContainText('万元');
  await page.keyboard.press('F6');
  await expect(text).toBeFocused();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(page.getByRole('main')).toBeFocused();
});
