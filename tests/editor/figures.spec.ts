import { expect } from '@playwright/test';
import { test } from './harness';

test('Ctrl+L finds a number as it is typed, shows where it comes from, and links it in the chosen unit', async ({ editor }) => {
  const { page } = editor;
  await editor.select(3, 19);
  await page.keyboard.press('Control+l');
  const picker = page.getByRole('dialog', { name: '引用数字' });
  await page.keyboard.type('8306');
  const option = picker.getByRole('option');
  await expect(option).toContainText('8,306.20 万元');
  await expect(option).toContainText('节能服务 · 2023年度 销售收入');
  await expect(option).toContainText('年度报告.txt · 第 12–17 行');
  await page.keyboard.press('Enter');
  await expect(picker.locator('.figure-preview')).toContainText('8,306.20万元');
  await picker.getByRole('button', { name: /单位/ }).click();
  await page.getByRole('option', { name: '亿元', exact: true }).click();
  await expect(picker.locator('.figure-preview')).toContainText('0.83亿元');
  await picker.getByRole('button', { name: '插入' }).click();
  await expect.poll(async () => (await editor.read())[3]).toBe('近两年主营业务收入和成本整体情况如下：[0.83亿元]');
  await page.keyboard.type('，占比');
  expect((await editor.read())[3]).toBe('近两年主营业务收入和成本整体情况如下：[0.83亿元]，占比');
});

test('Enter twice takes the first number found, with the keyboard alone', async ({ editor }) => {
  const { page } = editor;
  await editor.select(3, 19);
  await page.keyboard.press('Control+l');
  await page.keyboard.type('8306');
  await expect(page.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(page.locator('.figure-preview')).toContainText('8,306.20万元');
  await page.keyboard.press('Enter');
  await expect.poll(async () => (await editor.read())[3]).toBe('近两年主营业务收入和成本整体情况如下：[8,306.20万元]');
});

test('a selected number is looked for first, keeps its form, and the words around it stay', async ({ editor }) => {
  const { page } = editor;
  await editor.select(3, 19);
  await page.keyboard.type('节能服务 8,306.2 万元，持平');
  await editor.select(3, 24, 34);
  await page.keyboard.press('Control+l');
  const picker = page.getByRole('dialog', { name: '引用数字' });
  await expect(picker.getByRole('combobox')).toHaveValue('8,306.2 万元');
  await picker.getByRole('option').click();
  await expect(picker.locator('.figure-preview')).toContainText('8,306.2万元');
  await picker.getByRole('button', { name: '插入' }).click();
  await expect.poll(async () => (await editor.read())[3]).toBe('近两年主营业务收入和成本整体情况如下：节能服务 [8,306.2万元]，持平');
});

test('growth is computed from two chosen cells, with its formula shown', async ({ editor }) => {
  const { page } = editor;
  await editor.select(3, 19);
  await page.keyboard.press('Control+l');
  const picker = page.getByRole('dialog', { name: '引用数字' });
  await picker.getByRole('button', { name: /用法/ }).click();
  await page.getByRole('option', { name: '增长率（甲较乙）' }).click();
  await picker.getByRole('combobox').fill('8306');
  await picker.getByRole('option', { name: /8,306\.20|节能/ }).click();
  await picker.getByRole('combobox').fill('6950');
  await picker.getByRole('option').filter({ hasText: '6,950.18' }).click();
  await expect(picker.locator('.figure-formula')).toContainText('（8,306.20 − 6,950.18）÷ |6,950.18| × 100%');
  await expect(picker.locator('.figure-preview')).toContainText('19.51%');
  await picker.getByRole('button', { name: '插入' }).click();
  await expect.poll(async () => (await editor.read())[3]).toContain('[19.51%]');
  await page.evaluate(() => window.memory.correctCell('t1', 3, 1, '6,950.18'));
  await expect.poll(async () => (await editor.read())[3]).toContain('[0.00%]');
});

test('a figure shows its source on hover and by Alt+Enter; its format can be changed there', async ({ editor }) => {
  const { page } = editor;
  await page.locator('.reply-figure').nth(1).hover();
  const card = page.getByRole('dialog', { name: '数字的出处' });
  await expect(card).toContainText('38,022.40 万元');
  await expect(card).toContainText('供热设备 · 2022年度 · 销售收入');
  await expect(card).toContainText('年度报告.txt');
  await page.mouse.move(5, 500);
  await expect(card).toHaveCount(0);
  await editor.select(2, 28);
  await page.keyboard.press('Alt+Enter');
  await card.getByRole('button', { name: '改格式' }).click();
  const picker = page.getByRole('dialog', { name: '引用数字' });
  await picker.getByRole('textbox', { name: '小数位' }).fill('0');
  await picker.getByRole('textbox', { name: '小数位' }).blur();
  await expect(picker.locator('.figure-preview')).toContainText('26,716万元');
  await picker.getByRole('button', { name: '应用' }).click();
  await expect.poll(async () => (await editor.read())[2]).toContain('[26,716万元]');
  // The same figure stands in another paragraph as well.
  expect((await editor.read())[5]).toContain('[26,716万元]');
});

test('a figure can be unlinked from its card, and one undo links it again', async ({ editor }) => {
  const { page } = editor;
  await editor.select(2, 28);
  await page.keyboard.press('Alt+Enter');
  await page.getByRole('button', { name: '取消引用' }).click();
  await expect.poll(async () => (await editor.read())[2]).toContain('收入26,715.63万元，');
  await page.keyboard.press('Control+z');
  await expect.poll(async () => (await editor.read())[2]).toContain('收入[26,715.63万元]，');
});

test('the window puts a cell in as a figure and a table below, where the caret stands', async ({ editor }) => {
  await editor.select(3, 19);
  await editor.page.evaluate(() => window.getBridge()!.insertFigure({ tableId: 't2', rowId: 't2r2', colId: 't2c2' } as never));
  await expect.poll(async () => (await editor.read())[3]).toBe('近两年主营业务收入和成本整体情况如下：[3,200.00万元]');
  await editor.page.evaluate(() => window.getBridge()!.insertTable('t2' as never));
  await expect.poll(async () => (await editor.read())[4]).toBe('<table>');
  await editor.page.evaluate(() => window.getBridge()!.flush());
  expect((await editor.stored())[0]!.blocks[4]).toMatchObject({ type: 'table', tableId: 't2' });
});

test('a figure pasted into the reply of another question gets a row of its own there', async ({ editor }) => {
  const { page } = editor;
  await editor.select(2, 17, 28);
  await page.keyboard.press('Control+c');
  await page.evaluate(() => window.openQuestion('q2'));
  await expect.poll(async () => (await editor.read()).length).toBe(1);
  await editor.select(0, 0);
  await page.keyboard.press('Control+v');
  await expect.poll(() => editor.read()).toEqual(['[26,715.63万元]']);
  await expect
    .poll(() => page.evaluate(() => [...window.memory.figures.values()].filter((figure) => figure.questionId === 'q2').length))
    .toBe(1);
  await page.evaluate(() => window.memory.correctCell('t1', 2, 1, '1.00'));
  await expect.poll(() => editor.read()).toEqual(['[1.00万元]']);
});
