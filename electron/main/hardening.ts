import { app, type Session } from 'electron';
import { APP_ORIGIN } from './appProtocol';
import type { LocalLog } from './localLog';

/** Switches that keep Chromium itself from calling out; must run before the app is ready. */
export function silenceChromium(): void {
  for (const name of ['disable-background-networking', 'disable-component-update', 'disable-domain-reliability', 'no-pings']) {
    app.commandLine.appendSwitch(name);
  }
}

/** The pages' own developer tools are allowed only in a program that is not packaged. */
export function isAllowedUrl(url: string, isPackaged: boolean): boolean {
  const allowed = ['app://huihan/', 'blob:app://huihan/', 'data:image/'];
  if (!isPackaged) allowed.push('devtools://');
  return allowed.some((prefix) => url.startsWith(prefix));
}

/** Denies every permission and every request that does not stay inside the program. */
export function hardenSession(session: Session, log: LocalLog): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.webRequest.onBeforeRequest((details, answer) => {
    const cancel = !isAllowedUrl(details.url, app.isPackaged);
    if (cancel) log.write('request-blocked', { scheme: details.url.split(':')[0] ?? '', type: details.resourceType });
    answer({ cancel });
  });
  session.on('will-download', (event) => event.preventDefault());
}

/** No page ever leaves the program's own origin, opens a window or embeds another page. */
export function hardenContents(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
    contents.on('will-attach-webview', (event) => event.preventDefault());
    contents.on('will-navigate', (event) => event.preventDefault());
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-frame-navigate', (event) => {
      if (!event.url.startsWith(`${APP_ORIGIN}/`) || !event.isMainFrame) event.preventDefault();
    });
  });
}
