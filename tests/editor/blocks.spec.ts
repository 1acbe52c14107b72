import { expect } from '@playwright/test';
import { test } from './harness';

const PNG = 'iVBORw0KGgoAAAANSUhEUgAAAAoAAAAFCAYAAAB8ZH1oAAAAFUlEQVR42mNkYPhfz0AEYBxVSF+FAP5FDvcfRYWgAAAAAElFTkSuQmCC';

test('Backspace at the start of a section and Delete at its end join nothing across the border', async ({ editor }) => {
  const before = await editor.read();
  const sections = editor.page.locator('.reply-section');
  await editor.select(10, 0);
  await editor.page.keyboard.press('Backspace');
  await editor.select(9, 100);
  await editor.page.keyboard.press('Delete');
  expect(await editor.read()).toEqual(before);
  await expect(sections).toHaveCount(3);
});

test('arrow keys cross the border of sections', async ({ editor }) => {
  await editor.select(9, 9);
  await editor.page.keyboard.press('ArrowRight');
  await editor.page.keyboard.type('甲');
  expect((await editor.read())[10]).toBe('甲二、会计师核查程序');
  await editor.page.keyboard.press('ArrowLeft');
  await editor.page.keyboard.press('ArrowLeft');
  await editor.page.keyboard.type('乙');
  expect((await editor.read())[9]).toBe('北屿智慧供热项目。乙');
});

test('everything selected and deleted leaves the sections, and one undo brings all back', async ({ editor }) => {
  const before = await editor.read();
  await editor.select(3, 1);
  await editor.page.keyboard.press('Control+a');
  await editor.page.keyboard.press('Delete');
  await expect(editor.page.locator('.reply-section')).toHaveCount(3);
  expect((await editor.read()).join('')).toBe('');
  await editor.page.keyboard.press('Control+z');
  await expect.poll(() => editor.read()).toEqual(before);
});

test('a key acts on the selection on screen, though the browser has not yet told of it', async ({ editor }) => {
  const { page } = editor;
  await editor.select(9, 0);
  await page.evaluate(() => {
    addEventListener('selectionchange', (event) => event.isTrusted && event.stopImmediatePropagation(), true);
  });
  for (let step = 0; step < 3; step++) await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('Control+b');
  await expect(page.getByRole('textbox').locator('strong')).toHaveText((await editor.read())[9]!.slice(0, 3));
});

test('a table is chosen by Ctrl+T, those of the question first, and shows as it prints', async ({ editor }) => {
  const { page } = editor;
  await editor.select(5, 50);
  await page.keyboard.press('Control+t');
  const options = page.getByRole('option');
  await expect(options.first()).toContainText('前五名客户');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await editor.read())[6]).toBe('<table>');
  const table = page.locator('.reply-table').nth(1);
  await expect(table.getByText('单位：万元')).toBeVisible();
  await expect(table.getByRole('columnheader')).toHaveText(['序号', '客户名称', '销售金额', '占比']);
  await expect(table.getByText('6,715.63')).toHaveCSS('text-align', 'right');
});

test('a picture is stored, resized by keyboard and described', async ({ editor }) => {
  const { page } = editor;
  await editor.select(3, 19);
  await page.locator('input[type=file]').setInputFiles({ name: '流程.png', mimeType: 'image/png', buffer: Buffer.from(PNG, 'base64') });
  const picture = page.locator('.reply-picture img');
  await expect(picture).toHaveJSProperty('naturalWidth', 10);
  await picture.click();
  for (let times = 0; times < 5; times++) await page.keyboard.press('Shift+ArrowRight');
  await page.getByRole('textbox', { name: '替代文字' }).fill('工艺流程');
  await expect
    .poll(async () => (await editor.stored())[0]!.blocks.find((block) => block.type === 'picture'))
    .toMatchObject({ alt: '工艺流程', widthPx: 110 });
});

test('a file that is no picture is refused by name', async ({ editor }) => {
  await editor.page.locator('input[type=file]').setInputFiles({ name: '假.png', mimeType: 'image/png', buffer: Buffer.from('no picture') });
  await expect(editor.page.locator('.toast')).toContainText('“假.png”不是可以插入的图片');
  expect(await editor.read()).not.toContain('<picture>');
});

test('finding marks every place, replacing all is one undo, and figures that would break are counted first', async ({ editor }) => {
  const { page } = editor;
  const before = await editor.read();
  await editor.select(3, 0);
  await page.keyboard.press('Control+f');
  await page.keyboard.type('收入');
  const bar = page.getByRole('search');
  await expect(bar.getByRole('status')).toHaveText('第 1 处，共 4 处');
  await page.keyboard.press('Enter');
  await expect(bar.getByRole('status')).toHaveText('第 2 处，共 4 处');
  await expect(bar.locator('.find-warning')).toHaveCount(0);
  await bar.getByRole('textbox', { name: '查找' }).fill('万元');
  await expect(bar.locator('.find-warning')).toContainText('4 处');
  await bar.getByRole('textbox', { name: '替换为' }).fill('千元');
  await bar.getByRole('button', { name: '全部替换' }).click();
  await expect.poll(async () => (await editor.read())[2]).toContain('收入26,715.63千元');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+z');
  await expect.poll(() => editor.read()).toEqual(before);
});

test('what is typed right after Ctrl+F is searched for, however late the page draws', async ({ editor }) => {
  const { page } = editor;
  const before = await editor.read();
  await editor.select(3, 0);
  await page.evaluate(() => {
    const draw = window.requestAnimationFrame.bind(window);
    window.requestAnimationFrame = (callback) => draw(() => setTimeout(callback, 500));
  });
  await page.keyboard.press('Control+f');
  await page.keyboard.type('收入');
  await expect(page.getByRole('search').getByRole('textbox', { name: '查找' })).toHaveValue('收入');
  expect(await editor.read()).toEqual(before);
});

test('levels are set by Ctrl+Alt and by typing a label; the toolbar follows', async ({ editor }) => {
  const { page } = editor;
  await editor.select(3, 3);
  await page.keyboard.press('Control+Alt+4');
  await expect(page.locator('.reply-section > h4').first()).toHaveText('近两年主营业务收入和成本整体情况如下：');
  await expect(page.getByRole('toolbar').getByRole('button', { name: /标题 1、/ })).toBeVisible();
  await page.keyboard.press('Control+Alt+0');
  await expect(page.locator('.reply-section > p').nth(1)).toHaveText('近两年主营业务收入和成本整体情况如下：');
  await editor.select(13, 100);
  await page.keyboard.press('Enter');
  await editor.compose(['san'], '三、');
  await expect(page.locator('.reply-section').last().locator('h2')).toHaveText('三、');
});

test('the document alone is zoomed by Ctrl with + and -', async ({ editor }) => {
  const { page } = editor;
  const width = async () => (await page.locator('.reply-text').boundingBox())!.width;
  const before = await width();
  await editor.select(3, 3);
  await page.keyboard.press('Control+=');
  await page.keyboard.press('Control+=');
  expect(await width()).toBeCloseTo(before * 1.25, 0);
  await page.keyboard.press('Control+0');
  expect(await width()).toBeCloseTo(before, 0);
});
