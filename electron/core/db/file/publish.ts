import { chmodSync, closeSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { newId } from '../../../../shared/domain/ids';
import { type Connection, explainWriteError } from '../connection';
import { sql } from '../sql';

/** The name of a publication in the making. */
function temporaryPathOf(target: string): string {
  return join(dirname(target), `.~${basename(target)}.writing`);
}

/** Removes what a killed process left of a publication; called by whoever holds the owner lock. */
export function removeUnfinishedPublication(target: string): void {
  rmSync(temporaryPathOf(target), { force: true });
}

/**
 * Writes the whole project to `target` so that at every moment a complete file stands there: compact copy in rollback journal mode, fsync, rename.
 * The former file stays as it was when anything fails. Returns the time of publication (ISO). Throws disk-full or write-refused.
 */
export function publish(connection: Connection, target: string): string {
  const publishedAt = new Date().toISOString();
  try {
    connection.transact((db) => db.run(sql`UPDATE publication SET pendingId = ${newId()}, publishedAt = ${publishedAt}`));
    writeWholeCopy(connection, target);
    connection.transact((db) => db.run(sql`UPDATE publication SET publishedId = pendingId, pendingId = NULL`));
    return publishedAt;
  } catch (error) {
    throw explainWriteError(error, basename(target));
  }
}

/** The file part of publishing, also for a project open for reading that is saved elsewhere. */
export function writeWholeCopy(connection: Connection, target: string): void {
  const temporary = temporaryPathOf(target);
  try {
    removeUnfinishedPublication(target);
    connection.copyInto(temporary);
    const former = statSync(target, { throwIfNoEntry: false });
    if (former) chmodSync(temporary, former.mode);
    syncFile(temporary, 'r+');
    replaceFile(temporary, target);
    if (process.platform !== 'win32') syncFile(dirname(target), 'r');
  } catch (error) {
    removeUnfinishedPublication(target);
    throw explainWriteError(error, basename(target));
  }
}

const RENAME_TRIES = 20;
const RENAME_PAUSE_MS = 50;

/** On Windows a virus scanner or an indexer may hold the former file for a moment; elsewhere renaming never waits for readers. */
function replaceFile(temporary: string, target: string): void {
  for (let left = process.platform === 'win32' ? RENAME_TRIES : 1; ; left -= 1) {
    try {
      renameSync(temporary, target);
      return;
    } catch (error) {
      if (left <= 1 || !['EPERM', 'EACCES', 'EBUSY'].includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, RENAME_PAUSE_MS);
    }
  }
}

function syncFile(path: string, flags: string): void {
  const handle = openSync(path, flags);
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
