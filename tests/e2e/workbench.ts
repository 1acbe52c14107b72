import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Browser, test as base, chromium } from '@playwright/test';
import { findChromium } from '../../scripts/chromium.mjs';

/** A running browser host with folders of its own. */
export type Workbench = {
  url: string;
  origin: string;
  folder: string;
  host: ChildProcess /** Process ids of core, started by the host. */;
  listCores(): number[];
};

type Fixtures = { workbench: Workbench };

const webScript = resolve('out/main/web.js');

/** Tests get a host of their own and a browser found on this machine. */
export const test = base.extend<Fixtures, { browser: Browser }>({
  browser: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures here
    async ({}, use) => {
      const browser = await chromium.launch({
        executablePath: findChromium(),
        args: ['--no-sandbox', '--disable-gpu', '--disable-dev-shm-usage'],
      });
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures here
  workbench: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'huihan-e2e-'));
    const host = spawn(process.execPath, [webScript, '--state', join(folder, 'state'), '--projects', join(folder, 'projects')], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [text] = (await once(host.stdout, 'data')) as [Buffer];
    const url = text.toString('utf8').trim();
    await use({
      url,
      origin: new URL(url).origin,
      folder,
      host,
      listCores: () => readFileSync(`/proc/${host.pid}/task/${host.pid}/children`, 'utf8').trim().split(' ').filter(Boolean).map(Number),
    });
    if (host.exitCode === null) {
      const exited = once(host, 'exit');
      host.kill('SIGTERM');
      await exited;
    }
    rmSync(folder, { recursive: true, force: true });
  },
});
