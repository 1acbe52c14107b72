import { mkdirSync } from 'node:fs';
import { homedir, userInfo } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import type { Language } from '../../shared/catalogue/defineWords';
import type { Events, JobResult, Method, Params, Result } from '../../shared/ipc/contract';
import type { CoreSettings } from '../../shared/ipc/coreMessages';
import { AppError } from '../../shared/ipc/errors';
import type { Core } from '../core/createCore';

/** Core in this process, as commands use it. */
export type Terminal = {
  /** Asks core; throws AppError. */
  call<M extends Method>(method: M, params: Params<M>): Promise<Result<M>>;
  /** Starts long work and waits for its result; throws AppError. */
  runJob<M extends keyof JobResult>(method: M, params: Params<M>): Promise<JobResult[M]>;
  /** Token of a file named on the command line. */
  file(path: string): Promise<string>;
  open(path: string, mode: 'read' | 'write'): Promise<Core>;
  core(): Promise<Core>;
  /** Publishes and closes what is open. */
  close(): Promise<void>;
};

/** Where working copies and locks live: the desktop program's own folder, so that both see what the other left. */
function getStateFolder(): string {
  switch (process.platform) {
    case 'win32':
      return join(process.env['APPDATA'] ?? join(homedir(), 'AppData', 'Roaming'), 'huihan');
    case 'darwin':
      return join(homedir(), 'Library', 'Application Support', 'huihan');
    default:
      return join(process.env['XDG_CONFIG_HOME'] ?? join(homedir(), '.config'), 'huihan');
  }
}

/** Starts core only when a command first needs it. `stateFolder` null means the desktop program's own. */
export function createTerminal(language: Language, stateFolder: string | null, assetsFolder: string): Terminal {
  let starting: Promise<Core> | null = null;
  let lastId = 0;

  async function start(): Promise<Core> {
    const { createCore } = await import('../core/createCore');
    const folder = stateFolder === null ? getStateFolder() : resolve(stateFolder);
    mkdirSync(folder, { recursive: true });
    const settings: CoreSettings = {
      stateFolder: folder,
      projectsFolder: process.cwd(),
      assetsFolder,
      actor: userInfo().username,
      language,
      logFile: null,
    };
    return createCore(settings);
  }

  function core(): Promise<Core> {
    starting ??= start();
    return starting;
  }

  async function call<M extends Method>(method: M, params: Params<M>): Promise<Result<M>> {
    const answer = await (await core()).handle({ kind: 'request', id: ++lastId, method, params });
    if (!answer.ok) throw new AppError(answer.error.code, answer.error.data);
    return answer.value as Result<M>;
  }

  async function runJob<M extends keyof JobResult>(method: M, params: Params<M>): Promise<JobResult[M]> {
    const ends = new Map<string, Events['job:done'] | Events['job:failed']>();
    let tellEnd: () => void = () => {};
    const stop = (await core()).onEvent(({ name, payload }) => {
      if (name !== 'job:done' && name !== 'job:failed') return;
      const end = payload as Events['job:done'] | Events['job:failed'];
      ends.set(end.jobId, end);
      tellEnd();
    });
    try {
      const { jobId } = await call(method, params);
      while (!ends.has(jobId)) await new Promise<void>((resolve) => (tellEnd = resolve));
      const end = ends.get(jobId);
      if (end && 'error' in end) throw new AppError(end.error.code, end.error.data);
      return end?.result as JobResult[M];
    } finally {
      stop();
    }
  }

  return {
    call,
    runJob,
    core,
    file: async (path) => (await core()).registerFile(resolve(path)),
    open: async (path, mode) => {
      const running = await core();
      await running.openProject(resolve(path), mode);
      return running;
    },
    close: async () => {
      if (starting) await (await starting).close();
    },
  };
}

/** Folder and name of a path for messages. */
export function splitPath(path: string): { folder: string; name: string } {
  return { folder: dirname(resolve(path)), name: basename(path) };
}
