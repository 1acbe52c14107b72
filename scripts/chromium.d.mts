/** A Chromium for tests: HUIHAN_CHROMIUM, else the first on PATH; undefined lets Playwright use its own. */
export function findChromium(): string | undefined;
