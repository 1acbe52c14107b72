import { resolve } from 'node:path';
import { type Browser, chromium } from '@playwright/test';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { build, preview, type PreviewServer } from 'vite';
import { findChromium } from '../../scripts/chromium.mjs';

const ROUNDS = 6;
const KEYS = 120;
let server: PreviewServer;
let browser: Browser;

beforeAll(async () => {
  const configFile = resolve('tests/editor/vite.config.mts');
  const outDir = resolve('out/typing-bench');
  await build({ configFile, build: { outDir } });
  server = await preview({ configFile, build: { outDir }, preview: { port: 0, host: '127.0.0.1' } });
  browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox', '--disable-gpu'] });
}, 120_000);

afterAll(async () => {
  await browser.close();
  await server.close();
});

test('a key typed in revision mode takes at most 1.3 times a key typed without', { timeout: 180_000 }, async () => {
  const open = async () => {
    const page = await browser.newPage();
    await page.goto(`${server.resolvedUrls!.local[0]!}?large`);
    await page.locator('.reply-section').first().waitFor();
    return page;
  };
  const pages = { plain: await open(), revising: await open() };
  await pages.revising.evaluate(() => window.toggleRevising());
  const taken: Record<'plain' | 'revising', number[]> = { plain: [], revising: [] };
  // The modes take turns, so that what else the machine does falls on both alike; each round begins in another paragraph.
  for (let round = 0; round < 2 * ROUNDS; round++) {
    const mode = round % 2 === 0 ? 'plain' : 'revising';
    const page = pages[mode];
    await page.bringToFront();
    taken[mode].push(
      ...(await page.evaluate(
        async ([index, keys]) => {
          const paragraph = [...document.querySelectorAll('.reply-section > p')].filter((one) => one.textContent.length > 20)[index]!;
          document.querySelector<HTMLElement>('.reply-text')!.focus();
          const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
          getSelection()!.collapse(walker.nextNode(), 5);
          await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
          const times: number[] = [];
          for (let key = 0; key < keys; key++) {
            const begun = performance.now();
            document.execCommand('insertText', false, '字');
            await Promise.resolve();
            void document.body.offsetHeight;
            times.push(performance.now() - begun);
            await new Promise((done) => setTimeout(done));
          }
          return times;
        },
        [Math.floor(round / 2), KEYS] as const,
      )),
    );
  }
  const middle = (times: number[]) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]!;
  const [plain, revising] = [middle(taken.plain), middle(taken.revising)];
  console.info(`a key: ${plain.toFixed(2)} ms, in revision mode ${revising.toFixed(2)} ms, ${(revising / plain).toFixed(2)} times`);
  expect(revising / plain).toBeLessThan(1.3);
});
