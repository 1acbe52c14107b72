import { readFile } from 'node:fs/promises';
import { expect, type Page } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { say } from '../../shared/catalogue/catalogue';

const word = (key: Parameters<typeof say>[1], data: Record<string, string | number> = {}) => say('zh-CN', key, data);

/** Tables and texts of the sample project that the journey walks through. */
const SAMPLE = {
  usedTable: /^报告期内，公司分产品的营业收入情况如下：/,
  unusedTable: /^期末应收账款按账龄列示如下：/,
  cell: '14,286.52',
  correctedCell: '14,268.52',
  figure: '14,286.52万元',
  correctedFigure: '14,268.52万元',
  addition: '（补充说明：上述项目已于期后完成招标。）',
  lastParagraph: /人工、折旧等固定成本不随收入同步下降/,
};

/** Opens the sample project from the start screen. */
export async function openSample(page: Page): Promise<void> {
  await page.getByRole('button', { name: word('start.sample') }).click();
  await expect(page.getByRole('treegrid', { name: '问题树' })).toContainText('问题 3');
}

/** Opens item 1（2） from the tree of questions. */
export async function openItem(page: Page): Promise<void> {
  await page
    .getByRole('treegrid', { name: '问题树' })
    .getByRole('row', { name: /^问题 1（2）/ })
    .click();
}

/** The reply on screen holds what `answerQuestion` wrote. */
export async function expectAnswer(page: Page): Promise<void> {
  await openItem(page);
  await expect(page.getByRole('textbox', { name: '回复正文' })).toContainText(SAMPLE.addition);
}

/** Writes one sentence at the end of question 1's statement and waits until core has it. */
export async function answerQuestion(page: Page): Promise<void> {
  await openItem(page);
  const paragraph = page.getByRole('textbox', { name: '回复正文' }).getByText(SAMPLE.lastParagraph);
  await paragraph.click();
  await page.keyboard.press('End');
  await page.keyboard.insertText(SAMPLE.addition);
  await expect(page.getByRole('textbox', { name: '回复正文' })).toContainText(SAMPLE.addition);
  await expect(page.getByRole('contentinfo').getByRole('status')).toContainText('已保存');
}

/** Links a table that nothing uses to item 2（2） and sees it counted in the tree. */
export async function linkTable(page: Page): Promise<void> {
  await openTable(page, SAMPLE.unusedTable);
  await page.getByRole('button', { name: word('table.linkTo') }).click();
  const dialog = page.getByRole('dialog', { name: word('link.title') });
  await dialog.getByRole('button', { name: word('link.target') }).click();
  await page.getByRole('option', { name: /^问题 2（2）/ }).click();
  await dialog.getByRole('button', { name: word('link.apply'), exact: true }).click();
  await expect(page.getByRole('row', { name: /^问题 2（2）/ }).first()).toContainText('1');
  await page.getByRole('button', { name: '返回列表' }).click();
}

/** Opens a table by its name; of several the last, which is the draft's own. */
async function openTable(page: Page, name: RegExp): Promise<void> {
  await page.getByRole('tab', { name: '资料' }).click();
  await page.getByRole('treegrid', { name: '资料和数据表' }).getByRole('row', { name }).last().dblclick();
}

/** Corrects a cell that a sentence shows, sees the sentence change, and undoes it. */
export async function correctCellAndUndo(page: Page): Promise<void> {
  const text = page.getByRole('textbox', { name: '回复正文' });
  await expect(text).toContainText(SAMPLE.figure);
  await openTable(page, SAMPLE.usedTable);
  await page.getByRole('gridcell', { name: SAMPLE.cell, exact: true }).click();
  await page.getByRole('button', { name: word('cell.correct') }).click();
  const dialog = page.getByRole('dialog', { name: word('correct.title') });
  await dialog.getByRole('textbox', { name: word('correct.newText') }).fill(SAMPLE.correctedCell);
  await dialog.getByRole('textbox', { name: word('correct.why') }).fill('财务部来函更正');
  await dialog.getByRole('button', { name: word('correct.apply'), exact: true }).click();
  const done = page.getByRole('dialog', { name: word('correct.done') });
  await expect(done.getByRole('row', { name: /14,268\.52/ }).first()).toBeVisible();
  await expect(text).toContainText(SAMPLE.correctedFigure);
  await done.getByRole('button', { name: word('shell.undo') }).click();
  await expect(text).toContainText(SAMPLE.figure);
  await expect(text).not.toContainText(SAMPLE.correctedFigure);
  await page.getByRole('button', { name: '返回列表' }).click();
}

/** Exports the announcement; resolves when the dialog says that it is written. */
export async function exportAnnouncement(page: Page): Promise<void> {
  await page
    .getByRole('banner')
    .getByRole('button', { name: word('export.title') })
    .click();
  const dialog = page.getByRole('dialog', { name: word('export.title') });
  await dialog.getByRole('button', { name: word('export.start') }).click();
  await expect(page.getByText(/^已导出“.+\.docx”$/)).toBeVisible();
}

/** The exported file is a document that holds what the journey wrote, and the table it shows. */
export async function expectDocument(path: string): Promise<void> {
  const parts = unzipSync(new Uint8Array(await readFile(path)));
  const document = strFromU8(parts['word/document.xml'] ?? new Uint8Array());
  const text = document.replaceAll(/<[^>]+>/g, '');
  expect(text).toContain(SAMPLE.addition);
  expect(text).toContain(SAMPLE.figure);
  expect(document).toContain('<w:tbl>');
}
