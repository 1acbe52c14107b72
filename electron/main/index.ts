import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync } from 'node:fs';
import { userInfo } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { app, dialog, session as sessions, shell, type BrowserWindow } from 'electron';
import { say, sayError } from '../../shared/catalogue/catalogue';
import type { Language } from '../../shared/catalogue/defineWords';
import { CHANNELS } from '../../shared/ipc/channels';
import { startCoreSession, type CoreSession } from '../../shared/ipc/coreSession';
import type { Result } from '../../shared/ipc/contract';
import type { MenuCommand } from '../../shared/ipc/host';
import { showApplicationMenu } from './applicationMenu';
import { registerAppScheme, serveAppProtocol } from './appProtocol';
import { guardClosing } from './closing';
import { launchCore } from './coreProcess';
import { chooseFile, chooseFiles, pickFiles, pickSaveTarget } from './fileChooser';
import { hardenContents, hardenSession, silenceChromium } from './hardening';
import { registerHandlers } from './hostHandlers';
import { openLocalLog } from './localLog';
import { openMainWindow } from './mainWindow';
import { openPreferences } from './preferences';
import { printPdf } from './printPdf';

const OUT = dirname(import.meta.dirname);
const PROJECT_OPENING = new Set(['project:new', 'project:open', 'project:openSample', 'project:saveAs']);

// A folder named on the command line (tests, a second profile) wins over the program's own.
if (!app.commandLine.hasSwitch('user-data-dir')) app.setPath('userData', join(app.getPath('appData'), 'huihan'));
// Without this check a run as root, which needs --no-sandbox, would hang in a restart loop of the network service.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
silenceChromium();
registerAppScheme();
hardenContents();

/** Project files among the words of a command line; Chromium's own switches and the program's folder are not. */
function findProjectFiles(words: readonly string[], folder: string): string[] {
  return words
    .filter((word) => !word.startsWith('-') && word.toLowerCase().endsWith('.huihan'))
    .map((word) => resolve(folder, word))
    .filter(existsSync);
}

/** Projects to open that no window has been told of, and who tells it. */
const requested = findProjectFiles(process.argv.slice(1), process.cwd());
let tellWindow: () => void = () => {};
app.on('open-file', (event, path) => {
  event.preventDefault();
  requested.push(path);
  tellWindow();
});

if (app.requestSingleInstanceLock()) void app.whenReady().then(run).catch(giveUp);
else app.quit();

/** Without a window there is nothing to work in: says why, and ends. */
function giveUp(error: unknown): void {
  dialog.showErrorBox(say('zh-CN', 'main.product'), sayError('zh-CN', { code: 'internal', data: { reason: String(error) } }));
  app.exit(1);
}

async function run(): Promise<void> {
  const stateFolder = app.getPath('userData');
  const projectsFolder = join(app.getPath('documents'), '回函工作台');
  mkdirSync(projectsFolder, { recursive: true });
  const log = openLocalLog(join(stateFolder, 'logs', 'main.log'));
  const preferences = openPreferences(join(stateFolder, 'preferences.json'));
  const getLanguage = (): Language => preferences.get().language ?? 'zh-CN';
  process.on('uncaughtException', (error) => {
    log.write('uncaught', { name: error.name, at: error.stack?.split('\n')[1]?.trim() ?? '' });
    dialog.showErrorBox(say(getLanguage(), 'main.product'), sayError(getLanguage(), { code: 'internal', data: { reason: error.name } }));
  });
  log.write('start', { version: app.getVersion(), electron: process.versions.electron, launch: __CORE_LAUNCH__ });

  let window: BrowserWindow | null = null;
  let windowListens = false;
  let guard: ReturnType<typeof guardClosing> | null = null;

  const session: CoreSession = startCoreSession({
    launch: () => launchCore(join(import.meta.dirname, 'core.js')),
    settings: {
      stateFolder,
      projectsFolder,
      assetsFolder: join(OUT, '..', 'assets'),
      actor: userInfo().username,
      language: getLanguage(),
      logFile: join(stateFolder, 'logs', 'core.log'),
    },
    newToken: () => randomBytes(16).toString('hex'),
    onEvent: (name, payload) => window?.webContents.send(CHANNELS.event, name, payload),
    onState: (state) => {
      log.write('core', state);
      window?.webContents.send(CHANNELS.coreState, state);
    },
  });

  const send = (command: MenuCommand) => window?.webContents.send(CHANNELS.menu, command);
  function refreshMenu() {
    const recent = preferences.get().recent.filter(({ path }) => existsSync(path));
    showApplicationMenu({
      language: getLanguage(),
      isMac: process.platform === 'darwin',
      isPackaged: app.isPackaged,
      recent: recent.map(({ path }) => ({ path, name: basename(path) })),
      send,
      openRecent: (path) => {
        requested.push(path);
        void handOverRequests();
      },
      showLog: () => shell.showItemInFolder(log.file),
    });
  }

  /** Tells the window of projects the system asked to open, once it listens. */
  async function handOverRequests() {
    if (!window || !windowListens) return;
    for (const path of requested.splice(0)) {
      const file = await chooseFile(session, path);
      if (file) window.webContents.send(CHANNELS.openRequest, file);
    }
    if (window.isMinimized()) window.restore();
    window.focus();
  }

  async function call(method: string, params: unknown) {
    const answer = await session.call(method, params);
    const path = session.getProjectPath();
    if (answer.ok && path !== null && PROJECT_OPENING.has(method)) {
      preferences.addRecent(path);
      app.addRecentDocument(path);
      refreshMenu();
    }
    return answer;
  }

  registerHandlers(() => window, {
    call,
    registerDropped: (paths) => chooseFiles(session, paths),
    openListening: () => {
      windowListens = true;
      log.write('window-listens', {});
      void handOverRequests();
    },
    written: () => guard?.confirmWritten(),
    host: {
      listRecent: async () => {
        const recent = preferences.get().recent.filter(({ path }) => existsSync(path));
        return recent.map(({ path, openedAt }) => ({
          token: session.addFile(path, basename(path)),
          fileName: basename(path),
          folder: dirname(path),
          openedAt,
        }));
      },
      getLanguage: async () => getLanguage(),
      setLanguage: async (language) => {
        preferences.set({ language });
        session.setLanguage(language);
        refreshMenu();
        return null;
      },
      revealFile: async (token) => {
        const path = session.getPath(token);
        if (path !== null) shell.showItemInFolder(path);
        return null;
      },
      printPdf: async ({ variant, target, notice }) => {
        const printed = await session.call('print:document', { variant, target, notice });
        if (!printed.ok) return { ok: false, error: printed.error };
        const { fileName, page, warnings } = printed.value as Result<'print:document'>;
        const written = await session.call('print:write', { target, bytes: await printPdf(page) });
        return written.ok ? { ok: true, fileName, warnings } : { ok: false, error: written.error };
      },
      setWindowState: async ({ title, unsaved }) => {
        window?.setTitle(title);
        window?.setDocumentEdited(unsaved);
        return null;
      },
      pickFiles: async (purpose) => (window ? pickFiles(window, getLanguage(), session, purpose) : []),
      pickSaveTarget: async ({ purpose, suggestedName }) => {
        const folder = dirname(session.getProjectPath() ?? join(projectsFolder, 'x'));
        return window ? pickSaveTarget(window, getLanguage(), session, { purpose, suggestedName, folder }) : null;
      },
    },
  });

  app.on('second-instance', (_event, words, folder) => {
    requested.push(...findProjectFiles(words.slice(1), folder));
    void handOverRequests();
  });
  tellWindow = () => void handOverRequests();
  app.on('window-all-closed', () => app.quit());

  app.on('child-process-gone', (_event, { type, reason }) => log.write('process-gone', { type, reason }));
  hardenSession(sessions.defaultSession, log);
  serveAppProtocol(join(OUT, 'renderer'));
  refreshMenu();
  const opened = openMainWindow(preferences, join(OUT, 'preload', 'index.js'), join(OUT, '..', 'assets', 'icon.png'));
  window = opened;
  opened.on('closed', () => (window = null));
  opened.webContents.on('render-process-gone', (_event, { reason }) => {
    log.write('window-gone', { reason });
    windowListens = false;
    if (reason !== 'clean-exit') opened.reload();
  });
  guard = guardClosing({ window: opened, session, getLanguage, log });
}
