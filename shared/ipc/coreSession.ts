import type { Language } from '../catalogue/defineWords';
import type { AnswerMessage, EventName, RequestMessage } from './contract';
import type { CoreSettings, FromCore, ToCore } from './coreMessages';
import type { CoreState } from './host';

/** A running core process, whichever way it was started. `onExit` is called once, with words for the log. */
export type CoreChild = {
  post(message: ToCore): void;
  onMessage(listener: (message: FromCore) => void): void;
  onExit(listener: (reason: string) => void): void;
};

export type CoreSessionOptions = {
  /** Starts a core process; may throw when that is impossible. */
  launch: () => CoreChild;
  settings: CoreSettings;
  /** A fresh secret for a file: 8 to 64 lower-case letters and digits. */
  newToken: () => string;
  onEvent: (name: EventName, payload: unknown) => void;
  onState: (state: CoreState) => void;
};

/** The host's side of core: relays calls, remembers files, brings core back after its death. */
export type CoreSession = {
  /** Never rejects: when core dies the answer is `core-stopped`. */
  call(method: string, params: unknown): Promise<AnswerMessage>;
  /** Gives a file of the user's choice a token that window and core share. */
  addFile(path: string, name: string): string;
  /** Path behind a token, null for a token never given. */
  getPath(token: string): string | null;
  /** The language core speaks from now on, after a restart too. */
  setLanguage(language: Language): void;
  /** Path of the open project file, null when none is open. */
  getProjectPath(): string | null;
  /** Resolves when core has published and closed everything, or has died trying. */
  shutdown(): Promise<'closed' | 'died'>;
};

type Waiting = { method: string; params: unknown; resolve: (answer: AnswerMessage) => void };

/** How the open project would be opened again: by the call that opened it. */
type Reopening = { method: string; params: unknown };

/** Starts core and keeps it alive: a core that dies is started again with its files and its open project; one that dies while starting is not, until the next call. */
export function startCoreSession({ launch, settings: firstSettings, newToken, onEvent, onState }: CoreSessionOptions): CoreSession {
  let settings = firstSettings;
  const files = new Map<string, { path: string; name: string }>();
  const waiting = new Map<number, Waiting>();
  let queue: RequestMessage[] = [];
  let lastId = 0;
  let core: CoreChild | null = null;
  let phase: 'starting' | 'reopening' | 'running' | 'stopped' = 'stopped';
  let reopening: Reopening | null = null;
  let deathReason: string | null = null;
  let closing: { resolve: (end: 'closed' | 'died') => void } | null = null;

  function start() {
    phase = 'starting';
    let child: CoreChild;
    try {
      child = launch();
    } catch (error) {
      stop(error instanceof Error ? error.message : String(error));
      return;
    }
    core = child;
    child.onMessage((message) => {
      if (core === child) receive(message);
    });
    child.onExit((reason) => {
      if (core === child) handleDeath(reason);
    });
    child.post({ kind: 'settings', settings });
    for (const [token, { path, name }] of files) child.post({ kind: 'file', token, path, name });
  }

  function receive(message: FromCore) {
    switch (message.kind) {
      case 'ready':
        if (deathReason !== null && reopening) {
          phase = 'reopening';
          post(reopening.method, reopening.params, finishRestart);
        } else finishRestart(null);
        return;
      case 'answer': {
        const request = waiting.get(message.id);
        waiting.delete(message.id);
        if (!request) return;
        rememberProject(request, message);
        request.resolve(message);
        return;
      }
      case 'event':
        onEvent(message.name, message.payload);
        return;
      case 'closed':
        closing?.resolve('closed');
    }
  }

  /** Called when core is ready and, after a death, has answered whether the project is open again. */
  function finishRestart(answer: AnswerMessage | null) {
    // Core died again over this very project: handleDeath has already said so.
    if (answer && !answer.ok && answer.error.code === 'core-stopped') return;
    phase = 'running';
    if (answer && !answer.ok) reopening = null;
    const reason = deathReason;
    deathReason = null;
    const held = queue;
    queue = [];
    for (const request of held) core?.post(request);
    if (reason !== null) onState({ state: 'restarted', reason });
  }

  function handleDeath(reason: string) {
    const diedInPhase = phase;
    core = null;
    if (closing) {
      closing.resolve('died');
      phase = 'stopped';
      answerAll();
      return;
    }
    if (diedInPhase !== 'running') {
      reopening = null;
      stop(reason);
      return;
    }
    answerAll();
    deathReason = reason;
    start();
  }

  function stop(reason: string) {
    phase = 'stopped';
    core = null;
    queue = [];
    deathReason = null;
    answerAll();
    onState({ state: 'stopped', reason });
  }

  function answerAll() {
    const held = [...waiting];
    waiting.clear();
    for (const [id, request] of held) request.resolve({ kind: 'answer', id, ok: false, error: { code: 'core-stopped', data: {} } });
  }

  function post(method: string, params: unknown, resolve: (answer: AnswerMessage) => void) {
    const request: RequestMessage = { kind: 'request', id: ++lastId, method, params };
    waiting.set(request.id, { method, params, resolve });
    if (phase === 'running' || (phase === 'reopening' && resolve === finishRestart)) core?.post(request);
    else queue.push(request);
    if (phase === 'stopped') start();
  }

  function addFile(path: string, name: string): string {
    const token = newToken();
    files.set(token, { path, name });
    core?.post({ kind: 'file', token, path, name });
    return token;
  }

  /** Keeps what would open the present project again; only core knows where a new one without a target went, so it is named by its folder. */
  function rememberProject(request: Waiting, answer: AnswerMessage) {
    if (!answer.ok) return;
    switch (request.method) {
      case 'project:open':
        reopening = { method: request.method, params: request.params };
        return;
      case 'project:new':
      case 'project:openSample':
      case 'project:saveAs': {
        const target = readString(request.params, 'target');
        const fileName = readString(answer.value, 'fileName');
        // What is saved elsewhere stays under the password it was opened with, which lives in memory alone.
        const password = request.method === 'project:saveAs' ? readString(reopening?.params, 'password') : null;
        const secret = password === null ? {} : { password };
        if (target !== null) reopening = { method: 'project:open', params: { file: target, ...secret } };
        else if (fileName !== null) {
          reopening = { method: 'project:open', params: { file: addFile(`${settings.projectsFolder}/${fileName}`, fileName) } };
        }
        return;
      }
      case 'project:close':
        reopening = null;
    }
  }

  start();
  return {
    call: (method, params) => new Promise((resolve) => post(method, params, resolve)),
    addFile,
    setLanguage: (language) => {
      settings = { ...settings, language };
      core?.post({ kind: 'language', language });
    },
    getPath: (token) => files.get(token)?.path ?? null,
    getProjectPath: () => files.get(readString(reopening?.params, 'file') ?? '')?.path ?? null,
    shutdown: () =>
      new Promise((resolve) => {
        if (!core) resolve('closed');
        else {
          closing = { resolve };
          core.post({ kind: 'shutdown' });
        }
      }),
  };
}

function readString(value: unknown, key: string): string | null {
  if (typeof value !== 'object' || value === null) return null;
  const held = (value as Record<string, unknown>)[key];
  return typeof held === 'string' ? held : null;
}
