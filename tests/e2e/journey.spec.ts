import { rename } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { say } from '../../shared/catalogue/catalogue';
import {
  answerQuestion,
  correctCellAndUndo,
  expectAnswer,
  expectDocument,
  exportAnnouncement,
  linkTable,
  openItem,
  openSample,
} from '../journey/sampleJourney';
import { watchPage } from '../journey/watchPage';
import { test } from './workbench';

test('a secretary opens the sample, answers, links, corrects a cell, undoes it and exports', async ({ page, workbench }) => {
  const getTrouble = watchPage(page, workbench.origin);
  await page.goto(workbench.url);
  await openSample(page);
  await answerQuestion(page);
  await linkTable(page);
  await correctCellAndUndo(page);
  await exportAnnouncement(page);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: say('zh-CN', 'export.reveal') }).click();
  const file = `${workbench.folder}/out.docx`;
  await (await download).saveAs(file);
  await expectDocument(file);
  expect(getTrouble()).toEqual([]);
});

test('what was written is there after the page is loaded again', async ({ page, workbench }) => {
  await page.goto(workbench.url);
  await openSample(page);
  await answerQuestion(page);
  await page.reload();
  await expectAnswer(page);
});

test('a project file that cannot be written is told, nothing is lost, and trying again saves it', async ({ page, workbench }) => {
  await page.goto(workbench.url);
  await openSample(page);
  const [projects, away] = [`${workbench.folder}/projects`, `${workbench.folder}/away`];
  await rename(projects, away);
  await openItem(page);
  const paragraph = page.getByRole('textbox', { name: '回复正文' }).getByText(/^如上表所示/);
  await paragraph.click();
  await page.keyboard.insertText('补充');
  const status = page.getByRole('contentinfo').getByRole('status');
  await expect(status).toContainText(say('zh-CN', 'status.unsaved'));
  const told = page.getByRole('alertdialog').filter({ hasText: '自动保存到项目文件没有成功' });
  await expect(told).toBeVisible();
  await rename(away, projects);
  await told.getByRole('button', { name: say('zh-CN', 'shell.retry') }).click();
  await expect(status).toContainText('已保存');
  await page.reload();
  await openItem(page);
  await expect(page.getByRole('textbox', { name: '回复正文' })).toContainText('补充');
});

test('core’s death is shown, core comes back with the project, and nothing is lost', async ({ page, workbench }) => {
  await page.goto(workbench.url);
  await openSample(page);
  await answerQuestion(page);
  const [core] = workbench.listCores();
  process.kill(core!, 'SIGKILL');
  await expect(page.getByText(say('zh-CN', 'shell.coreRestarted', { reason: 'signal SIGKILL' }))).toBeVisible();
  expect(workbench.listCores()).not.toContain(core);
  await expect(page.getByRole('treegrid', { name: '问题树' })).toContainText('问题 3');
  await page.reload();
  await expectAnswer(page);
});

test('a letter chosen in the dialog becomes a project', async ({ page, workbench }) => {
  await page.goto(workbench.url);
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: say('zh-CN', 'start.choose') }).click();
  await (await choosing).setFiles('assets/sample/letter.txt');
  await page.getByRole('button', { name: say('zh-CN', 'start.create') }).click();
  await expect(page.getByRole('treegrid', { name: '问题树' })).toContainText('问题 3');
});
