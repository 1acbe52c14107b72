import { existsSync, mkdirSync, realpathSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { newId } from '../../../../shared/domain/ids';
import { AppError } from '../../../../shared/ipc/errors';
import { type Connection, connect, explainWriteError } from '../connection';
import type { WritableDb } from '../handles';
import { migrate } from '../migrations/migrate';
import { LATEST_VERSION } from '../migrations/migrations';
import { sql } from '../sql';
import { findNewestBackup } from './backups';
import { checkHeader, openForReading, readFirstBytes } from './inspectProjectFile';
import { makeReadOnly, makeWritable, type ProjectFile, type WritableParts } from './openedProject';
import { lockWhereWritable, takeOwnerLock } from './ownerLock';
import { publish } from './publish';
import { isSealed, type Seal } from './sealedFile';
import { openSealedProject } from './sealedProject';
import { keyOf, openWorkingCopy, type ProjectFolders, removeDatabase, workingPathOf } from './workingCopy';

export type { ProjectFile } from './openedProject';

/** Makes a project: `fill` writes its first rows. Refuses an existing file; leaves nothing behind when it fails. */
export function createProjectFile(target: string, folders: ProjectFolders, fill: (db: WritableDb) => void): ProjectFile {
  const path = resolve(target);
  const fileName = basename(path);
  if (existsSync(path)) throw new AppError('project-exists', { file: fileName });
  const lock = takeOwnerLock(path, folders.actor);
  const working = workingPathOf(folders, path);
  let made: Connection | null = null;
  try {
    mkdirSync(dirname(working), { recursive: true });
    removeDatabase(working);
    const connection = connect(working, 'write');
    made = connection;
    migrate(connection);
    connection.transact((db) => {
      db.run(sql`INSERT INTO publication (only, generation, publishedId) VALUES (1, 1, ${newId()})`);
      fill(db);
    });
    publish(connection, null, path);
    return makeUnsealed({ path, folders, lock, working, connection, recovered: false, setAside: null, publishedGeneration: 1 });
  } catch (error) {
    made?.close();
    removeDatabase(working);
    lock.release();
    throw explainWriteError(error, fileName);
  }
}

/**
 * Opens a project. 'write' takes the owner lock and works on a local copy, bringing back what a crash left unpublished; a file or folder that cannot be
 * written is opened for reading. 'read' reads the file itself: no lock, no copy. Under a password it is decrypted to memory alone. Throws the file's own
 * error codes, password-needed and password-wrong.
 */
export function openProjectFile(
  target: string,
  mode: 'read' | 'write',
  folders: ProjectFolders,
  secret: string | Seal | null = null,
): ProjectFile {
  const path = toRealPath(target);
  if (isSealed(readFirstBytes(path))) return openSealedProject(path, secret, mode, folders);
  const backup = findNewestBackup(folders.stateFolder, keyOf(path));
  const { userVersion } = checkHeader(path, backup);
  const lock = mode === 'write' ? lockWhereWritable(path, folders.actor) : null;
  if (!lock) {
    const connection = openForReading(path, backup);
    return userVersion === LATEST_VERSION ? makeReadOnly(path, connection, null) : readEarlierVersion(path, connection, folders);
  }
  try {
    return makeUnsealed({ path, folders, lock, ...openWorkingCopy(path, folders, backup) });
  } catch (error) {
    lock.release();
    throw explainWriteError(error, basename(target));
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
    project.writeTo(path);
  } finally {
    lock.release();
  }
}

type UnsealedParts = Omit<WritableParts, 'seal' | 'keepUnpublished' | 'dropKept' | 'removeWorking'> & { working: string };

/** The working copy on disk holds every change the moment it is made, until it is removed. */
function makeUnsealed({ working, ...parts }: UnsealedParts): ProjectFile {
  return makeWritable({
    ...parts,
    seal: null,
    keepUnpublished: () => {},
    dropKept: () => {},
    removeWorking: () => removeDatabase(working),
  });
}

/** A file of an earlier version is read through a migrated copy that goes when it is closed; the file itself stays as it is. */
function readEarlierVersion(path: string, published: Connection, folders: ProjectFolders): ProjectFile {
  const scratch = join(folders.stateFolder, 'working', `${keyOf(path)}-${newId()}.db`);
  mkdirSync(dirname(scratch), { recursive: true });
  published.copyInto(scratch);
  published.close();
  const connection = connect(scratch, 'write');
  migrate(connection);
  return makeReadOnly(path, connection, null, () => removeDatabase(scratch));
}
