import { spawnSync } from 'node:child_process';
import { globSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { say } from '../../shared/catalogue/catalogue';
import { answerQuestion, openSample } from '../journey/sampleJourney';
import { watchPage } from '../journey/watchPage';
import { test } from './workbench';

const word = (key: Parameters<typeof say>[1], data: Record<string, string | number> = {}) => say('zh-CN', key, data);

async function openExchange(page: Page) {
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('dialog').getByRole('searchbox')).toBeFocused();
  await page.keyboard.type(word('command.exchange'));
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: word('exchange.title') });
  await expect(dialog).toBeVisible();
  return dialog;
}

/** The reviewer's own program: a terminal with a state folder of its own. */
function reviewInTerminal(folder: string, copy: string, password: string): void {
  const run = (...words: string[]) => {
    const line = [resolve('out/main/cli.js'), ...words, '--password', password, '--state', join(folder, 'reviewer')];
    const { status, stdout, stderr } = spawnSync(process.execPath, line, { encoding: 'utf8' });
    if (status !== 0) throw new Error(stderr);
    return stdout;
  };
  const text = run('reply', copy, '1');
  const path = join(folder, 'reply.md');
  writeFileSync(path, `${text.trimEnd()}\n\n审阅人补充的一段。\n`);
  run('reply', copy, '1', path);
}

test('a copy goes out under a password and comes back with what the reviewer wrote', async ({ page, workbench }) => {
  const getTrouble = watchPage(page, workbench.origin);
  await page.goto(workbench.url);
  await openSample(page);
  await answerQuestion(page);
  const dialog = await openExchange(page);
  await dialog.getByRole('textbox', { name: word('exchange.recipient') }).fill('王律师');
  await dialog.getByLabel(word('exchange.password')).fill('四季');
  await dialog.getByRole('button', { name: word('exchange.make') }).click();
  await expect(page.getByText(/^已制作审阅包/)).toBeVisible();
  await expect(dialog.getByText(word('exchange.waiting'))).toBeVisible();

  const [copy] = globSync(join(workbench.folder, '**/审阅包*.huihan'));
  reviewInTerminal(workbench.folder, copy!, '四季');
  const chooser = page.waitForEvent('filechooser');
  await dialog.getByRole('button', { name: word('exchange.merge') }).click();
  await (await chooser).setFiles(copy!);
  const prompt = page.getByRole('dialog', { name: word('password.title') });
  await expect(prompt.getByLabel(word('password.field'))).toBeFocused();
  await page.keyboard.type('错的');
  await page.keyboard.press('Enter');
  await expect(prompt.getByText(word('password.wrong'))).toBeVisible();
  await expect(prompt.getByLabel(word('password.field'))).toBeFocused();
  await page.keyboard.type('四季');
  await page.keyboard.press('Enter');
  await expect(dialog.getByText(/^新增 1 处意见/)).toBeVisible();
  await expect(dialog.getByText(word('exchange.waiting'))).toBeHidden();
  await dialog.getByRole('button', { name: word('exchange.toReview') }).click();
  await expect(page.getByText('审阅人补充的一段。').first()).toBeVisible();
  expect(getTrouble()).toEqual([]);
});

test('a sign-off is given and taken back by keyboard, and a day is set for an item', async ({ page, workbench }) => {
  await page.goto(workbench.url);
  await openSample(page);
  const dialog = await openExchange(page);
  await dialog.getByRole('tab', { name: word('exchange.tab.status') }).click();
  const sign = dialog.getByRole('button', {
    name: word('status.signOf', { role: word('status.role.lawyer'), item: word('matter.item', { no: '1', item: '1' }) }),
  });
  await sign.focus();
  await page.keyboard.press('Enter');
  await expect(sign).toBeHidden();
  await dialog.getByRole('button', { name: word('status.takeBack') }).click();
  await expect(sign).toBeVisible();
  const day = dialog.getByLabel(word('status.dueOf', { item: word('matter.item', { no: '1', item: '1' }) }));
  await day.fill('2026-12-01');
  await expect(day).toHaveValue('2026-12-01');
});
