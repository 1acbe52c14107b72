import { basename } from 'node:path';
import { newId } from '../../shared/domain/ids';
import type { EventMessage, EventName, Events } from '../../shared/ipc/contract';
import type { CoreSettings } from '../../shared/ipc/coreMessages';
import { AppError } from '../../shared/ipc/errors';
import type { ProjectFile } from './db/file/projectFile';
import type { FileReaders } from './import/fileReaders';
import { type JobRunner, startJobRunner } from './jobs/jobRunner';
import { type Log, openLog } from './log';
import { toErrorValue } from './rpc/toErrorValue';
import type { FileViewer } from './view/viewRequests';
import { message } from '../../shared/domain/message';

/** How long after the last change the project is published. */
const PUBLISH_PAUSE_MS = 3_000;

/** A file the host named: the window knows its token alone. */
export type NamedFile = { path: string; name: string };

/** What lives as long as core does: settings, files by token, jobs, and the one open project. */
export type Session = {
  readonly settings: CoreSettings;
  readonly log: Log;
  readonly jobs: JobRunner;
  readonly readers: FileReaders;
  readonly viewer: FileViewer;
  emit<Name extends EventName>(name: Name, payload: Events[Name]): void;
  onEvent(listener: (event: EventMessage) => void): () => void;
  registerFile(path: string, name?: string, token?: string): string;
  /** Throws not-found for a token never given. */
  getFile(token: string): NamedFile;
  findProject(): ProjectFile | null;
  /** Throws project-not-open. */
  getProject(): ProjectFile;
  /** As `getProject`, for work that will change it: throws project-read-only as well. */
  getWritableProject(): ProjectFile;
  /** Makes a project the open one; the former must have been closed. */
  setProject(project: ProjectFile | null): void;
  /** Tells every window what to read again, and publishes soon. */
  tellChanged(changed: Events['project:changed']): void;
  /** Publishes after a pause without further changes; what is in memory alone, that long after the first change. */
  publishSoon(): void;
  /** Publishes now what is not published. Returns when the file was saved. */
  publishNow(): string;
  /** Cancels jobs, publishes and closes the open project. */
  closeProject(): Promise<void>;
};

/** Starts a session without a project. */
export function startSession(settings: CoreSettings, readers: FileReaders, viewer: FileViewer): Session {
  const log = openLog(settings.logFile);
  const listeners = new Set<(event: EventMessage) => void>();
  const files = new Map<string, NamedFile>();
  let project: ProjectFile | null = null;
  let timer: NodeJS.Timeout | null = null;

  const emit: Session['emit'] = (name, payload) => {
    for (const listener of listeners) listener({ kind: 'event', name, payload });
  };
  const stopTimer = () => {
    if (timer) clearTimeout(timer);
    timer = null;
  };
  const session: Session = {
    settings: { ...settings },
    log,
    jobs: startJobRunner(emit, (error) => toErrorValue(error, log)),
    readers,
    viewer,
    emit,
    onEvent: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    registerFile: (path, name = basename(path), token = newId<'token'>()) => {
      files.set(token, { path, name });
      return token;
    },
    getFile: (token) => {
      const file = files.get(token);
      if (!file) throw new AppError('not-found', { what: message('what.file'), id: token });
      return file;
    },
    findProject: () => project,
    getProject: () => {
      if (!project) throw new AppError('project-not-open');
      return project;
    },
    getWritableProject: () => {
      const open = session.getProject();
      if (open.readOnly) throw new AppError('project-read-only', { file: open.fileName });
      return open;
    },
    setProject: (opened) => {
      stopTimer();
      project = opened;
    },
    tellChanged: (changed) => {
      emit('project:changed', changed);
      session.publishSoon();
    },
    publishSoon: () => {
      if (timer && project?.seal) return;
      stopTimer();
      timer = setTimeout(() => {
        timer = null;
        try {
          session.publishNow();
        } catch (error) {
          emit('project:saveFailed', { error: toErrorValue(error, log) });
        }
      }, PUBLISH_PAUSE_MS);
      timer.unref();
    },
    publishNow: () => {
      stopTimer();
      const savedAt = session.getProject().save();
      emit('project:saved', { savedAt });
      return savedAt;
    },
    closeProject: async () => {
      await session.jobs.cancelAll();
      await viewer.close();
      stopTimer();
      project?.close();
      project = null;
    },
  };
  return session;
}
