import { expect } from '@playwright/test';
import { test } from './harness';

const WORD = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{font-family:宋体;color:red}</style></head><body>
<!--StartFragment--><p class=MsoNormal style='mso-outline-level:3'><b>（二）毛利率变动</b></p>
<p class=MsoNormal style='text-indent:24pt;color:red'><span style='font-family:楷体'>本期毛利率为<b>35.20%</b>，情况如下：</span><o:p></o:p></p>
<p class=MsoNormal align=right>单位：万元</p>
<table border=1><tr><td><p>项目</p></td><td><p>2023年度</p></td></tr><tr><td><p>收入</p></td><td><p>1,200.00</p></td></tr></table>
<p class=MsoNormal>由上表可知，毛利率上升。<img src="https://example.invalid/x.png"></p><!--EndFragment--></body></html>`;

test('Word text in the middle of a paragraph joins with it; headings, bold and tables come in, styles and pictures do not', async ({
  editor,
}) => {
  await editor.select(3, 20);
  await editor.page.keyboard.press('Enter');
  await editor.paste({ 'text/html': WORD, 'text/plain': 'fallback' });
  await expect
    .poll(async () => (await editor.read()).slice(3, 9))
    .toEqual([
      '近两年主营业务收入和成本整体情况如下：',
      '（二）毛利率变动',
      '本期毛利率为35.20%，情况如下：',
      '<table>',
      '由上表可知，毛利率上升。',
      '<table>',
    ]);
  await expect(editor.page.locator('.printed-table').first()).toContainText('1,200.00');
  const html = await editor.page.locator('.reply-text').innerHTML();
  expect(html).not.toMatch(/style="[^"]*(color|font)|example\.invalid|Mso/);
  await expect(editor.page.locator('.toast')).toContainText('1 张图片');
  await expect
    .poll(async () => (await editor.stored())[0]!.blocks.slice(4, 6))
    .toMatchObject([
      { type: 'heading', level: 3 },
      { type: 'paragraph', inlines: [{ text: '本期毛利率为' }, { text: '35.20%', bold: true }, { text: '，情况如下：' }] },
    ]);
  await editor.page.keyboard.press('Control+z');
  await expect.poll(async () => (await editor.read()).length).toBe(15);
});

test('one line pasted stands in the line, without a new paragraph', async ({ editor }) => {
  await editor.select(3, 3);
  await editor.paste({ 'text/html': '<span style="color:red">（合并）</span>', 'text/plain': 'x' });
  await expect.poll(async () => (await editor.read())[3]).toBe('近两年（合并）主营业务收入和成本整体情况如下：');
});

test('lines with tabs become a table', async ({ editor }) => {
  await editor.select(3, 20);
  await editor.paste({ 'text/plain': '项目\t金额\n甲\t1.00\n' });
  await expect
    .poll(async () => (await editor.read()).slice(3, 7))
    .toEqual(['近两年主营业务收入和成本整体情况如下：', '<table>', '', '<table>']);
});

test('a paragraph copied and pasted here gets an id of its own, one cut and pasted keeps its id', async ({ editor }) => {
  const ids = async () => (await editor.stored())[0]!.blocks.map((block) => block.blockId);
  await editor.select(3, 0, 19);
  await editor.page.keyboard.press('Control+c');
  await editor.select(1, 14);
  await editor.page.keyboard.press('Enter');
  await editor.page.keyboard.press('Control+v');
  await expect.poll(async () => (await editor.read())[2]).toBe('近两年主营业务收入和成本整体情况如下：');
  await expect.poll(async () => (await ids()).length).toBe(11);
  expect(new Set(await ids()).size).toBe(11);
  expect((await ids())[4]).toBe('b4');
});

test('a figure copied stays linked where it is pasted', async ({ editor }) => {
  await editor.select(2, 17, 28);
  await editor.page.keyboard.press('Control+c');
  await editor.select(3, 19);
  await editor.page.keyboard.press('Control+v');
  await expect.poll(async () => (await editor.read())[3]).toBe('近两年主营业务收入和成本整体情况如下：[26,715.63万元]');
});

test('a picture on the clipboard is stored and stands on a line of its own', async ({ editor }) => {
  await editor.select(3, 19);
  await editor.page.evaluate(async () => {
    const canvas = new OffscreenCanvas(1000, 400);
    canvas.getContext('2d')!.fillRect(0, 0, 1000, 400);
    const transfer = new DataTransfer();
    transfer.items.add(new File([await canvas.convertToBlob()], '截图.png', { type: 'image/png' }));
    document
      .querySelector('.reply-text')!
      .dispatchEvent(new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true }));
  });
  await expect.poll(async () => (await editor.read())[4]).toBe('<picture>');
  await expect
    .poll(async () => (await editor.stored())[0]!.blocks[4])
    .toMatchObject({ type: 'picture', mime: 'image/png', widthPx: 553, heightPx: 221 });
});

test('what pretends to come from this program but holds other nodes is taken as the text beside it', async ({ editor }) => {
  await editor.select(3, 19);
  await editor.paste({
    'application/x-lexical-editor': JSON.stringify({
      namespace: 'huihan-reply',
      nodes: [{ type: 'iframe', src: 'https://example.invalid' }],
    }),
    'text/plain': '文字',
  });
  await expect.poll(async () => (await editor.read())[3]).toBe('近两年主营业务收入和成本整体情况如下：文字');
});
