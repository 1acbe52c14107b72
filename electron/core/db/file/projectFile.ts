import { closeSync, existsSync, mkdirSync, openSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { newId } from '../../../../shared/domain/ids';
import { AppError } from '../../../../shared/ipc/errors';
import { assert } from '../../../../shared/util/assert';
import { type Connection, connect, explainWriteError } from '../connection';
import type { ReadableDb, WritableDb } from '../handles';
import { migrate } from '../migrations/migrate';
import { LATEST_VERSION } from '../migrations/migrations';
import { sql } from '../sql';
import { findNewestBackup, keepBackup } from './backups';
import { checkHeader, openForReading } from './inspectProjectFile';
import { type OwnerLock, takeOwnerLock } from './ownerLock';
import { publish, writeWholeCopy } from './publish';
import {
  keyOf,
  openWorkingCopy,
  type ProjectFolders,
  readPublication,
  removeDatabase,
  type WorkingCopy,
  workingPathOf,
} from './workingCopy';

/** An open project: the published `.huihan`, and unless it is read-only a local working copy that everything is written to. */
export type ProjectFile = {
  readonly path: string;
  readonly fileName: string;
  readonly readOnly: boolean;
  /** Changes of a session that ended badly were brought back. */
  readonly recovered: boolean;
  /** Where changes of an earlier session were put that do not descend from this file; null when there were none. */
  readonly setAside: string | null;
  readonly db: ReadableDb;
  /** One transaction on the working copy. Throws project-read-only or disk-full; then nothing is changed. */
  write<T>(work: (db: WritableDb) => T): T;
  /** Changes not yet in the published file. */
  hasUnpublished(): boolean;
  /** When the file was last published (ISO), null when that is not known. */
  getSavedAt(): string | null;
  /** Publishes the whole file when it lacks changes. Returns the time it was saved. */
  save(): string;
  /** Publishes what is missing, removes the working copy and gives the lock back. When publishing fails the project stays open. */
  close(): void;
  /** Every page and index checked: "ok", or what is wrong. */
  checkIntegrity(): string;
  /** Gives up without publishing: the working copy stays and is recovered by the next opening. */
  abandon(): void;
};

/** Makes a project: `fill` writes its first rows. Refuses an existing file; leaves nothing behind when it fails. */
export function createProjectFile(target: string, folders: ProjectFolders, fill: (db: WritableDb) => void): ProjectFile {
  const path = resolve(target);
  const fileName = basename(path);
  if (existsSync(path)) throw new AppError('project-exists', { file: fileName });
  const lock = takeOwnerLock(path, folders.actor);
  const working = workingPathOf(folders, path);
  let connection: Connection | null = null;
  try {
    mkdirSync(dirname(working), { recursive: true });
    removeDatabase(working);
    connection = connect(working, 'write');
    migrate(connection);
    connection.transact((db) => {
      db.run(sql`INSERT INTO publication (only, generation, publishedId) VALUES (1, 1, ${newId()})`);
      fill(db);
    });
    publish(connection, path);
    return makeWritable({ path, folders, lock, working, connection, recovered: false, setAside: null, publishedGeneration: 1 });
  } catch (error) {
    connection?.close();
    removeDatabase(working);
    lock.release();
    throw explainWriteError(error, fileName);
  }
}

/**
 * Opens a project. 'write' takes the owner lock and works on a local copy, bringing back what a crash left unpublished; a file or folder that cannot be
 * written is opened for reading. 'read' reads the file itself: no lock, no copy. Throws the file's own error codes.
 */
export function openProjectFile(target: string, mode: 'read' | 'write', folders: ProjectFolders): ProjectFile {
  const fileName = basename(target);
  const path = toRealPath(target);
  const backup = findNewestBackup(folders.stateFolder, keyOf(path));
  const { userVersion } = checkHeader(path, backup);
  const lock = mode === 'write' && canBeWritten(path) ? tryOwnerLock(path, folders.actor) : null;
  if (!lock) {
    const connection = openForReading(path, backup);
    return userVersion === LATEST_VERSION ? makeReadOnly(path, connection) : readEarlierVersion(path, connection, folders);
  }
  try {
    return makeWritable({ path, folders, lock, ...openWorkingCopy(path, folders, backup) });
  } catch (error) {
    lock.release();
    throw explainWriteError(error, fileName);
  }
}

/** Whether two paths name one file, links followed. */
export function isSameFile(first: string, second: string): boolean {
  return toRealPath(first) === toRealPath(second);
}

function toRealPath(path: string): string {
  return existsSync(path) ? realpathSync(path) : resolve(path);
}

/** Writes the project to another path, replacing what the user chose to replace; the caller then opens it there. */
export function saveProjectAs(project: ProjectFile, target: string, actor: string): void {
  const path = toRealPath(target);
  const lock = takeOwnerLock(path, actor);
  try {
    writeWholeCopy(getConnection(project), path);
  } finally {
    lock.release();
  }
}

/** Asked by trying: what the system's permission bits say is not the whole truth on Windows and on shares. */
function canBeWritten(path: string): boolean {
  try {
    closeSync(openSync(path, 'r+'));
    return true;
  } catch (error) {
    if (['EACCES', 'EROFS', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) return false;
    throw error;
  }
}

/** Null when the folder cannot be written: then nothing could be published there either. */
function tryOwnerLock(path: string, owner: string): OwnerLock | null {
  try {
    return takeOwnerLock(path, owner);
  } catch (error) {
    if (error instanceof AppError && error.code === 'write-refused') return null;
    throw error;
  }
}

const connections = new WeakMap<ProjectFile, Connection>();

function getConnection(project: ProjectFile): Connection {
  const connection = connections.get(project);
  assert(connection, 'an open project has a connection');
  return connection;
}

/** Gives a project that stands in front of another one the other's connection. */
export function adoptConnection(project: ProjectFile, behind: ProjectFile): void {
  connections.set(project, getConnection(behind));
}

/** A file of an earlier version is read through a migrated copy that goes when it is closed; the file itself stays as it is. */
function readEarlierVersion(path: string, published: Connection, folders: ProjectFolders): ProjectFile {
  const scratch = join(folders.stateFolder, 'working', `${keyOf(path)}-${newId()}.db`);
  mkdirSync(dirname(scratch), { recursive: true });
  published.copyInto(scratch);
  published.close();
  const connection = connect(scratch, 'write');
  migrate(connection);
  const close = () => {
    connection.close();
    removeDatabase(scratch);
  };
  const project: ProjectFile = { ...makeReadOnly(path, connection), close, abandon: close };
  connections.set(project, connection);
  return project;
}

function makeReadOnly(path: string, connection: Connection): ProjectFile {
  const fileName = basename(path);
  const project: ProjectFile = {
    path,
    fileName,
    readOnly: true,
    recovered: false,
    setAside: null,
    db: connection.db,
    write: () => {
      throw new AppError('project-read-only', { file: fileName });
    },
    hasUnpublished: () => false,
    getSavedAt: () => readPublication(connection.db).publishedAt,
    save: () => {
      throw new AppError('project-read-only', { file: fileName });
    },
    close: () => connection.close(),
    checkIntegrity: () => String(connection.pragma('integrity_check(1)')),
    abandon: () => connection.close(),
  };
  connections.set(project, connection);
  return project;
}

type WritableParts = WorkingCopy & { path: string; folders: ProjectFolders; lock: OwnerLock };

/** Tells a file from what was written in its place; null when there is none. */
function stampOf(path: string): string | null {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats ? `${stats.mtimeMs} ${stats.size}` : null;
}

function makeWritable(parts: WritableParts): ProjectFile {
  const { path, folders, lock, working, connection, recovered, setAside } = parts;
  const fileName = basename(path);
  let { publishedGeneration } = parts;
  let stamp = stampOf(path);
  const hasUnpublished = () => readPublication(connection.db).generation > publishedGeneration;
  const save = () => {
    const { generation, publishedAt } = readPublication(connection.db);
    if (generation === publishedGeneration && publishedAt && existsSync(path)) return publishedAt;
    // Whoever replaced the file behind our lock (a synchronised folder, a copy by hand) finds it among the backups.
    if (stampOf(path) !== stamp && existsSync(path)) keepBackup(folders.stateFolder, keyOf(path), path, true);
    const savedAt = publish(connection, path);
    publishedGeneration = generation;
    stamp = stampOf(path);
    return savedAt;
  };
  const project: ProjectFile = {
    path,
    fileName,
    readOnly: false,
    recovered,
    setAside,
    db: connection.db,
    write: (work) => {
      try {
        return connection.transact((db) => {
          const result = work(db);
          db.run(sql`UPDATE publication SET generation = generation + 1`);
          return result;
        });
      } catch (error) {
        throw explainWriteError(error, fileName);
      }
    },
    hasUnpublished,
    getSavedAt: () => readPublication(connection.db).publishedAt,
    save,
    close: () => {
      if (hasUnpublished() || !existsSync(path)) save();
      connection.close();
      removeDatabase(working);
      lock.release();
    },
    checkIntegrity: () => String(connection.pragma('integrity_check(1)')),
    abandon: () => {
      connection.close();
      lock.release();
    },
  };
  connections.set(project, connection);
  return project;
}
