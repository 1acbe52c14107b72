import { mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';

export type Program = { app: ElectronApplication; page: Page; folder: string };

/** Starts the program with a home and a profile of its own: from this checkout, or packaged. `words` follow on its command line. */
export async function startProgram(
  kind: 'checkout' | 'packaged',
  folder = mkdtempSync(join(tmpdir(), 'huihan-smoke-')),
  words: string[] = [],
): Promise<Program> {
  mkdirSync(join(folder, 'home'), { recursive: true });
  const env = { ...process.env, HOME: join(folder, 'home'), XDG_CONFIG_HOME: join(folder, 'home', '.config') } as Record<string, string>;
  // A virtual display has no GPU: Chromium's attempts to start one there can keep the first page waiting for ever on a busy machine.
  const profile = [`--user-data-dir=${join(folder, 'profile')}`, '--disable-gpu', ...words];
  const app =
    kind === 'checkout'
      ? await _electron.launch({ cwd: resolve('.'), args: ['.', ...profile], env })
      : await _electron.launch({ executablePath: resolve('dist/linux-unpacked/huihan'), args: profile, env });
  return { app, page: await app.firstWindow(), folder };
}

/** Answers the next save dialogs with a path, as a user would. */
export async function answerSaveDialogs(app: ElectronApplication, filePath: string): Promise<void> {
  await app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path });
  }, filePath);
}
