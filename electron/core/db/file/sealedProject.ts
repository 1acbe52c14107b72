import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { AppError } from '../../../../shared/ipc/errors';
import { type Connection, explainWriteError } from '../connection';
import { LATEST_VERSION } from '../migrations/migrations';
import { findNewestBackup, keepBackup } from './backups';
import { openInMemory } from './foreignProject';
import { checkHeaderBytes } from './inspectProjectFile';
import { makeReadOnly, makeWritable, type ProjectFile } from './openedProject';
import { lockWhereWritable } from './ownerLock';
import { removeUnfinishedPublication, writeWholeProject } from './publish';
import { type Seal, unsealBytes } from './sealedFile';
import {
  descendsFrom,
  keyOf,
  nameSetAside,
  type ProjectFolders,
  type Publication,
  readPublication,
  startFrom,
  workingPathOf,
} from './workingCopy';

/**
 * Opens a project under a password. It lives in memory alone: every save seals the whole of it anew into its place, and what could not be saved there is
 * kept sealed in the state folder for the next opening. `secret` is the password, or the key of an open project that was written there.
 */
export function openSealedProject(
  path: string,
  secret: string | Seal | null,
  mode: 'read' | 'write',
  folders: ProjectFolders,
): ProjectFile {
  const file = basename(path);
  const key = keyOf(path);
  const backup = findNewestBackup(folders.stateFolder, key);
  const { bytes, seal } = unsealBytes(readFileSync(path), secret, file);
  const isEarlier = checkHeaderBytes(bytes.subarray(0, 100), file, backup).userVersion < LATEST_VERSION;
  const connection = openInMemory(bytes, file, backup);
  const lock = mode === 'write' ? lockWhereWritable(path, folders.actor) : null;
  if (!lock) return makeReadOnly(path, connection, seal);
  const kept = `${workingPathOf(folders, path)}.sealed`;
  try {
    removeUnfinishedPublication(path);
    const published = readPublication(connection.db);
    const { left, setAside } = takeKept(kept, published, seal, () => nameSetAside(folders, key, '.huihan'));
    if (left) connection.close();
    else keepBackup(folders.stateFolder, key, path, isEarlier);
    const current = left ?? connection;
    startFrom(current, published);
    return makeWritable({
      path,
      folders,
      lock,
      connection: current,
      seal,
      recovered: left !== null,
      setAside,
      publishedGeneration: published.generation,
      keepUnpublished: () => {
        mkdirSync(dirname(kept), { recursive: true, mode: 0o700 });
        writeWholeProject(current, seal, kept);
      },
      dropKept: () => rmSync(kept, { force: true }),
      removeWorking: () => {},
    });
  } catch (error) {
    connection.close();
    lock.release();
    throw explainWriteError(error, file);
  }
}

/** What an earlier session could not save: used when it descends from the file and is newer, set aside (still sealed) when it does not. */
function takeKept(
  kept: string,
  published: Publication,
  seal: Seal,
  nameAside: () => string,
): { left: Connection | null; setAside: string | null } {
  if (!existsSync(kept)) return { left: null, setAside: null };
  const left = openKept(kept, seal);
  const descends = left !== null && descendsFrom(readPublication(left.db), published);
  if (descends && readPublication(left.db).generation > published.generation) return { left, setAside: null };
  left?.close();
  if (descends) {
    rmSync(kept);
    return { left: null, setAside: null };
  }
  const setAside = nameAside();
  renameSync(kept, setAside);
  return { left: null, setAside };
}

/** Null when it is damaged, or under another password. */
function openKept(kept: string, seal: Seal): Connection | null {
  try {
    return openInMemory(unsealBytes(readFileSync(kept), seal, basename(kept)).bytes, basename(kept), null);
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}
