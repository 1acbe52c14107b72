import { createHash } from 'node:crypto';
import { closeSync, copyFileSync, existsSync, mkdirSync, openSync, realpathSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { newId } from '../../../../shared/domain/ids';
import { AppError } from '../../../../shared/ipc/errors';
import { assert } from '../../../../shared/util/assert';
import { type Connection, connect, explainWriteError, getSqliteCode } from '../connection';
import type { ReadableDb, WritableDb } from '../handles';
import { migrate } from '../migrations/migrate';
import { LATEST_VERSION } from '../migrations/migrations';
import { sql } from '../sql';
import { findNewestBackup, keepBackup } from './backups';
import { checkContent, checkHeader, openForReading } from './inspectProjectFile';
import { type OwnerLock, takeOwnerLock } from './ownerLock';
import { publish, removeUnfinishedPublication, writeWholeCopy } from './publish';

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

export type ProjectFolders = { stateFolder: string; actor: string };

type Publication = { generation: number; publishedId: string; pendingId: string | null; publishedAt: string | null };

/** Identifies a project file on this machine, for its working copy and backups. */
function keyOf(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 24);
}

function readPublication(db: ReadableDb): Publication {
  const row = db.get<Publication>(sql`SELECT generation, publishedId, pendingId, publishedAt FROM publication`);
  assert(row, 'a project has its publication row');
  return row;
}

function workingPathOf(folders: ProjectFolders, path: string): string {
  return join(folders.stateFolder, 'working', `${keyOf(path)}.db`);
}

function removeDatabase(path: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(path + suffix, { force: true });
}

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
    return makeWritable({ path, working, connection, lock, recovered: false, setAside: null, publishedGeneration: 1 });
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
    return openWorkingCopy(path, folders, lock, backup);
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

function openWorkingCopy(path: string, folders: ProjectFolders, lock: OwnerLock, backup: string | null): ProjectFile {
  const fileName = basename(path);
  const key = keyOf(path);
  const working = workingPathOf(folders, path);
  removeUnfinishedPublication(path);
  const reading = openForReading(path, backup);
  const published = readPublication(reading.db);
  const isEarlier = Number(reading.pragma('user_version')) < LATEST_VERSION;
  reading.close();

  const { publishedGeneration, left, setAside } = takeLeftWorkingCopy(working, published, folders, key);
  if (left) return makeWritable({ path, working, connection: left, lock, recovered: true, setAside: null, publishedGeneration });

  mkdirSync(dirname(working), { recursive: true });
  removeDatabase(working);
  keepBackup(folders.stateFolder, key, path, isEarlier);
  copyFileSync(path, working);
  const connection = connect(working, 'write');
  try {
    migrate(connection);
    checkContent(connection, fileName, backup);
  } catch (error) {
    connection.close();
    removeDatabase(working);
    throw error;
  }
  return makeWritable({ path, working, connection, lock, recovered: false, setAside, publishedGeneration });
}

/**
 * A working copy found at opening was left by a crash. It is used when it descends from the published file and is newer; when the published file was
 * changed elsewhere meanwhile, or the copy is damaged, it is set aside. `left` null: the published file is to be used.
 */
function takeLeftWorkingCopy(
  working: string,
  published: Publication,
  folders: ProjectFolders,
  key: string,
): { publishedGeneration: number; left: Connection | null; setAside: string | null } {
  const publishedGeneration = published.generation;
  const usePublished = (setAside: string | null) => ({ publishedGeneration, left: null, setAside });
  if (!existsSync(working)) return usePublished(null);
  const publishedAs = published.pendingId ?? published.publishedId;
  let connection: Connection | null = null;
  try {
    connection = connect(working, 'write');
    checkContent(connection, basename(working), null);
    const left = readPublication(connection.db);
    const descends = left.publishedId === publishedAs || left.pendingId === publishedAs;
    if (descends && left.generation > published.generation) {
      migrate(connection);
      return { publishedGeneration, left: connection, setAside: null };
    }
    const setAside = descends ? null : nameSetAside(folders, key, '.huihan');
    if (setAside !== null) connection.copyInto(setAside);
    connection.close();
    return usePublished(setAside);
  } catch (error) {
    connection?.close();
    if (!(error instanceof AppError) && getSqliteCode(error) === null) throw error;
    const setAside = nameSetAside(folders, key, '.damaged');
    renameSync(working, setAside);
    if (existsSync(`${working}-wal`)) renameSync(`${working}-wal`, `${setAside}-wal`);
    return usePublished(setAside);
  }
}

function nameSetAside(folders: ProjectFolders, key: string, extension: string): string {
  const folder = join(folders.stateFolder, 'set-aside', key);
  mkdirSync(folder, { recursive: true });
  return join(folder, `${new Date().toISOString().replace(/[:.]/g, '-')}${extension}`);
}

const connections = new WeakMap<ProjectFile, Connection>();

function getConnection(project: ProjectFile): Connection {
  const connection = connections.get(project);
  assert(connection, 'an open project has a connection');
  return connection;
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

type WritableParts = {
  path: string;
  working: string;
  connection: Connection;
  lock: OwnerLock;
  recovered: boolean;
  setAside: string | null;
  publishedGeneration: number;
};

function makeWritable({ path, working, connection, lock, recovered, setAside, publishedGeneration }: WritableParts): ProjectFile {
  const fileName = basename(path);
  const hasUnpublished = () => readPublication(connection.db).generation > publishedGeneration;
  const save = () => {
    const { generation, publishedAt } = readPublication(connection.db);
    if (generation === publishedGeneration && publishedAt && existsSync(path)) return publishedAt;
    const savedAt = publish(connection, path);
    publishedGeneration = generation;
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
