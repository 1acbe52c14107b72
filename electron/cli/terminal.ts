import { mkdirSync } from 'node:fs';
import { homedir, userInfo } from 'node:os';
import { join, resolve } from 'node:path';
import type { Language } from '../../shared/catalogue/defineWords';
import type { ProjectOverview } from '../../shared/domain/project';
import type { Method, Params, Result } from '../../shared/ipc/contract';
import type { JobResult } from '../../shared/ipc/results';
import type { CoreSettings } from '../../shared/ipc/coreMessages';
import type { Core } from '../core/createCore';

/** Core in this process, as commands use it. */
export type Terminal = {
  /** Asks core; throws AppError. */
  call<M extends Method>(method: M, params: Params<M>): Promise<Result<M>>;
  /** Starts long work and waits for its result; throws AppError. */
  runJob<M extends keyof JobResult>(method: M, params: Params<M>): Promise<JobResult[M]>;
  /** Token of a file named on the command line. */
  file(path: string): Promise<string>;
  open(path: string, mode: 'read' | 'write'): Promise<ProjectOverview>;
  /** The database's own word on the open project: 'ok' or what is wrong. */
  checkIntegrity(): Promise<string>;
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

/**
 * Starts core only when a command first needs it. `stateFolder` null means the desktop program's own, `programFolder` holds the built scripts, and
 * `password` opens a project under one.
 */
export function createTerminal(
  language: Language,
  stateFolder: string | null,
  programFolder: string,
  password: string | null = null,
): Terminal {
  let starting: Promise<Core> | null = null;

  async function start(): Promise<Core> {
    const { createCore } = await import('../core/createCore');
    const { readOnThread } = await import('../core/import/thread/readOnThread');
    const folder = stateFolder === null ? getStateFolder() : resolve(stateFolder);
    mkdirSync(folder, { recursive: true });
    const settings: CoreSettings = {
      stateFolder: folder,
      projectsFolder: process.cwd(),
      assetsFolder: resolve(programFolder, '../../assets'),
      actor: userInfo().username,
      language,
      logFile: null,
    };
    return createCore(settings, readOnThread(join(programFolder, 'reader.js')));
  }

  function core(): Promise<Core> {
    starting ??= start();
    return starting;
  }

  return {
    call: async (method, params) => (await core()).call(method, params),
    runJob: async (method, params) => (await core()).callJob(method, params),
    file: async (path) => (await core()).registerFile(resolve(path)),
    open: async (path, mode) => (await core()).openProject(resolve(path), mode, password),
    checkIntegrity: async () => (await core()).checkIntegrity(),
    close: async () => {
      if (starting) await (await starting).close();
    },
  };
}
