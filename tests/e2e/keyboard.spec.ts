import { expect } from '@playwright/test';
import { say } from '../../shared/catalogue/catalogue';
import { openItem, openSample } from '../journey/sampleJourney';
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

test('closing a dialog gives the focus back to the reply, also when the palette opened it', async ({ page, workbench }) => {
  await page.goto(workbench.url);
  await openSample(page);
  await page
    .getByRole('treegrid', { name: word('tree.name') })
    .getByRole('row', { name: /^问题 1 / })
    .click();
  const text = page.getByRole('textbox', { name: word('reply.editor') });
  await expect(text).toContainText('万元');
  await text.focus();
  await expect(text).toBeFocused();
  for (const command of ['command.about', 'command.saveVersion', 'command.terms'] as const) {
    await page.keyboard.press('Control+k');
    const palette = page.getByRole('searchbox', { name: word('command.palette') });
    await expect(palette).toBeFocused();
    await palette.fill(word(command));
    await expect(page.getByRole('menuitem')).toHaveCount(1);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await expect(palette).toBeHidden();
    await expect(page.getByRole('dialog')).toContainText(/\S/);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(text).toBeFocused();
  }
});

test('an item opens where its answer begins, and F6 leads there', async ({ page, workbench }) => {
  await page.goto(workbench.url);
  await openSample(page);
  await openItem(page);
  const text = page.getByRole('textbox', { name: word('reply.editor') });
  const heading = text.getByText(/^（二）/);
  await expect(heading).toBeInViewport();
  await expect(text.getByText(/^（一）/)).not.toBeInViewport();
  await page.keyboard.press('F6');
  await expect(text).toBeFocused();
  await page.keyboard.insertText('二');
  await expect(text.getByText(/^二（二）/)).toBeInViewport();
});

test('a table in a reply opens at the cell pointed at, and correcting it by keys leads back to it', async ({ page, workbench }) => {
  await page.goto(workbench.url);
  await openSample(page);
  await openItem(page);
  const text = page.getByRole('textbox', { name: word('reply.editor') });
  await text.getByRole('cell', { name: '14,286.52' }).first().dblclick();
  const grid = page.getByRole('complementary').getByRole('grid');
  await expect(grid.getByRole('gridcell', { name: '14,286.52' }).first()).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('F6');
  await expect(grid).toBeFocused();
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog');
  const field = dialog.getByRole('textbox', { name: word('correct.newText') });
  await expect(field).toBeFocused();
  await field.fill('14,268.52');
  await dialog.getByRole('textbox', { name: word('correct.why') }).fill('抄错');
  await page.keyboard.press('Enter');
  await expect(dialog.getByRole('button', { name: word('correct.finish') })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(grid).toBeFocused();
});
