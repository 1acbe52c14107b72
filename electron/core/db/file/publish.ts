import { chmodSync, closeSync, fsyncSync, openSync, renameSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { newId } from '../../../../shared/domain/ids';
import { timestamp } from '../../timestamp';
import { type Connection, explainWriteError } from '../connection';
import { sql } from '../sql';
import { type Seal, writeSealed } from './sealedFile';

/** The name of a publication in the making. */
function temporaryPathOf(target: string): string {
  return join(dirname(target), `.~${basename(target)}.writing`);
}

/** Removes what a killed process left of a publication; called by whoever holds the owner lock. */
export function removeUnfinishedPublication(target: string): void {
  rmSync(temporaryPathOf(target), { force: true });
}

/**
 * Publishes the project with a new id of its state. Returns the time of publication (ISO). Throws disk-full or write-refused; the former file is then as
 * it was.
 */
export function publish(connection: Connection, seal: Seal | null, target: string): string {
  const publishedAt = timestamp();
  try {
    connection.transact((db) => db.run(sql`UPDATE publication SET pendingId = ${newId()}, publishedAt = ${publishedAt}`));
    writeWholeProject(connection, seal, target);
    connection.transact((db) => db.run(sql`UPDATE publication SET publishedId = pendingId, pendingId = NULL`));
    return publishedAt;
  } catch (error) {
    throw explainWriteError(error, basename(target));
  }
}

/** The whole project as a file of its own at `target`: a compact copy in rollback journal mode, or sealed. Throws as `writeWholeFile`. */
export function writeWholeProject(connection: Connection, seal: Seal | null, target: string): void {
  writeWholeFile(target, (temporary) => {
    if (seal) writeSealed(temporary, connection.serialize(), seal);
    else connection.copyInto(temporary);
  });
}

/**
 * Puts a file at `target` so that at every moment a complete one stands there: `write` makes it under a name of its own, then fsync and rename. The
 * former file stays as it was when anything fails. Throws disk-full or write-refused.
 */
function writeWholeFile(target: string, write: (temporary: string) => void): void {
  const temporary = temporaryPathOf(target);
  try {
    removeUnfinishedPublication(target);
    write(temporary);
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
