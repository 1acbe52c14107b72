import { expect } from '@playwright/test';
import { test } from './harness';

test('a change is stored within a second after the last key', async ({ editor }) => {
  await editor.select(3, 20);
  await editor.page.keyboard.type('ABC');
  const typedAt = Date.now();
  await expect.poll(() => editor.countSaves(), { intervals: [50] }).toBe(1);
  expect(Date.now() - typedAt).toBeLessThan(1_000);
  expect(JSON.stringify(await editor.stored())).toContain('ABC');
});

test('nothing is stored while an input method composes, and the finished words are', async ({ editor }) => {
  await editor.select(3, 20);
  await editor.page.keyboard.type('A');
  await editor.beginComposition('shuju');
  await editor.page.clock.install();
  await editor.page.clock.runFor(3_000);
  expect(await editor.countSaves()).toBe(0);
  await editor.compose([], '数据');
  await editor.page.clock.runFor(3_000);
  await expect.poll(async () => JSON.stringify(await editor.stored())).toContain('A数据');
  expect(JSON.stringify(await editor.page.evaluate(() => window.memory.saves))).not.toContain('shuju');
});

test('going to another question stores what was typed', async ({ editor }) => {
  await editor.select(3, 20);
  await editor.page.keyboard.type('ABC');
  await editor.page.evaluate(() => window.openQuestion('q2'));
  await expect.poll(async () => JSON.stringify(await editor.stored())).toContain('ABC');
});

test('a corrected cell shows at once in every figure and table of the open reply; caret and undo stay', async ({ editor }) => {
  await editor.select(3, 20);
  await editor.page.keyboard.type('甲');
  await editor.page.evaluate(() => window.memory.correctCell('t1', 2, 1, '30,000.00'));
  await expect.poll(async () => (await editor.read())[2]).toContain('[30,000.00万元]');
  expect((await editor.read())[5]).toContain('[30,000.00万元]');
  await expect(editor.page.locator('.printed-table')).toContainText('30,000.00');
  await editor.page.keyboard.type('乙');
  expect((await editor.read())[3]).toBe('近两年主营业务收入和成本整体情况如下：甲乙');
  await editor.page.keyboard.press('Control+z');
  await expect.poll(async () => (await editor.read())[3]).not.toContain('乙');
  expect((await editor.read())[2]).toContain('[30,000.00万元]');
});

test('what core changes in the reply is taken in, and the paragraph being read stays where it is', async ({ editor }) => {
  await editor.select(3, 4);
  await editor.page.evaluate(() =>
    window.memory.changeReply('q1', (sections) => {
      sections[2]!.blocks = [{ type: 'paragraph', blockId: 'b99' as never, inlines: [{ type: 'text', text: '已撤销到前一版。' }] }];
      return sections;
    }),
  );
  await expect.poll(async () => (await editor.read()).at(-1)).toBe('已撤销到前一版。');
  await editor.page.keyboard.type('X');
  expect((await editor.read())[3]).toBe('近两年主X营业务收入和成本整体情况如下：');
});

test('when both sides changed nothing is overwritten until the writer chooses, and the other side is kept', async ({ editor }) => {
  const change = () =>
    editor.page.evaluate(() =>
      window.memory.changeReply('q1', (sections) => {
        sections[1]!.blocks[2] = { type: 'paragraph', blockId: 'b13' as never, inlines: [{ type: 'text', text: '2、在别处改过。' }] };
        return sections;
      }),
    );
  await editor.select(3, 20);
  await editor.page.keyboard.type('我的改动');
  await change();
  const dialog = editor.page.getByRole('alertdialog');
  await expect(dialog).toContainText('2、在别处改过。');
  await expect(dialog).toContainText('我的改动');
  expect(JSON.stringify(await editor.stored())).not.toContain('我的改动');
  await editor.page.keyboard.press('Escape');
  await editor.page.getByRole('button', { name: '选择保留哪一份…' }).click();
  await dialog.getByRole('button', { name: '采用项目里的' }).click();
  await expect.poll(() => editor.read()).toContain('2、在别处改过。');
  await editor.page.locator('.reply-text').focus();
  await editor.page.keyboard.press('Control+z');
  await expect.poll(async () => (await editor.read()).join()).toContain('我的改动');
});

test('a save that fails says why, keeps the text, and the next one succeeds', async ({ editor }) => {
  await editor.page.evaluate(() => (window.memory.failSaves = 'disk-full'));
  await editor.select(3, 20);
  await editor.page.keyboard.type('ABC');
  await expect(editor.page.locator('.reply-problem')).toContainText('磁盘空间不足');
  await editor.page.evaluate(() => (window.memory.failSaves = null));
  await editor.page.keyboard.type('D');
  await expect.poll(async () => JSON.stringify(await editor.stored())).toContain('ABCD');
  await expect(editor.page.locator('.reply-problem')).toHaveCount(0);
});
