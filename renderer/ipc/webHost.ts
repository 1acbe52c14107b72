import type { AnswerMessage, EventName } from '../../shared/ipc/contract';
import type { ChosenFile, CoreState, DroppedFile, HostApi, MenuCommand, PickPurpose } from '../../shared/ipc/host';
import type { HostAnswers, HostQuestion, WebMessage, WebRequest } from '../../shared/ipc/hostMessages';
import { fromWire, toWire } from '../../shared/ipc/jsonWire';
import { findCommandForKey } from '../../shared/ipc/menuKeys';

/** File kinds the browser's dialog offers for each purpose. */
const ACCEPTED: Readonly<Record<PickPurpose, string>> = {
  letter: '.txt,.docx,.pdf,.png,.jpg,.jpeg',
  source: '.txt,.xlsx,.xls,.csv,.tsv,.docx,.pdf',
  draft: '.txt,.docx',
  template: '.docx,.dotx',
  paper: '.pdf,.docx,.jpg,.jpeg,.png,.xlsx,.zip',
  opinion: '.docx,.pdf,.txt',
  reviewed: '.docx',
  project: '.huihan',
};

/** A set of listeners whose `add` returns its unsubscribe. */
function makeListeners<Args extends unknown[]>() {
  const listeners = new Set<(...args: Args) => void>();
  return {
    add: (listener: (...args: Args) => void) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    tell: (...args: Args) => {
      for (const listener of listeners) listener(...args);
    },
    isEmpty: () => listeners.size === 0,
  };
}

/** The host of a window in a browser, over a socket to the program that served it. Messages sent before it is open wait for it. */
export function connectWebHost(): HostApi {
  const events = makeListeners<[EventName, unknown]>();
  const menu = makeListeners<[MenuCommand]>();
  const states = makeListeners<[CoreState]>();
  const openings = makeListeners<[ChosenFile]>();
  const earlyOpenings: ChosenFile[] = [];
  const calls = new Map<number, (answer: AnswerMessage) => void>();
  const questions = new Map<number, (value: unknown) => void>();
  const isMac = navigator.platform.startsWith('Mac');
  const socket = new WebSocket(`ws://${location.host}/socket`);
  const opened = new Promise<void>((resolve) => socket.addEventListener('open', () => resolve(), { once: true }));
  let lastId = 0;

  socket.addEventListener('message', ({ data }) => receive(fromWire(String(data)) as WebMessage));
  socket.addEventListener('close', () => {
    for (const [id, resolve] of calls) resolve({ kind: 'answer', id, ok: false, error: { code: 'core-stopped', data: {} } });
    calls.clear();
    states.tell({ state: 'stopped', reason: 'connection closed' });
  });
  addEventListener('keydown', (event) => {
    const command = event.defaultPrevented || event.isComposing ? null : findCommandForKey(event, isMac);
    if (command === null) return;
    event.preventDefault();
    menu.tell(command);
  });

  function receive(message: WebMessage) {
    switch (message.kind) {
      case 'answer':
        calls.get(message.id)?.(message.answer);
        calls.delete(message.id);
        return;
      case 'hostAnswer':
        questions.get(message.id)?.(message.value);
        questions.delete(message.id);
        return;
      case 'event':
        events.tell(message.name, message.payload);
        return;
      case 'coreState':
        states.tell(message.state);
        return;
      case 'openRequest':
        if (openings.isEmpty()) earlyOpenings.push(message.file);
        else openings.tell(message.file);
    }
  }

  function post(request: WebRequest) {
    void opened.then(() => socket.send(toWire(request)));
  }

  function ask<Question extends HostQuestion>(question: Question, argument: unknown): Promise<HostAnswers[Question]> {
    return new Promise((resolve) => {
      const id = ++lastId;
      questions.set(id, (value) => resolve(value as HostAnswers[Question]));
      post({ kind: 'host', id, question, argument });
    });
  }

  return {
    kind: 'web',
    platform: isMac ? 'darwin' : 'browser',
    call: (method, params) =>
      new Promise((resolve) => {
        const id = ++lastId;
        if (socket.readyState > WebSocket.OPEN) {
          resolve({ kind: 'answer', id, ok: false, error: { code: 'core-stopped', data: {} } });
          return;
        }
        calls.set(id, resolve);
        post({ kind: 'call', id, call: { method, params } as Extract<WebRequest, { kind: 'call' }>['call'] });
      }),
    onEvent: events.add,
    onMenu: menu.add,
    onCoreState: states.add,
    onOpenRequest: (listener) => {
      const remove = openings.add(listener);
      for (const file of earlyOpenings.splice(0)) listener(file);
      return remove;
    },
    onClosing: (write) => {
      const handle = () => void write();
      addEventListener('pagehide', handle);
      return () => removeEventListener('pagehide', handle);
    },
    pickFiles: async (purpose) => uploadFiles(await chooseFiles(ACCEPTED[purpose], purpose === 'source')),
    registerDroppedFiles: uploadFiles,
    pickSaveTarget: (purpose, suggestedName) => ask('pickSaveTarget', { purpose, suggestedName }),
    // A browser prints pages of its own only; the desktop program prints documents.
    printPdf: async () => ({ ok: false, error: { code: 'pdf-needs-desktop', data: {} } }),
    revealFile: async (token) => downloadFile(token),
    listRecent: () => ask('listRecent', null),
    getLanguage: () => ask('getLanguage', null),
    setLanguage: async (language) => {
      await ask('setLanguage', language);
    },
    setWindowState: async ({ title }) => {
      document.title = title;
    },
  };
}

/** Opens the browser's own dialog; empty when it was cancelled. */
function chooseFiles(accept: string, multiple: boolean): Promise<File[]> {
  return new Promise((resolve) => {
    const input = document.createElement('input');
    input.type = 'file';
    input.accept = accept;
    input.multiple = multiple;
    input.addEventListener('change', () => resolve([...(input.files ?? [])]));
    input.addEventListener('cancel', () => resolve([]));
    input.click();
  });
}

async function uploadFiles(files: readonly DroppedFile[]): Promise<ChosenFile[]> {
  const chosen: ChosenFile[] = [];
  for (const file of files) {
    const response = await fetch(`/upload?name=${encodeURIComponent(file.name)}`, { method: 'POST', body: file as File });
    if (!response.ok) throw new Error(`“${file.name}” was not taken in (${response.status})`);
    chosen.push((await response.json()) as ChosenFile);
  }
  return chosen;
}

function downloadFile(token: string): void {
  const link = document.createElement('a');
  link.href = `/download?token=${encodeURIComponent(token)}`;
  link.download = '';
  link.click();
}
