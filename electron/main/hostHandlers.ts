import { ipcMain, type BrowserWindow, type IpcMainInvokeEvent } from 'electron';
import { z } from 'zod';
import { CHANNELS } from '../../shared/ipc/channels';
import { coreCall, hostQuestions, type HostAnswers, type HostQuestion } from '../../shared/ipc/hostMessages';
import { APP_ORIGIN } from './appProtocol';

/** What main does for each question of the window. */
export type HostHandlers = {
  [Question in HostQuestion]: (argument: z.output<(typeof hostQuestions)[Question]>) => Promise<HostAnswers[Question]>;
};

export type WindowHandlers = {
  host: HostHandlers;
  call: (method: string, params: unknown) => Promise<unknown>;
  registerDropped: (paths: string[]) => Promise<unknown>;
  openListening: () => void;
  written: () => void;
};

/** Registers every channel once. Each message must come from the window's own main frame and satisfy its parser; anything else throws back to the sender. */
export function registerHandlers(getWindow: () => BrowserWindow | null, handlers: WindowHandlers): void {
  function handle<Schema extends z.ZodType>(channel: string, schema: Schema, run: (argument: z.output<Schema>) => unknown) {
    ipcMain.handle(channel, (event, argument: unknown) => {
      if (!isFromWindow(event, getWindow())) throw new Error(`“${channel}” came from a foreign sender`);
      return run(schema.parse(argument));
    });
  }
  handle(CHANNELS.call, coreCall, ({ method, params }) => handlers.call(method, params));
  handle(CHANNELS.registerDropped, z.array(z.string().min(1)).max(500), handlers.registerDropped);
  handle(CHANNELS.openListening, z.null(), handlers.openListening);
  handle(CHANNELS.written, z.null(), handlers.written);
  const { host } = handlers;
  handle('host:listRecent', hostQuestions.listRecent, host.listRecent);
  handle('host:getLanguage', hostQuestions.getLanguage, host.getLanguage);
  handle('host:setLanguage', hostQuestions.setLanguage, host.setLanguage);
  handle('host:revealFile', hostQuestions.revealFile, host.revealFile);
  handle('host:setWindowState', hostQuestions.setWindowState, host.setWindowState);
  handle('host:pickFiles', hostQuestions.pickFiles, host.pickFiles);
  handle('host:pickSaveTarget', hostQuestions.pickSaveTarget, host.pickSaveTarget);
  handle('host:printPdf', hostQuestions.printPdf, host.printPdf);
}

function isFromWindow(event: IpcMainInvokeEvent, window: BrowserWindow | null): boolean {
  const frame = event.senderFrame;
  return window !== null && frame !== null && frame === window.webContents.mainFrame && frame.url.startsWith(`${APP_ORIGIN}/`);
}
