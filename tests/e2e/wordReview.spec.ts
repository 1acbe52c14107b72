import { readFileSync, writeFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import { say } from '../../shared/catalogue/catalogue';
import { exportAnnouncement, openSample } from '../journey/sampleJourney';
import { watchPage } from '../journey/watchPage';
import { WordEditor } from '../document/review/wordEditor';
import { test } from './workbench';

const word = (key: Parameters<typeof say>[1], data: Record<string, string | number> = {}) => say('zh-CN', key, data);

async function runCommand(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k');
  const field = page.getByRole('searchbox', { name: word('command.palette') });
  await expect(field).toBeFocused();
  await field.fill(name.replace('…', ''));
  await expect(page.getByRole('option', { name }).or(page.getByRole('menuitem', { name })).first()).toBeVisible();
  await page.keyboard.press('Enter');
}

test('a document a lawyer reviewed in Word comes back, and a remark on paper by its number', async ({ page, workbench }) => {
  const getTrouble = watchPage(page, workbench.origin);
  await page.goto(workbench.url);
  await openSample(page);
  await exportAnnouncement(page);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: word('export.reveal') }).click();
  const sent = `${workbench.folder}/sent.docx`;
  await (await download).saveAs(sent);
  await page.keyboard.press('Escape');

  const edited = new WordEditor(new Uint8Array(readFileSync(sent)));
  edited.insertAfter('不随收入同步下降', '（律师补充）', { author: '王律师', date: '2025-06-10T09:30:00Z' });
  const returned = `${workbench.folder}/returned.docx`;
  writeFileSync(returned, edited.save());
  await runCommand(page, word('command.takeBackWord'));
  const dialog = page.getByRole('dialog', { name: word('wordReview.title') });
  const chooser = page.waitForEvent('filechooser');
  await dialog.getByRole('button', { name: word('wordReview.choose') }).click();
  await (await chooser).setFiles(returned);
  await expect(dialog.getByRole('row', { name: `${word('wordReview.suggestions')} 1` })).toBeVisible();
  await expect(dialog).toContainText(word('wordReview.notSent'));
  await dialog.getByRole('button', { name: word('wordReview.open') }).click();
  await expect(page.getByRole('tabpanel')).toContainText('王律师');

  await runCommand(page, word('command.addPaperRemark'));
  const paper = page.getByRole('dialog', { name: word('paper.title') });
  await expect(paper.getByRole('textbox', { name: word('paper.number') })).toBeFocused();
  await page.keyboard.type('2');
  await expect(paper.getByRole('blockquote')).not.toBeEmpty();
  await paper.getByRole('textbox', { name: word('paper.author') }).fill('董事长');
  await paper.getByRole('textbox', { name: word('paper.text'), exact: true }).fill('请写明期间');
  await paper.getByRole('button', { name: word('paper.save') }).click();
  await expect(page.getByText(word('paper.saved', { number: '2' }))).toBeVisible();
  expect(getTrouble()).toEqual([]);
});
