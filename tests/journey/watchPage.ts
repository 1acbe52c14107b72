import type { Page } from '@playwright/test';

/** Collects what a page must never do: script errors, policy violations, requests away from its own origin. */
export function watchPage(page: Page, origin: string): () => string[] {
  const seen: string[] = [];
  page.on('pageerror', (error) => seen.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' || /Content Security Policy/i.test(message.text())) seen.push(`console: ${message.text()}`);
  });
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !/^(data:image\/|blob:|devtools:)/.test(url)) seen.push(`request: ${url}`);
  });
  return () => seen;
}
