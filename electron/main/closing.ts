import { dialog, type BrowserWindow } from 'electron';
import { say } from '../../shared/catalogue/catalogue';
import type { Language } from '../../shared/catalogue/defineWords';
import { CHANNELS } from '../../shared/ipc/channels';
import type { CoreSession } from '../../shared/ipc/coreSession';
import type { LocalLog } from './localLog';

/** How long a window may take to hand over what is being typed before closing goes on without it. */
const WRITING_LIMIT_MS = 5_000;

export type ClosingOptions = { window: BrowserWindow; session: CoreSession; getLanguage: () => Language; log: LocalLog };

/**
 * Makes the window wait for its work when it closes: what is being typed reaches core, core publishes, and only a failed publishing asks the user.
 * Returns what the window's word that it has written must call.
 */
export function guardClosing({ window, session, getLanguage, log }: ClosingOptions): { confirmWritten(): void } {
  let phase: 'open' | 'finishing' | 'finished' = 'open';
  let confirmWritten: () => void = () => {};

  async function closeAfterWork() {
    phase = 'finishing';
    try {
      const written = new Promise<void>((done) => (confirmWritten = done));
      phase = (await finishWork({ window, session, language: getLanguage(), written })) ? 'finished' : 'open';
    } catch (error) {
      phase = 'open';
      log.write('close-failed', { reason: error instanceof Error ? error.name : 'unknown' });
      dialog.showErrorBox(say(getLanguage(), 'close.diedTitle'), say(getLanguage(), 'close.diedDetail'));
    }
    if (phase === 'finished') {
      log.write('end');
      window.close();
    }
  }

  window.on('close', (event) => {
    if (phase === 'finished') return;
    event.preventDefault();
    if (phase === 'open') void closeAfterWork();
  });
  return { confirmWritten: () => confirmWritten() };
}

type Work = { window: BrowserWindow; session: CoreSession; language: Language; written: Promise<void> };

/** Shows its progress on the window's title and in the task bar; false when the user stays. */
async function finishWork({ window, session, language, written }: Work): Promise<boolean> {
  const title = window.getTitle();
  window.setTitle(say(language, 'close.publishing'));
  window.setProgressBar(2);
  window.webContents.send(CHANNELS.closing);
  await Promise.race([written, new Promise((resolve) => setTimeout(resolve, WRITING_LIMIT_MS))]);
  const path = session.getProjectPath();
  const saved = path === null ? null : await session.call('project:save', {});
  const failed = saved !== null && !saved.ok && !['project-not-open', 'project-read-only'].includes(saved.error.code);
  if (failed && !(await askToQuit(window, language, title))) {
    window.setTitle(title);
    window.setProgressBar(-1);
    return false;
  }
  if ((await session.shutdown()) === 'died') {
    await dialog.showMessageBox(window, {
      type: 'warning',
      message: say(language, 'close.diedTitle'),
      detail: say(language, 'close.diedDetail'),
    });
  }
  return true;
}

async function askToQuit(window: BrowserWindow, language: Language, title: string): Promise<boolean> {
  const { response } = await dialog.showMessageBox(window, {
    type: 'warning',
    message: say(language, 'close.unsavedTitle'),
    detail: say(language, 'close.unsavedDetail', { title }),
    buttons: [say(language, 'close.stay'), say(language, 'close.quit')],
    defaultId: 0,
    cancelId: 0,
  });
  return response === 1;
}
