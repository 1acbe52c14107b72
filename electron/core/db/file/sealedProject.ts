import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readFileSync, readSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { explainWriteError } from '../connection';
import { takeOwnerLock } from './ownerLock';
import { adoptConnection, openProjectFile, type ProjectFile } from './projectFile';
import { isSealed, type Seal, sealBytes, unsealBytes } from './sealedFile';
import { keyOf, type ProjectFolders } from './workingCopy';

/** True for a file under a password. A file that cannot be read is left to whoever opens it. */
export function isSealedFile(path: string): boolean {
  if (!existsSync(path)) return false;
  const handle = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(64);
    return isSealed(bytes.subarray(0, readSync(handle, bytes, 0, bytes.length, 0)));
  } finally {
    closeSync(handle);
  }
}

/**
 * Opens a project under a password. It is worked on as a twin in this user's own state folder, sealed anew into its place with every save, and the twin
 * goes when it is closed; the password and its key live in memory alone. Throws password-needed and password-wrong besides what opening throws.
 */
export function openSealedProject(path: string, password: string | null, mode: 'read' | 'write', folders: ProjectFolders): ProjectFile {
  const { bytes, seal } = unsealBytes(readFileSync(path), password, basename(path));
  const twin = join(folders.stateFolder, 'sealed', keyOf(path), basename(path));
  const lock = mode === 'write' ? takeOwnerLock(path, folders.actor) : null;
  const remove = () => {
    rmSync(dirname(twin), { recursive: true, force: true });
    lock?.release();
  };
  try {
    mkdirSync(dirname(twin), { recursive: true, mode: 0o700 });
    writePrivately(twin, bytes);
    const project = openProjectFile(twin, mode, folders);
    const sealing = makeSealing(project, path, twin, seal, remove);
    adoptConnection(sealing, project);
    return sealing;
  } catch (error) {
    remove();
    throw error;
  }
}

function makeSealing(project: ProjectFile, path: string, twin: string, seal: Seal, remove: () => void): ProjectFile {
  let sealedAt = project.getSavedAt();
  const sealAgain = () => {
    if (project.getSavedAt() === sealedAt) return;
    const temporary = join(dirname(path), `.~${basename(path)}.writing`);
    try {
      writePrivately(temporary, sealBytes(readFileSync(twin), seal));
      renameSync(temporary, path);
      sealedAt = project.getSavedAt();
    } catch (error) {
      rmSync(temporary, { force: true });
      throw explainWriteError(error, basename(path));
    }
  };
  const save = () => {
    const savedAt = project.save();
    sealAgain();
    return savedAt;
  };
  return {
    ...project,
    path,
    save,
    close: () => {
      if (project.hasUnpublished()) save();
      project.close();
      remove();
    },
    abandon: () => {
      project.abandon();
      remove();
    },
  };
}

/** Writes bytes to disk, readable by this user alone. */
function writePrivately(path: string, bytes: Uint8Array): void {
  const handle = openSync(path, 'w', 0o600);
  try {
    writeFileSync(handle, bytes);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
