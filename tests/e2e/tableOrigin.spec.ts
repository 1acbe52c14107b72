import { expect, type Page } from '@playwright/test';
import { utils, write } from '@e965/xlsx';
import { buildPdf, drawGrid, drawText } from '../../electron/core/import/pdf/testing/buildPdf';
import { say } from '../../shared/catalogue/catalogue';
import { openItem, openSample } from '../journey/sampleJourney';
import { watchPage } from '../journey/watchPage';
import { test } from './workbench';

const word = (key: Parameters<typeof say>[1], data: Record<string, string | number> = {}) => say('zh-CN', key, data);

const row = (y: number, ...texts: string[]) => texts.map((text, col) => drawText(text, 60 + col * 150, y)).join('');
const PDF = buildPdf([
  drawText('存货明细如下：', 60, 60) +
    drawGrid([50, 200, 350, 500], [80, 100, 120]) +
    row(95, '项目', '本期', '上期') +
    row(115, '原料', '1.50', '2.50'),
  drawGrid([50, 200, 350, 500], [60, 80, 100]) + row(75, '成品', '7.25', '8.25') + row(95, '合计', '8.75', '10.75'),
]);

function makeWorkbook(): Buffer {
  const sheet = utils.aoa_to_sheet([['往来余额'], ['单位：万元'], ['客户', '余额'], ['甲公司', 31.5], ['乙公司', 42.5]]);
  sheet['!rows'] = [{}, {}, {}, { hidden: true }];
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, '往来');
  return write(book, { type: 'buffer', cellStyles: true }) as Buffer;
}

async function importFile(page: Page, name: string, buffer: Buffer) {
  await page.getByRole('tab', { name: '资料' }).click();
  const choosing = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: word('evidence.import'), exact: true }).click();
  await (await choosing).setFiles({ name, mimeType: 'application/octet-stream', buffer });
  const dialog = page.getByRole('dialog', { name: word('import.title') });
  await dialog.getByRole('button', { name: word('import.start'), exact: true }).click();
  await expect(dialog.getByRole('row', { name: new RegExp(name) })).toBeVisible();
  await dialog
    .getByRole('button', { name: word('shell.close'), exact: true })
    .last()
    .click();
  await expect(dialog).toBeHidden();
}

async function openTable(page: Page, filter: string) {
  await page.getByRole('searchbox', { name: word('evidence.filter') }).fill(filter);
  await page
    .getByRole('treegrid', { name: word('evidence.list') })
    .getByRole('row')
    .last()
    .dblclick();
  await expect(page.getByRole('grid')).toBeVisible();
}

/** The grid has the focus and stands on the cell that prints `text`. */
async function goToCell(page: Page, text: string) {
  await page.getByRole('gridcell', { name: text, exact: true }).click();
  await expect(page.getByRole('gridcell', { name: text, exact: true })).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('grid')).toBeFocused();
}

test('a table of a PDF is shown beside its pages, cell by cell, by key', async ({ page, workbench }) => {
  const getTrouble = watchPage(page, workbench.origin);
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(workbench.url);
  await openSample(page);
  await openItem(page);
  await importFile(page, '存货.pdf', Buffer.from(PDF));
  await openTable(page, '存货明细');
  await goToCell(page, '1.50');
  await page.keyboard.press('F4');
  const origin = page.getByRole('region', { name: word('origin.name', { name: '存货.pdf' }) });
  await expect(origin.getByRole('img', { name: word('desk.page', { page: 1 }) })).toBeVisible();
  await expect(origin.locator('.origin-region')).toBeVisible();
  await expect(origin.locator('.origin-cell')).toBeVisible();
  await expect(page.locator('[data-pane=centre]')).toBeHidden();
  await expect(page.getByRole('grid')).toBeFocused();

  await page.keyboard.press('Control+ArrowDown');
  await expect(page.getByRole('gridcell', { name: '8.75', exact: true })).toHaveAttribute('aria-selected', 'true');
  await expect(origin.getByRole('img', { name: word('desk.page', { page: 2 }) })).toBeVisible();
  await expect(origin.locator('.origin-cell')).toBeVisible();

  const region = await origin.locator('.origin-region').boundingBox();
  await page.mouse.click(region!.x + 30, region!.y + 10);
  await expect(page.getByRole('gridcell', { name: '成品', exact: true })).toHaveAttribute('aria-selected', 'true');
  await page.screenshot({ path: test.info().outputPath('pages.png') });

  await goToCell(page, '7.25');
  await page.keyboard.press('Control+Enter');
  await expect(page.locator('[data-pane=centre]')).toBeVisible();
  await expect(origin).toBeHidden();
  const text = page.getByRole('textbox', { name: '回复正文' });
  await expect(text).toContainText('7.25');

  await goToCell(page, '7.25');
  await page.keyboard.press('Control+Shift+Enter');
  await expect(text.getByRole('table').filter({ hasText: '10.75' })).toBeVisible();
  expect(getTrouble()).toEqual([]);
});

test('a table of a workbook is shown beside its sheet, hidden rows marked', async ({ page, workbench }) => {
  const getTrouble = watchPage(page, workbench.origin);
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto(workbench.url);
  await openSample(page);
  await importFile(page, '往来.xlsx', makeWorkbook());
  await openTable(page, '往来余额');
  await page.getByRole('button', { name: word('origin.show'), exact: true }).click();
  const origin = page.getByRole('region', { name: word('origin.name', { name: '往来.xlsx' }) }).first();
  await expect(origin.getByRole('rowheader', { name: word('origin.hidden') })).toHaveText('4');
  await origin.getByRole('cell', { name: '42.5' }).click();
  await expect(origin.getByRole('cell', { name: '42.5' })).toHaveAttribute('aria-current', 'true');
  await expect(page.getByRole('gridcell', { name: '42.5', exact: true })).toHaveAttribute('aria-selected', 'true');
  await page.screenshot({ path: test.info().outputPath('sheet.png') });
  await page.getByRole('button', { name: word('origin.hide'), exact: true }).click();
  await expect(origin).toBeHidden();
  await expect(page.locator('[data-pane=centre]')).toBeVisible();
  expect(getTrouble()).toEqual([]);
});
