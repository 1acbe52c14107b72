import type { Language } from '../../shared/catalogue/defineWords';
import type { AnswerMessage, EventMessage, Method, Params, RequestMessage, Result } from '../../shared/ipc/contract';
import type { JobResult } from '../../shared/ipc/results';
import type { CoreSettings } from '../../shared/ipc/coreMessages';
import type { JobId } from '../../shared/domain/ids';
import type { ProjectOverview } from '../../shared/domain/project';
import type { ProjectSnapshot } from '../../shared/domain/snapshot';
import { readSnapshot } from './db/queries/snapshot';
import { openAndShow } from './handlers/openingProjects';
import { lookForCalendarIn } from './ownCalendar';
import { type FileReaders, READERS_HERE } from './import/fileReaders';
import { dispatch, runsBeside } from './rpc/dispatch';
import { toErrorValue } from './rpc/toErrorValue';
import { startSession } from './session';
import { viewHere } from './view/viewHere';
import type { FileViewer } from './view/viewRequests';

/** Core in one process: the only owner of projects and file formats, for the core process, the terminal and tests. */
export type Core = {
  /** Validates and runs one call of the contract. Rejects with AppError for what a user can act on. */
  call<M extends Method>(method: M, params: Params<M>): Promise<Result<M>>;
  /** Starts long work by `call` and waits for its result, which otherwise arrives as an event. */
  callJob<M extends keyof JobResult>(method: M, params: Params<M>): Promise<JobResult[M]>;
  /** Answers a request of the wire; never rejects: an error becomes data here, and what is internal is logged. */
  handle(request: RequestMessage): Promise<AnswerMessage>;
  onEvent(listener: (event: EventMessage) => void): () => void;
  /** Makes a file known and returns its token. `token` is given when the host chose it. */
  registerFile(path: string, name?: string, token?: string): string;
  /** The language of what core says from now on: labels of the log, steps of long work. Windows read again what it has said. */
  setLanguage(language: Language): void;
  /** Opens a project by path: 'read' reads the file itself, without lock or copy; 'write' works on a copy and publishes on close. */
  openProject(path: string, mode: 'read' | 'write', password?: string | null): Promise<ProjectOverview>;
  /** Everything checks and documents are made from. Throws project-not-open. */
  readSnapshot(): ProjectSnapshot;
  /** Checks every page and index of the open project thoroughly: "ok", or what is wrong. */
  checkIntegrity(): string;
  /** Cancels long work, publishes and closes. Rejects when publishing fails; then the working copy stays and is recovered by the next opening. */
  close(): Promise<void>;
  /** As `close`, for a process that ends whatever happens: a failure is logged. */
  shutDown(): Promise<void>;
};

/**
 * Starts core without a project. Nothing is written before a project is opened. Received files are read by `readers` and looked into by `viewer`, on this
 * thread unless told otherwise.
 */
export function createCore(settings: CoreSettings, readers: FileReaders = READERS_HERE, viewer: FileViewer = viewHere()): Core {
  lookForCalendarIn(settings.stateFolder);
  const session = startSession(settings, readers, viewer);
  // Calls run one after another in the order they came: what follows an opening finds the project open. Long work runs beside them as jobs.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const result = last.then(work, work);
    last = result;
    return result;
  };
  const call = async <M extends Method>(method: M, params: Params<M>): Promise<Result<M>> => {
    const begun = await inTurn(async () => {
      const answer = dispatch(session, method, params);
      if (!runsBeside(method)) await answer;
      return { answer };
    });
    return begun.answer;
  };
  const close = () =>
    inTurn(async () => {
      try {
        await session.closeProject();
      } catch (error) {
        session.findProject()?.abandon();
        session.setProject(null);
        throw error;
      }
    });
  return {
    call,
    callJob: async (method, params) => {
      const { jobId } = (await call(method, params)) as { jobId: JobId };
      return (await session.jobs.finish(jobId)) as JobResult[typeof method];
    },
    handle: async ({ id, method, params }) => {
      try {
        return { kind: 'answer', id, ok: true, value: await call(method as Method, params as Params<Method>) };
      } catch (error) {
        return { kind: 'answer', id, ok: false, error: toErrorValue(error, session.log) };
      }
    },
    onEvent: (listener) => session.onEvent(listener),
    registerFile: (path, name, token) => session.registerFile(path, name, token),
    setLanguage: (language) => {
      session.settings.language = language;
    },
    openProject: (path, mode, password = null) => inTurn(() => openAndShow(session, path, mode, password)),
    readSnapshot: () => readSnapshot(session.getProject().db),
    checkIntegrity: () => session.getProject().checkIntegrity(),
    close,
    shutDown: async () => {
      try {
        await close();
      } catch (error) {
        toErrorValue(error, session.log);
      }
    },
  };
}
