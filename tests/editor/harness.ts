import { resolve } from 'node:path';
import { type CDPSession, type Page, test as base } from '@playwright/test';
import { build, preview } from 'vite';
import { findChromium } from '../../scripts/chromium.mjs';
import type { getReplyBridge } from '../../renderer/workspace/replyBridge';
import type { MemoryHost } from './harness/memoryHost';
import type { Section } from '../../shared/domain/reply';

declare global {
  interface Window {
    memory: MemoryHost;
    openQuestion: (questionId: string) => void;
    getBridge: typeof getReplyBridge;
    toggleRevising: () => void;
  }
}

/** The editor on its harness page, with the hands of a user: keyboard, clipboard and an input method. */
export class EditorPage {
  readonly page: Page;
  readonly #devtools: CDPSession;

  constructor(page: Page, devtools: CDPSession) {
    this.page = page;
    this.#devtools = devtools;
  }

  /** Puts the caret at a character of the block at this position among all blocks, or selects up to another. */
  async select(block: number, start: number, end = start): Promise<void> {
    await this.selectAcross([block, start], [block, end]);
  }

  /** Selects from a character of one block to one of another. */
  async selectAcross(start: readonly [block: number, offset: number], end: readonly [block: number, offset: number]): Promise<void> {
    await this.page.locator('.reply-text').focus();
    await this.page.evaluate(
      ([from, to]) => {
        const find = ([index, offset]: readonly [number, number]): [Node, number] => {
          const element = document.querySelectorAll('.reply-section > *')[index]!;
          const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
          let rest = offset;
          let last: Node = element;
          for (let node = walker.nextNode(); node; node = walker.nextNode()) {
            last = node;
            const size = node.nodeValue!.length;
            if (rest <= size) return [node, rest];
            rest -= size;
          }
          return [last, last === element ? 0 : last.nodeValue!.length];
        };
        const [anchor, anchorOffset] = find(from);
        const [focus, focusOffset] = find(to);
        getSelection()!.setBaseAndExtent(anchor, anchorOffset, focus, focusOffset);
      },
      [start, end] as const,
    );
    // The editor hears of a selection with the next event loop turn of the page.
    await this.page.evaluate(() => new Promise((done) => requestAnimationFrame(() => setTimeout(done))));
  }

  /** Drags what is selected to a character of a block with the mouse. */
  async drag([block, offset]: readonly [block: number, offset: number]): Promise<void> {
    const [from, to] = await this.page.evaluate(
      ([index, at]) => {
        const middleOf = (rect: DOMRect, x: number) => ({ x, y: rect.top + rect.height / 2 });
        const selected = getSelection()!.getRangeAt(0).getClientRects()[0]!;
        const walker = document.createTreeWalker(document.querySelectorAll('.reply-section > *')[index]!, NodeFilter.SHOW_TEXT);
        let rest = at;
        let node = walker.nextNode()!;
        while (rest > node.nodeValue!.length) {
          rest -= node.nodeValue!.length;
          node = walker.nextNode()!;
        }
        const range = document.createRange();
        range.setStart(node, rest);
        const target = range.getBoundingClientRect();
        return [middleOf(selected, selected.left + selected.width / 2), middleOf(target, target.left)];
      },
      [block, offset] as const,
    );
    await this.page.mouse.move(from!.x, from!.y);
    await this.page.mouse.down();
    await this.page.mouse.move(from!.x + 8, from!.y + 4, { steps: 4 });
    await this.page.mouse.move(to!.x, to!.y, { steps: 6 });
    await this.page.mouse.up();
  }

  /** Types through an input method: every stage is shown in turn, then `committed` is taken (nothing: the composition is cancelled). */
  async compose(stages: readonly string[], committed: string | null): Promise<void> {
    for (const text of stages) {
      await this.#devtools.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
    }
    if (committed === null) await this.#devtools.send('Input.imeSetComposition', { text: '', selectionStart: 0, selectionEnd: 0 });
    else await this.#devtools.send('Input.insertText', { text: committed });
  }

  /** Leaves an input method composing. */
  async beginComposition(text: string): Promise<void> {
    await this.#devtools.send('Input.imeSetComposition', { text, selectionStart: text.length, selectionEnd: text.length });
  }

  /** Pastes what another program put on the clipboard. */
  async paste(data: Readonly<Record<string, string>>): Promise<void> {
    await this.page.evaluate((content) => {
      const transfer = new DataTransfer();
      for (const [type, text] of Object.entries(content)) transfer.setData(type, text);
      document
        .querySelector('.reply-text')!
        .dispatchEvent(new ClipboardEvent('paste', { clipboardData: transfer, bubbles: true, cancelable: true }));
    }, data);
  }

  /** Every block on screen as text, figures in square brackets. */
  async read(): Promise<string[]> {
    return this.page.locator('.reply-section > *').evaluateAll((blocks) =>
      blocks.map((block) => {
        if (block.classList.contains('reply-table')) return '<table>';
        if (block.classList.contains('reply-picture')) return '<picture>';
        const copy = block.cloneNode(true) as HTMLElement;
        for (const figure of copy.querySelectorAll('.reply-figure')) figure.textContent = `[${figure.textContent}]`;
        return copy.textContent ?? '';
      }),
    );
  }

  /** What is stored now. */
  async stored(questionId = 'q1'): Promise<Section[]> {
    return this.page.evaluate((id) => window.memory.getReply(id).sections, questionId);
  }

  async countSaves(): Promise<number> {
    return this.page.evaluate(() => window.memory.saves.length);
  }
}

type Fixtures = { editor: EditorPage; query: string };

/** Playwright's test with the editor open; the harness is built once for each worker. */
export const test = base.extend<Fixtures, { harnessUrl: string }>({
  harnessUrl: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads a fixture's needs off this pattern.
    async ({}, use) => {
      const configFile = resolve('tests/editor/vite.config.mts');
      await build({ configFile });
      const server = await preview({ configFile, preview: { port: 0, host: '127.0.0.1' } });
      await use(server.resolvedUrls!.local[0]!);
      await server.close();
    },
    { scope: 'worker' },
  ],
  query: ['', { option: true }],
  // oxlint-disable-next-line no-empty-pattern -- As above.
  launchOptions: async ({}, use) => {
    await use({ executablePath: findChromium(), args: ['--no-sandbox', '--disable-gpu'] });
  },
  editor: async ({ page, harnessUrl, query }, use) => {
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(String(error)));
    page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
    await page.goto(harnessUrl + query);
    await page.locator('.reply-section').first().waitFor({ timeout: 10_000 });
    await use(new EditorPage(page, await page.context().newCDPSession(page)));
    if (problems.length > 0) throw new Error(`The page reported: ${problems.join('; ')}`);
  },
});
