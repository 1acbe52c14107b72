import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { answerQuestion, openSample } from '../journey/sampleJourney';
import { watchPage } from '../journey/watchPage';
import { answerSaveDialogs, startProgram } from './program';

test('a document is printed as a PDF with pages, bookmarks and links, in a window that runs no script @electron', async () => {
  const { app, page, folder } = await startProgram('checkout');
  const getTrouble = watchPage(page, 'app://huihan/');
  await openSample(page);
  await answerQuestion(page);
  const file = join(folder, 'out.pdf');
  await answerSaveDialogs(app, file);
  await page.getByRole('button', { name: '导出', exact: true }).click();
  await page.getByRole('button', { name: '导出 PDF' }).click();
  await expect(page.getByText('已导出 out.pdf')).toBeVisible();
  const pdf = readFileSync(file, 'latin1');
  expect(pdf.startsWith('%PDF-')).toBe(true);
  expect(pdf.match(/\/Type \/Page\b/g)?.length).toBeGreaterThan(1);
  expect(pdf).toContain('/PageMode /UseOutlines');
  const titles = [...pdf.matchAll(/\/Title <feff([0-9a-f]*)>/g)].map((match) => readUtf16(match[1]!));
  expect(titles.filter((title) => title.startsWith('问题'))).toHaveLength(3);
  expect(getTrouble()).toEqual([]);
  await app.close();
  rmSync(folder, { recursive: true, force: true });
});

function readUtf16(hex: string): string {
  return (hex.match(/.{4}/g) ?? []).map((unit) => String.fromCharCode(Number.parseInt(unit, 16))).join('');
}
