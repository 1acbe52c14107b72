import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { say } from '../../shared/catalogue/catalogue';
import { openSample } from '../journey/sampleJourney';
import { watchPage } from '../journey/watchPage';
import { answerSaveDialogs, startProgram } from './program';

const word = (key: Parameters<typeof say>[1], data: Record<string, string | number> = {}) => say('zh-CN', key, data);

test('the folder to file is made with the announcement as PDF and the pages of every document, and nothing printed stays behind @electron', async () => {
  const { app, page, folder } = await startProgram('checkout');
  const getTrouble = watchPage(page, 'app://huihan/');
  await openSample(page);
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]!.webContents.send('host:menu', 'filingSet'));
  const form = page.getByRole('dialog', { name: word('filingSet.title') });
  await expect(form.getByText(word('filingSet.noPapers'))).toBeVisible();
  const target = join(folder, '报送');
  await answerSaveDialogs(app, target);
  await form.getByRole('button', { name: word('filingSet.make') }).click();
  await expect(page.getByText(word('filingSet.done', { name: '报送' }))).toBeVisible({ timeout: 90_000 });

  const pagesOf = (title: string) =>
    page
      .getByRole('row')
      .filter({ has: page.getByRole('cell', { name: title, exact: true }) })
      .getByRole('cell')
      .nth(2);
  await expect(pagesOf('回复公告（PDF）')).toHaveText(/^\d+$/);
  const pages = Number(await pagesOf('回复公告（PDF）').textContent());
  expect(pages).toBeGreaterThan(1);
  await expect(pagesOf('回复公告')).toHaveText(word('filingSet.about', { pages }));
  await expect(pagesOf('会计师专项说明')).toHaveText(/^约 \d+$/);
  const files = readdirSync(target);
  expect(files.filter((name) => name.endsWith('.pdf'))).toHaveLength(1);
  expect(existsSync(join(target, '不披露'))).toBe(true);
  expect(readdirSync(join(folder, 'profile')).filter((name) => name.startsWith('print-'))).toEqual([]);
  expect(getTrouble()).toEqual([]);
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});
