import { existsSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import { AppError } from '../../../../shared/ipc/errors';
import { type Connection, explainWriteError, getSqliteCode } from '../connection';
import type { ReadableDb, WritableDb } from '../handles';
import { sql } from '../sql';
import { keepBackup } from './backups';
import type { OwnerLock } from './ownerLock';
import { publish, writeWholeProject } from './publish';
import type { Seal } from './sealedFile';
import { keyOf, type ProjectFolders, readPublication } from './workingCopy';

/** An open project: the published `.huihan`, and unless it is read-only a working copy (on disk, or in memory alone) that everything is written to. */
export type ProjectFile = {
  readonly path: string;
  readonly fileName: string;
  readonly readOnly: boolean;
  /** Changes of a session that ended badly were brought back. */
  readonly recovered: boolean;
  /** Where changes of an earlier session were put that do not descend from this file; null when there were none. */
  readonly setAside: string | null;
  /** The key of a project under a password, in memory alone; null for one without. */
  readonly seal: Seal | null;
  readonly db: ReadableDb;
  /** One transaction on the working copy. Throws project-read-only, disk-full or sealed-full; then nothing is changed. */
  write<T>(work: (db: WritableDb) => T): T;
  /** Changes not yet in the published file. */
  hasUnpublished(): boolean;
  /** When the file was last published (ISO), null when that is not known. */
  getSavedAt(): string | null;
  /** Publishes the whole file when it lacks changes. Returns the time it was saved. */
  save(): string;
  /** Writes the whole project to another path, under the same password where it has one. */
  writeTo(target: string): void;
  /** Publishes what is missing, removes the working copy and gives the lock back. When publishing fails the project stays open. */
  close(): void;
  /** Every page and index checked: "ok", or what is wrong. */
  checkIntegrity(): string;
  /** Gives up without publishing: what is not published is kept for the next opening. */
  abandon(): void;
};

/** A project opened for reading; `release` takes away what was made for it. */
export function makeReadOnly(path: string, connection: Connection, seal: Seal | null, release = () => {}): ProjectFile {
  const fileName = basename(path);
  const refuse = () => {
    throw new AppError('project-read-only', { file: fileName });
  };
  const close = () => {
    connection.close();
    release();
  };
  return {
    path,
    fileName,
    readOnly: true,
    recovered: false,
    setAside: null,
    seal,
    db: connection.db,
    write: refuse,
    hasUnpublished: () => false,
    getSavedAt: () => readPublication(connection.db).publishedAt,
    save: refuse,
    writeTo: (target) => writeWholeProject(connection, seal, target),
    close,
    checkIntegrity: () => String(connection.pragma('integrity_check(1)')),
    abandon: close,
  };
}

/** What was found at opening, and what becomes of changes that are not published. */
export type WritableParts = {
  path: string;
  folders: ProjectFolders;
  lock: OwnerLock;
  connection: Connection;
  seal: Seal | null;
  recovered: boolean;
  setAside: string | null;
  publishedGeneration: number;
  /** Keeps them for the next opening, as they cannot be published now. */
  keepUnpublished(): void;
  /** The file holds everything: what was kept is out of date. */
  dropKept(): void;
  /** Takes the working copy away; the connection is closed. */
  removeWorking(): void;
};

/** A project opened for writing, whose lock is held. */
export function makeWritable(parts: WritableParts): ProjectFile {
  const { path, folders, lock, connection, seal, recovered, setAside } = parts;
  const fileName = basename(path);
  let { publishedGeneration } = parts;
  let stamp = stampOf(path);
  const hasUnpublished = () => readPublication(connection.db).generation > publishedGeneration;
  const save = () => {
    const { generation, publishedAt } = readPublication(connection.db);
    if (generation === publishedGeneration && publishedAt && existsSync(path)) return publishedAt;
    try {
      // Whoever replaced the file behind our lock (a synchronised folder, a copy by hand) finds it among the backups.
      if (stampOf(path) !== stamp && existsSync(path)) keepBackup(folders.stateFolder, keyOf(path), path, true);
      const savedAt = publish(connection, seal, path);
      publishedGeneration = generation;
      stamp = stampOf(path);
      parts.dropKept();
      return savedAt;
    } catch (error) {
      parts.keepUnpublished();
      throw error;
    }
  };
  return {
    path,
    fileName,
    readOnly: false,
    recovered,
    setAside,
    seal,
    db: connection.db,
    write: (work) => {
      try {
        return connection.transact((db) => {
          const result = work(db);
          db.run(sql`UPDATE publication SET generation = generation + 1`);
          return result;
        });
      } catch (error) {
        if (seal && getSqliteCode(error) === 'SQLITE_FULL') throw new AppError('sealed-full', { file: fileName }, { cause: error });
        throw explainWriteError(error, fileName);
      }
    },
    hasUnpublished,
    getSavedAt: () => readPublication(connection.db).publishedAt,
    save,
    writeTo: (target) => writeWholeProject(connection, seal, target),
    close: () => {
      if (hasUnpublished() || !existsSync(path)) save();
      connection.close();
      parts.removeWorking();
      lock.release();
    },
    checkIntegrity: () => String(connection.pragma('integrity_check(1)')),
    abandon: () => {
      try {
        if (hasUnpublished()) parts.keepUnpublished();
      } finally {
        connection.close();
        lock.release();
      }
    },
  };
}

/** Tells a file from what was written in its place; null when there is none. */
function stampOf(path: string): string | null {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats ? `${stats.mtimeMs} ${stats.size}` : null;
}
