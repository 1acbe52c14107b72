import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { AppError } from '../../../../shared/ipc/errors';
import { assert } from '../../../../shared/util/assert';
import { timestamp } from '../../timestamp';
import { type Connection, connect, getSqliteCode } from '../connection';
import type { ReadableDb } from '../handles';
import { migrate } from '../migrations/migrate';
import { LATEST_VERSION } from '../migrations/migrations';
import { sql } from '../sql';
import { keepBackup } from './backups';
import { checkContent, openForReading } from './inspectProjectFile';
import { removeUnfinishedPublication } from './publish';

/** Where working copies, backups and what was set aside live, and who works. */
export type ProjectFolders = { stateFolder: string; actor: string };

/** Where a database stands between changes and publications. */
export type Publication = { generation: number; publishedId: string; pendingId: string | null; publishedAt: string | null };

/** Identifies a project file on this machine, for its working copy and backups. */
export function keyOf(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 24);
}

/** The marks of an open project or working copy. */
export function readPublication(db: ReadableDb): Publication {
  const row = db.get<Publication>(sql`SELECT generation, publishedId, pendingId, publishedAt FROM publication`);
  assert(row, 'a project has its publication row');
  return row;
}

/** Where the working copy of a project file lies on this machine. */
export function workingPathOf(folders: ProjectFolders, path: string): string {
  return join(folders.stateFolder, 'working', `${keyOf(path)}.db`);
}

/** Removes a database with the files SQLite keeps beside it. */
export function removeDatabase(path: string): void {
  for (const suffix of ['', '-wal', '-shm', '-journal']) rmSync(path + suffix, { force: true });
}

/** A working copy opened for writing, and what was found of an earlier session. */
export type WorkingCopy = {
  working: string;
  connection: Connection;
  recovered: boolean;
  setAside: string | null;
  publishedGeneration: number;
};

/**
 * Opens the working copy of a published project whose owner lock is held: what a crash left behind where that is newer, else a fresh copy, migrated after
 * a backup. Throws project-damaged naming `backup`.
 */
export function openWorkingCopy(path: string, folders: ProjectFolders, backup: string | null): WorkingCopy {
  const key = keyOf(path);
  const working = workingPathOf(folders, path);
  removeUnfinishedPublication(path);
  const reading = openForReading(path, backup);
  const published = readPublication(reading.db);
  const isEarlier = Number(reading.pragma('user_version')) < LATEST_VERSION;
  reading.close();
  const publishedGeneration = published.generation;

  const { left, setAside } = takeLeftWorkingCopy(working, published, folders, key);
  if (left) {
    startFrom(left, published);
    return { working, connection: left, recovered: true, setAside: null, publishedGeneration };
  }

  mkdirSync(dirname(working), { recursive: true });
  removeDatabase(working);
  keepBackup(folders.stateFolder, key, path, isEarlier);
  copyFileSync(path, working);
  const connection = connect(working, 'write');
  try {
    migrate(connection);
    checkContent(connection, basename(path), backup);
    startFrom(connection, published);
  } catch (error) {
    connection.close();
    removeDatabase(working);
    throw error;
  }
  return { working, connection, recovered: false, setAside, publishedGeneration };
}

/** The id a published file goes by: the one it was about to get when it was copied out. */
function idOf(published: Publication): string {
  return published.pendingId ?? published.publishedId;
}

/** Whether a copy that was left is of the published file as it is, and not of another state of it. */
export function descendsFrom(left: Publication, published: Publication): boolean {
  return left.publishedId === idOf(published) || left.pendingId === idOf(published);
}

/** Marks a working copy as descending from the published file as it is, whatever a publication that was cut off had noted. */
export function startFrom(connection: Connection, published: Publication): void {
  connection.transact((db) => db.run(sql`UPDATE publication SET publishedId = ${idOf(published)}, pendingId = NULL`));
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
): { left: Connection | null; setAside: string | null } {
  const usePublished = (setAside: string | null) => ({ left: null, setAside });
  if (!existsSync(working)) return usePublished(null);
  let connection: Connection | null = null;
  try {
    connection = connect(working, 'write');
    checkContent(connection, basename(working), null);
    const left = readPublication(connection.db);
    const descends = descendsFrom(left, published);
    if (descends && left.generation > published.generation) {
      migrate(connection);
      return { left: connection, setAside: null };
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

/** A new name for what is set aside of a project. */
export function nameSetAside(folders: ProjectFolders, key: string, extension: string): string {
  const folder = join(folders.stateFolder, 'set-aside', key);
  mkdirSync(folder, { recursive: true });
  return join(folder, `${timestamp().replace(/[:.]/g, '-')}${extension}`);
}
