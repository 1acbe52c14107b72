import { expect } from '@playwright/test';
import { say } from '../../shared/catalogue/catalogue';
import { openSample } from '../journey/sampleJourney';
import { test } from './workbench';

const word = (key: Parameters<typeof say>[1]) => say('zh-CN', key);

for (const { keys, dialog, field } of [
  { keys: 'Control+k', dialog: word('shell.commands'), field: word('command.palette') },
  { keys: 'Control+Shift+f', dialog: word('search.title'), field: word('search.field') },
]) {
  test(`what is typed right after ${keys} goes into its field, however late the page draws`, async ({ page, workbench }) => {
    await page.goto(workbench.url);
    await openSample(page);
    await page
      .getByRole('treegrid', { name: word('tree.name') })
      .getByRole('row', { name: /^问题 1 / })
      .click();
    const text = page.getByRole('textbox', { name: word('reply.editor') });
    // The table under it is read after the text.
    await expect(text.getByRole('table')).toContainText('合计');
    const before = await text.textContent();
    await text.focus();
    await page.evaluate(() => {
      const draw = window.requestAnimationFrame.bind(window);
      window.requestAnimationFrame = (callback) => draw(() => setTimeout(callback, 500));
    });
    await page.keyboard.press(keys);
    await page.keyboard.type('收入');
    await expect(page.getByRole('dialog', { name: dialog }).getByRole('searchbox', { name: field })).toHaveValue('收入');
    expect(await text.textContent()).toBe(before);
  });
}
