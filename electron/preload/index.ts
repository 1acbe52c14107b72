import { contextBridge, ipcRenderer, webUtils, type IpcRendererEvent } from 'electron';
import { CHANNELS } from '../../shared/ipc/channels';
import type { HostApi } from '../../shared/ipc/host';
import type { HostAnswers, HostQuestion } from '../../shared/ipc/hostMessages';

function ask<Question extends HostQuestion>(question: Question, argument: unknown): Promise<HostAnswers[Question]> {
  return ipcRenderer.invoke(`host:${question}`, argument) as Promise<HostAnswers[Question]>;
}

/** Listens to one channel; the window never sees the event object, which would lead to the sender. */
function listen<Args extends unknown[]>(channel: string, listener: (...args: Args) => void): () => void {
  const handle = (_event: IpcRendererEvent, ...args: unknown[]) => listener(...(args as Args));
  ipcRenderer.on(channel, handle);
  return () => void ipcRenderer.removeListener(channel, handle);
}

const writers = new Set<() => Promise<void>>();
listen(CHANNELS.closing, () => {
  void Promise.allSettled([...writers].map((write) => write())).then(() => ipcRenderer.invoke(CHANNELS.written, null));
});

const host: HostApi = {
  kind: 'electron',
  platform: process.platform,
  call: (method, params) => ipcRenderer.invoke(CHANNELS.call, { method, params }),
  onEvent: (listener) => listen(CHANNELS.event, listener),
  onMenu: (listener) => listen(CHANNELS.menu, listener),
  onCoreState: (listener) => listen(CHANNELS.coreState, listener),
  onOpenRequest: (listener) => {
    const stop = listen(CHANNELS.openRequest, listener);
    void ipcRenderer.invoke(CHANNELS.openListening, null);
    return stop;
  },
  onClosing: (write) => {
    writers.add(write);
    return () => void writers.delete(write);
  },
  pickFiles: (purpose) => ask('pickFiles', purpose),
  registerDroppedFiles: (files) =>
    ipcRenderer.invoke(
      CHANNELS.registerDropped,
      files.map((file) => webUtils.getPathForFile(file as File)),
    ),
  pickSaveTarget: (purpose, suggestedName) => ask('pickSaveTarget', { purpose, suggestedName }),
  printPdf: (document) => ask('printPdf', document),
  revealFile: async (token) => {
    await ask('revealFile', token);
  },
  listRecent: () => ask('listRecent', null),
  getLanguage: () => ask('getLanguage', null),
  setLanguage: async (language) => {
    await ask('setLanguage', language);
  },
  setWindowState: async (state) => {
    await ask('setWindowState', state);
  },
};

contextBridge.exposeInMainWorld('host', host);
