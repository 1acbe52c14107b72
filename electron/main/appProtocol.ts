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

/** Serves the files of `folder` under `app://huihan/` with the content policy; nothing outside the folder, no other host or method. */
export function serveAppProtocol(folder: string): void {
  protocol.handle('app', async (request) => {
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
