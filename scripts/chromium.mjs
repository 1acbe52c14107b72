import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome'];

/** A Chromium for tests: HUIHAN_CHROMIUM, else the first on PATH; undefined lets Playwright use its own. */
export function findChromium() {
  if (process.env.HUIHAN_CHROMIUM) return process.env.HUIHAN_CHROMIUM;
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  return folders.flatMap((folder) => NAMES.map((name) => join(folder, name))).find((path) => existsSync(path));
}
