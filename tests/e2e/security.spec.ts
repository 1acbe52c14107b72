import { expect } from '@playwright/test';
import { test } from './workbench';

test('nothing is served without the secret of the address, nor to another origin', async ({ playwright, workbench }) => {
  const stranger = await playwright.request.newContext();
  expect((await stranger.get(workbench.origin)).status()).toBe(401);
  expect((await stranger.get(`${workbench.origin}/?token=wrong`)).status()).toBe(401);
  await stranger.get(workbench.url);
  expect((await stranger.get(workbench.origin)).status()).toBe(200);
  expect((await stranger.get(workbench.origin, { headers: { Origin: 'http://evil.example' } })).status()).toBe(403);
  expect((await stranger.get(workbench.origin, { headers: { Host: 'evil.example' } })).status()).toBe(403);
  await stranger.dispose();
});

test('the page has no way to Node, to inline script, to eval or to the network', async ({ page, workbench }) => {
  await page.goto(workbench.url);
  await expect(page.getByRole('button', { name: '打开示例项目' })).toBeVisible();
  const found = await page.evaluate(async () => {
    const names = ['require', 'process', 'module', 'Buffer'].filter((name) => name in globalThis);
    const script = document.createElement('script');
    script.textContent = 'globalThis.inlineRan = true';
    document.body.append(script);
    // In a task of its own: the debugger's evaluation is exempt from the policy.
    const evalRan = await new Promise((resolve) => {
      setTimeout(() => {
        try {
          // oxlint-disable-next-line no-eval -- the policy is what is tested
          (0, eval)('1');
          resolve(true);
        } catch {
          resolve(false);
        }
      });
    });
    const fetched = await fetch('http://127.0.0.1:9/').then(
      () => true,
      () => false,
    );
    return { names, inlineRan: 'inlineRan' in globalThis, evalRan, fetched };
  });
  expect(found).toEqual({ names: [], inlineRan: false, evalRan: false, fetched: false });
});

test('the secret leaves the address bar and no script can read the cookie', async ({ page, workbench }) => {
  await page.goto(workbench.url);
  expect(page.url()).toBe(`${workbench.origin}/`);
  expect(await page.evaluate(() => document.cookie)).toBe('');
});
