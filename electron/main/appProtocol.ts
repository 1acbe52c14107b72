import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join, normalize, sep } from 'node:path';
import { protocol } from 'electron';
import { getContentType, makeContentPolicy } from '../../shared/ipc/contentPolicy';

/** Origin of the window: the built renderer, served by main itself. */
export const APP_ORIGIN = 'app://huihan';

/** Makes `app:` a standard, secure scheme; must run before the app is ready. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }]);
}

/** Pages on their way to the printer, by address. */
const printPages = new Map<string, string>();
/** A page to print shows its own styles and pictures and nothing else. */
const PRINT_POLICY = "default-src 'none'; style-src 'unsafe-inline'; img-src data:";

/** Makes a page readable under an address nobody can guess; returns the address. */
export function offerPrintPage(html: string): string {
  const url = `${APP_ORIGIN}/print/${randomBytes(16).toString('hex')}`;
  printPages.set(url, html);
  return url;
}

/** Takes a page to print back. */
export function forgetPrintPage(url: string): void {
  printPages.delete(url);
}

/** Serves the files of `folder` under `app://huihan/` with the content policy; nothing outside the folder, no other host or method. */
export function serveAppProtocol(folder: string): void {
  protocol.handle('app', async (request) => {
    const page = request.method === 'GET' ? printPages.get(request.url) : undefined;
    if (page !== undefined) {
      const headers = { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': PRINT_POLICY, 'Cache-Control': 'no-store' };
      return new Response(page, { headers });
    }
    const url = new URL(request.url);
    const path = normalize(join(folder, decodeURIComponent(url.pathname)));
    const contentType = getContentType(path);
    const isOurs = url.host === 'huihan' && request.method === 'GET' && path.startsWith(folder + sep) && contentType !== null;
    const bytes = isOurs ? await readFile(path).catch(() => null) : null;
    if (bytes === null || contentType === null) return new Response(null, { status: 404 });
    return new Response(bytes, {
      headers: {
        'Content-Type': contentType,
        'Content-Security-Policy': makeContentPolicy(),
        'X-Content-Type-Options': 'nosniff',
        'Cache-Control': 'no-store',
      },
    });
  });
}
