import { expect } from '@playwright/test';
import { test } from './harness';

// Block 2 of the sample: 报告期内，公司供热设备业务实现收入[26,715.63万元]，上年同期为[38,022.40万元]，主要系…
const FIGURE_START = 17;
const FIGURE_END = 28;
const LEAD = '报告期内，公司供热设备业务实现收入';
const REST = '，上年同期为[38,022.40万元]，主要系部分项目验收延后所致。';

test('Chinese typed right after a figure stands behind it, and the figure stays linked', async ({ editor }) => {
  await editor.select(2, FIGURE_END);
  await editor.compose(['h', 'he', 'he ji'], '合计');
  expect((await editor.read())[2]).toBe(`${LEAD}[26,715.63万元]合计${REST}`);
  await editor.compose(['z', 'zhi'], '值');
  expect((await editor.read())[2]).toBe(`${LEAD}[26,715.63万元]合计值${REST}`);
});

test('Chinese typed right before a figure stands in front of it', async ({ editor }) => {
  await editor.select(2, FIGURE_START);
  await editor.compose(['y', 'yue'], '约');
  await editor.compose(['w', 'wei'], '为');
  expect((await editor.read())[2]).toBe(`${LEAD}约为[26,715.63万元]${REST}`);
});

test('Chinese typed between two figures stands between them', async ({ editor }) => {
  // Block 5: 第一大客户为青峦热力有限公司，销售金额[6,715.63万元][26,715.63万元]。
  await editor.select(5, 29);
  await editor.compose(['h', 'he'], '和');
  expect((await editor.read())[5]).toBe('第一大客户为青峦热力有限公司，销售金额[6,715.63万元]和[26,715.63万元]。');
});

test('the same key pressed again and again in a composition beside a figure loses nothing', async ({ editor }) => {
  await editor.select(2, FIGURE_END);
  await editor.compose(['t', 'tt', 'ttt', 'tttt', '天天', '天天'], '天天天天');
  expect((await editor.read())[2]).toBe(`${LEAD}[26,715.63万元]天天天天${REST}`);
});

test('a cancelled composition beside a figure changes nothing', async ({ editor }) => {
  const before = await editor.read();
  await editor.select(2, FIGURE_END);
  await editor.compose(['s', 'shou'], null);
  expect(await editor.read()).toEqual(before);
  await editor.select(2, FIGURE_START);
  await editor.compose(['s', 'shou'], null);
  expect(await editor.read()).toEqual(before);
});

test('Chinese typed inside a figure makes it plain text with every character kept', async ({ editor }) => {
  await editor.select(2, FIGURE_START + 2);
  await editor.compose(['y', 'yi'], '亿');
  expect((await editor.read())[2]).toBe(`${LEAD}26亿,715.63万元${REST}`);
});

test('Chinese typed over a selected figure takes its place, and one undo links it again', async ({ editor }) => {
  const before = await editor.read();
  await editor.select(2, FIGURE_START, FIGURE_END);
  await editor.compose(['d', 'dai'], '待定');
  expect((await editor.read())[2]).toBe(`${LEAD}待定${REST}`);
  await editor.page.keyboard.press('Control+z');
  await expect.poll(() => editor.read()).toEqual(before);
  await editor.page.keyboard.press('Control+y');
  await expect.poll(async () => (await editor.read())[2]).toBe(`${LEAD}待定${REST}`);
});

test('a figure at the very start of a paragraph takes Chinese in front of it', async ({ editor }) => {
  await editor.select(2, 0, FIGURE_START);
  await editor.page.keyboard.press('Delete');
  expect((await editor.read())[2]).toBe(`[26,715.63万元]${REST}`);
  await editor.select(2, 0);
  await editor.compose(['q', 'qi'], '其中');
  expect((await editor.read())[2]).toBe(`其中[26,715.63万元]${REST}`);
});

test('Chinese over a selection of words and figures replaces them all', async ({ editor }) => {
  await editor.select(2, 5, FIGURE_END + 3);
  await editor.compose(['h', 'hui'], '汇总');
  expect((await editor.read())[2]).toBe('报告期内，汇总同期为[38,022.40万元]，主要系部分项目验收延后所致。');
});

test('plain keys beside a figure stand beside it, and Backspace behind it unlinks it with one undo', async ({ editor }) => {
  await editor.select(2, FIGURE_END);
  await editor.page.keyboard.type('(A)');
  expect((await editor.read())[2]).toBe(`${LEAD}[26,715.63万元](A)${REST}`);
  await editor.select(2, FIGURE_END);
  await editor.page.keyboard.press('Backspace');
  expect((await editor.read())[2]).toBe(`${LEAD}26,715.63万(A)${REST}`);
  await editor.page.keyboard.press('Control+z');
  await expect.poll(async () => (await editor.read())[2]).toBe(`${LEAD}[26,715.63万元](A)${REST}`);
});

test('a composition in an empty paragraph is kept', async ({ editor }) => {
  await editor.page.evaluate(() => window.openQuestion('q2'));
  await expect.poll(async () => (await editor.read()).length).toBe(1);
  await editor.select(0, 0);
  await editor.compose(['g', 'gong', 'gong si'], '公司');
  await editor.compose(['s', 'shuo'], '说明');
  expect(await editor.read()).toEqual(['公司说明']);
});

test('words that come without a key, from dictation, stay together where the last key put the caret', async ({ editor }) => {
  await editor.select(0, 9);
  const rest = (await editor.read()).slice(1);
  await editor.page.keyboard.press('Enter');
  await editor.page.keyboard.insertText('甲乙');
  await editor.page.keyboard.insertText('丙丁');
  expect(await editor.read()).toEqual(['一、公司说明及分析', '甲乙丙丁', ...rest]);
});
