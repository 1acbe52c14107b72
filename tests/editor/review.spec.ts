import { expect } from '@playwright/test';
import { type EditorPage, test } from './harness';

// Block 2: 报告期内，公司供热设备业务实现收入[26,715.63万元]，上年同期为[38,022.40万元]，主要系部分项目验收延后所致。
const FIGURE_START = 17;
const FIGURE_END = 28;

/** The suggestions stored now: kind, place and words, in the order of the text. */
async function suggestions(editor: EditorPage): Promise<string[]> {
  return editor.page.evaluate(() =>
    window.memory.review.list(null).flatMap(({ change: { payload, anchor, author }, state }) => {
      if (state !== 'open') return [];
      const words =
        payload.kind === 'insert'
          ? payload.inlines.map((one) => ('text' in one ? one.text : '⏎')).join('')
          : payload.kind === 'insertBlock'
            ? 'inlines' in payload.block
              ? payload.block.inlines.map((one) => ('text' in one ? one.text : '⏎')).join('')
              : payload.block.type
            : payload.kind === 'overrideFigure'
              ? `${payload.shown}→${payload.proposed}`
              : payload.kind === 'comment'
                ? `${anchor.quote}：${payload.text}`
                : payload.kind === 'setBlock'
                  ? payload.block.type
                  : anchor.quote;
      return [
        `${author === '王秘书' ? '' : `${author} `}${payload.kind} ${anchor.blockId ?? 'head'} ${anchor.from}-${anchor.to} ${words}`.trim(),
      ];
    }),
  );
}

/** Where open changes stand in the reply now. */
async function places(editor: EditorPage): Promise<string[]> {
  return editor.page.evaluate(() =>
    window.memory.review
      .list(null)
      .flatMap(({ place, state }) => (state === 'open' && place?.kind === 'text' ? [`${place.blockId} ${place.from}-${place.to}`] : [])),
  );
}

async function revise(editor: EditorPage): Promise<void> {
  await editor.page.evaluate(() => window.toggleRevising());
  await expect(editor.page.getByRole('button', { name: '修订模式' })).toHaveAttribute('aria-pressed', 'true');
}

/** The reply itself, which revision mode never changes. */
async function expectReplyUntouched(editor: EditorPage, before: unknown): Promise<void> {
  expect(await editor.stored()).toEqual(before);
}

test('what is typed and deleted in revision mode is stored as suggestions, and the reply stays as it was', async ({ editor }) => {
  const before = await editor.stored();
  await revise(editor);
  await editor.select(2, 5);
  await editor.page.keyboard.type('abc');
  await editor.page.keyboard.press('Backspace');
  await expect.poll(() => suggestions(editor)).toEqual(['insert b3 5-5 ab']);
  await editor.select(2, 0);
  for (let count = 0; count < 3; count++) await editor.page.keyboard.press('Delete');
  await expect.poll(() => suggestions(editor)).toEqual(['delete b3 0-3 报告期', 'insert b3 5-5 ab']);
  await expectReplyUntouched(editor, before);
});

test('Backspace goes backwards over deleted words, and typing behind them is an insertion', async ({ editor }) => {
  await revise(editor);
  await editor.select(0, 9);
  for (let count = 0; count < 2; count++) await editor.page.keyboard.press('Backspace');
  await expect.poll(() => suggestions(editor)).toEqual(['delete b1 7-9 分析']);
  await editor.page.keyboard.press('Control+Backspace');
  await editor.page.keyboard.type('x');
  await expect.poll(async () => (await suggestions(editor)).some((one) => one.startsWith('insert b1'))).toBe(true);
  expect((await editor.read())[0]!.replace('x', '')).toBe('一、公司说明及分析');
});

test('Chinese composed in revision mode is one insertion once it is committed, in plain text and in an insertion', async ({ editor }) => {
  const before = await editor.stored();
  await revise(editor);
  await editor.select(2, 5);
  await editor.compose(['h', 'he', 'he ji'], '合计');
  await expect.poll(() => suggestions(editor)).toEqual(['insert b3 5-5 合计']);
  await editor.compose(['s', 'shu'], '数');
  await expect.poll(() => suggestions(editor)).toEqual(['insert b3 5-5 合计数']);
  await editor.compose(['b', 'bu'], null);
  await expect.poll(() => suggestions(editor)).toEqual(['insert b3 5-5 合计数']);
  await expectReplyUntouched(editor, before);
});

test('Chinese composed over a selection deletes it as a suggestion and stands behind it', async ({ editor }) => {
  const before = await editor.stored();
  await revise(editor);
  await editor.select(2, 0, 4);
  await editor.compose(['b', 'ben', 'ben nian'], '本年');
  await expect.poll(() => suggestions(editor)).toEqual(['delete b3 0-4 报告期内', 'insert b3 4-4 本年']);
  await editor.compose(['d', 'du'], '度');
  await expect.poll(() => suggestions(editor)).toEqual(['delete b3 0-4 报告期内', 'insert b3 4-4 本年度']);
  await expectReplyUntouched(editor, before);
});

test('a figure typed over becomes a request that shows its cell and both values', async ({ editor }) => {
  const before = await editor.stored();
  await revise(editor);
  await editor.select(2, FIGURE_START, FIGURE_END);
  await editor.page.keyboard.type('27,000');
  await expect.poll(() => suggestions(editor)).toEqual(['overrideFigure b3 17-28 26,715.63万元→27,000']);
  const card = editor.page.locator('.override-card');
  await expect(card).toContainText('26,715.63万元');
  await expect(card).toContainText('27,000');
  await expect(card).toContainText('年度报告.txt');
  await editor.page.keyboard.type('万元');
  await expect.poll(() => suggestions(editor)).toEqual(['overrideFigure b3 17-28 26,715.63万元→27,000万元']);
  await expectReplyUntouched(editor, before);
});

test('a figure edited inside, by keys or an input method, stays and becomes a request', async ({ editor }) => {
  const before = await editor.stored();
  await revise(editor);
  await editor.select(2, FIGURE_START + 2);
  await editor.compose(['y', 'yi'], '亿');
  await expect.poll(() => suggestions(editor)).toEqual(['overrideFigure b3 17-28 26,715.63万元→26亿,715.63万元']);
  await expectReplyUntouched(editor, before);
});

test('Enter cuts a paragraph as a suggestion, and Backspace at its start takes the cut back', async ({ editor }) => {
  const before = await editor.stored();
  await revise(editor);
  await editor.select(2, 5);
  await editor.page.keyboard.press('Enter');
  await expect.poll(() => suggestions(editor)).toEqual(['splitBlock b3 5-5']);
  await editor.page.keyboard.press('Backspace');
  await expect.poll(() => suggestions(editor)).toEqual([]);
  await expectReplyUntouched(editor, before);
});

test('joining two paragraphs is a suggestion, and both stay', async ({ editor }) => {
  const before = await editor.stored();
  const shown = await editor.read();
  await revise(editor);
  await editor.select(1, 0);
  await editor.page.keyboard.press('Backspace');
  await expect.poll(async () => (await suggestions(editor)).map((one) => one.split(' ')[0])).toEqual(['joinBlock']);
  expect(await editor.read()).toEqual(shown);
  await expectReplyUntouched(editor, before);
});

test('undo and redo go through suggestions as through text', async ({ editor }) => {
  const shown = await editor.read();
  await revise(editor);
  await editor.select(2, 0, 4);
  await editor.page.keyboard.type('本年');
  await expect.poll(() => suggestions(editor)).toEqual(['delete b3 0-4 报告期内', 'insert b3 4-4 本年']);
  const revised = await editor.read();
  for (let count = 0; count < 4 && (await suggestions(editor)).length > 0; count++) {
    await editor.page.keyboard.press('Control+z');
    await editor.page.evaluate(() => window.getBridge()?.flush());
  }
  expect(await editor.read()).toEqual(shown);
  await expect
    .poll(async () => {
      await editor.page.keyboard.press('Control+y');
      return editor.read();
    })
    .toEqual(revised);
});

test('several paragraphs and a table pasted in revision mode are insertions', async ({ editor }) => {
  const before = await editor.stored();
  await revise(editor);
  await editor.select(2, 5);
  await editor.paste({
    'text/html': '<p>甲段</p><p>乙段</p><table><tr><td>项目</td><td>1</td></tr><tr><td>合计</td><td>2</td></tr></table>',
  });
  await expect.poll(async () => (await suggestions(editor)).length).toBeGreaterThan(2);
  const kinds = new Set((await suggestions(editor)).map((one) => one.split(' ')[0]));
  expect([...kinds].every((kind) => ['insert', 'splitBlock', 'insertBlock'].includes(kind!))).toBe(true);
  await expectReplyUntouched(editor, before);
});

test('a cut leaves the words as deleted, and what is pasted elsewhere is an insertion', async ({ editor }) => {
  const before = await editor.stored();
  await revise(editor);
  await editor.select(2, 0, 4);
  await editor.page.keyboard.press('Control+x');
  await expect.poll(() => suggestions(editor)).toEqual(['delete b3 0-4 报告期内']);
  await editor.select(0, 9);
  await editor.page.keyboard.press('Control+v');
  await expect.poll(() => suggestions(editor)).toEqual(['insert b1 9-9 报告期内', 'delete b3 0-4 报告期内']);
  await expectReplyUntouched(editor, before);
});

test('bold and headings are suggestions of style and kind', async ({ editor }) => {
  const before = await editor.stored();
  await revise(editor);
  await editor.select(2, 0, 4);
  await editor.page.keyboard.press('Control+b');
  await expect.poll(() => suggestions(editor)).toEqual(['format b3 0-4 报告期内']);
  await editor.page.keyboard.press('Control+Alt+3');
  await expect
    .poll(async () => (await suggestions(editor)).map((one) => one.split(' ')[0]!).sort((a, b) => a.localeCompare(b)))
    .toEqual(['format', 'setBlock']);
  await editor.page.keyboard.press('Control+b');
  await editor.page.keyboard.press('Control+Alt+0');
  await expect.poll(() => suggestions(editor)).toEqual([]);
  await expectReplyUntouched(editor, before);
});

test("two authors overlap: another's words can be deleted, added to, and the rest accepted one by one", async ({ editor }) => {
  await editor.page.evaluate(() =>
    window.memory.review.bring('q1', '李律师', [
      {
        anchor: { questionId: 'q1', blockId: 'b3', from: 5, to: 5, quote: '' },
        payload: { kind: 'insert', inlines: [{ type: 'text', text: '本公司的' }] },
      },
      { anchor: { questionId: 'q1', blockId: 'b3', from: 0, to: 4, quote: '报告期内' }, payload: { kind: 'delete' } },
    ] as never),
  );
  await expect.poll(async () => (await editor.read())[2]).toContain('报告期内，本公司的公司');
  await revise(editor);
  await editor.select(2, 2, 6);
  await editor.page.keyboard.press('Delete');
  await expect
    .poll(async () => (await suggestions(editor)).sort())
    .toEqual(['delete b3 0-1 本', 'delete b3 2-5 期内，', '李律师 delete b3 0-4 报告期内', '李律师 insert b3 5-5 本公司的'].sort());
  await editor.select(2, 8);
  await editor.page.keyboard.type('X');
  await expect.poll(async () => (await editor.read())[2]).toContain('报告期内，本公司X的公司');
  await expect.poll(async () => (await suggestions(editor)).includes('insert b3 3-3 X')).toBe(true);
  const colours = await editor.page
    .locator('[data-rev-ins]')
    .evaluateAll((all) => new Set(all.map((one) => (one as HTMLElement).dataset.revIns)).size);
  expect(colours).toBe(2);
});

test('a comment is added by its key, shown on its words, moves with them and survives a cut of its paragraph', async ({ editor }) => {
  await editor.select(2, 5, 9);
  await editor.page.keyboard.press('Control+Alt+m');
  const box = editor.page.locator('.comment-box textarea');
  await expect(box).toBeFocused();
  await editor.page.keyboard.type('please check');
  await editor.page.keyboard.press('Control+Enter');
  await expect.poll(() => suggestions(editor)).toEqual(['comment b3 5-9 公司供热：please check']);
  const marked = editor.page.locator('[data-rev-comment]');
  await expect(marked).toHaveText('公司供热');
  await editor.select(2, 0);
  await editor.page.keyboard.type('前言');
  await expect(marked).toHaveText('公司供热');
  await editor.select(2, 9);
  await editor.page.keyboard.press('Enter');
  await expect(marked).toHaveText(['公司', '供热']);
});

test('a suggestion is accepted and rejected by key at the caret', async ({ editor }) => {
  await revise(editor);
  await editor.select(2, 0, 4);
  await editor.page.keyboard.type('本年');
  await expect.poll(async () => (await suggestions(editor)).length).toBe(2);
  await editor.page.keyboard.press('Control+Alt+a');
  await expect.poll(() => suggestions(editor)).toEqual(['delete b3 0-4 报告期内']);
  await editor.page.keyboard.press('Alt+PageDown');
  await editor.page.keyboard.press('Control+Alt+x');
  await expect.poll(() => suggestions(editor)).toEqual([]);
  const [statement] = await editor.stored();
  expect(JSON.stringify(statement!.blocks[2])).toContain('报告期内本年，公司');
});

test('with the mode off, typing inside words another suggests is our suggestion, and beside them text of the reply', async ({ editor }) => {
  await editor.page.evaluate(() =>
    window.memory.review.bring('q1', '李律师', [
      {
        anchor: { questionId: 'q1', blockId: 'b3', from: 5, to: 5, quote: '' },
        payload: { kind: 'insert', inlines: [{ type: 'text', text: '本公司的' }] },
      },
    ] as never),
  );
  await expect.poll(async () => (await editor.read())[2]).toContain('，本公司的公司');
  await editor.select(2, 7);
  await editor.page.keyboard.type('Y');
  await expect.poll(async () => (await suggestions(editor)).includes('insert b3 2-2 Y')).toBe(true);
  await editor.select(2, 1);
  await editor.page.keyboard.type('Z');
  await expect.poll(async () => JSON.stringify((await editor.stored())[0]!.blocks[2])).toContain('报Z告期内，公司');
});

test('another text for a cell of a shown table is proposed and remarked on by key, and stands in the table', async ({ editor }) => {
  const before = await editor.stored();
  await revise(editor);
  await editor.page.locator('.reply-table td').nth(3).click();
  await editor.page.keyboard.press('Control+Alt+m');
  const box = editor.page.locator('.comment-box');
  await expect(box.getByLabel('建议改为')).toBeFocused();
  await editor.page.keyboard.type('12.50');
  await box.getByRole('button', { name: '提出修订' }).click();
  await expect.poll(async () => (await suggestions(editor)).map((one) => one.split(' ')[0])).toEqual(['setCell']);
  await expect(editor.page.locator('.cell-proposed')).toHaveText('12.50');
  await expectReplyUntouched(editor, before);
});

test('a remark on several paragraphs stands on the words of each', async ({ editor }) => {
  await editor.selectAcross([1, 3], [3, 4]);
  await editor.page.keyboard.press('Control+Alt+m');
  await expect(editor.page.locator('.comment-box textarea')).toBeFocused();
  await editor.page.keyboard.type('both');
  await editor.page.keyboard.press('Control+Enter');
  await expect.poll(() => suggestions(editor)).toEqual(['comment b2 3-14 收入下降的原因及合理性：both']);
  const marked = editor.page.locator('[data-rev-comment]');
  await expect.poll(async () => (await marked.allTextContents()).join('')).toContain('收入下降的原因及合理性报告期内');
  await expect.poll(async () => (await marked.allTextContents()).at(-1)).toBe('近两年主');
  await editor.select(0, 0);
  await editor.page.keyboard.press('Alt+PageDown');
  await expect.poll(() => editor.page.evaluate(() => getSelection()!.toString())).toContain('近两年主');
});

test('a remark goes along with a sentence that is cut and pasted or dragged elsewhere', async ({ editor }) => {
  await editor.select(3, 0, 9);
  await editor.page.keyboard.press('Control+Alt+m');
  await expect(editor.page.locator('.comment-box textarea')).toBeFocused();
  await editor.page.keyboard.type('why');
  await editor.page.keyboard.press('Control+Enter');
  const marked = editor.page.locator('[data-rev-comment]');
  await expect(marked).toHaveText('近两年主营业务收入');
  await editor.select(3, 0, 9);
  await editor.page.keyboard.press('Control+x');
  await expect(marked).toHaveCount(0);
  await editor.select(0, 9);
  await editor.page.keyboard.press('Control+v');
  await expect(marked).toHaveText('近两年主营业务收入');
  await expect.poll(async () => JSON.stringify((await editor.stored())[0]!.blocks[0])).toContain('分析近两年主营业务收入');
  await expect.poll(() => places(editor)).toEqual(['b1 9-18']);
  await editor.select(0, 9, 18);
  await editor.drag([1, 3]);
  await expect(marked).toHaveText('近两年主营业务收入');
  await expect.poll(() => places(editor)).toEqual(['b2 3-12']);
});

test('words dragged elsewhere in revision mode are a deletion and an insertion, and the reply stays', async ({ editor }) => {
  const before = await editor.stored();
  await revise(editor);
  await editor.select(2, 0, 4);
  await editor.drag([1, 3]);
  await expect.poll(() => suggestions(editor)).toEqual(['insert b2 3-3 报告期内', 'delete b3 0-4 报告期内']);
  await expectReplyUntouched(editor, before);
});

test('a figure dragged in revision mode stays where it is, and comes as a figure where it is dropped', async ({ editor }) => {
  const before = await editor.stored();
  await revise(editor);
  await editor.select(2, 15, FIGURE_END + 1);
  await editor.drag([1, 3]);
  await expect
    .poll(async () => (await suggestions(editor)).map((one) => one.split(' ').slice(0, 2).join(' ')))
    .toEqual(['insert b2', 'delete b3']);
  await expectReplyUntouched(editor, before);
});

test('replacing all in revision mode is a deletion and an insertion at every place', async ({ editor }) => {
  const before = await editor.stored();
  await revise(editor);
  await editor.select(0, 0);
  await editor.page.keyboard.press('Control+f');
  const bar = editor.page.getByRole('search');
  await expect(bar.getByRole('textbox', { name: '查找' })).toBeFocused();
  await bar.getByRole('textbox', { name: '查找' }).fill('收入');
  await expect(bar.getByRole('status')).toHaveText('第 1 处，共 4 处');
  await bar.getByRole('textbox', { name: '替换为' }).fill('业绩');
  await bar.getByRole('button', { name: '全部替换' }).click();
  await expect.poll(async () => (await suggestions(editor)).filter((one) => one.startsWith('insert')).length).toBe(4);
  const found = await suggestions(editor);
  expect(new Set(found.map((one) => one.split(' ').at(-1)))).toEqual(new Set(['收入', '业绩']));
  expect(found.filter((one) => one.startsWith('delete')).length).toBe(found.filter((one) => one.startsWith('insert')).length);
  await expectReplyUntouched(editor, before);
});

test('a range from an empty paragraph into a text before a figure is cut by the menu and typed over by an input method', async ({
  editor,
}) => {
  await editor.select(1, 14);
  await editor.page.keyboard.press('Enter');
  await expect.poll(async () => (await editor.read())[2]).toBe('');
  await editor.selectAcross([2, 0], [3, 4]);
  await editor.page.evaluate(() => document.execCommand('cut'));
  await expect.poll(async () => (await editor.read())[2]).toMatch(/^，公司供热设备业务实现收入\[26,715\.63万元\]/);
  await editor.page.keyboard.press('Control+z');
  await expect.poll(async () => (await editor.read())[2]).toBe('');
  await editor.selectAcross([2, 0], [3, 4]);
  await editor.compose(['b', 'ben'], '本期');
  await expect.poll(async () => (await editor.read())[2]).toMatch(/^本期，公司供热设备业务实现收入\[26,715\.63万元\]/);
});
