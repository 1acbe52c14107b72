import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname, uptime } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { z } from 'zod';
import { newId } from '../../../../shared/domain/ids';
import { AppError } from '../../../../shared/ipc/errors';
import { explainWriteError } from '../connection';

/** Who holds a project open, as written beside it. */
const lockSchema = z.object({ owner: z.string(), machine: z.string(), pid: z.int(), since: z.string(), nonce: z.string() });
type LockContent = z.infer<typeof lockSchema>;

export type OwnerLock = { release(): void };

/** Locks this process holds, by nonce: a lock with our process number that is not among them was left by an earlier process of that number. */
const held = new Set<string>();

/** The lock file of a project, beside it and hidden where names with a dot are. */
export function lockPathOf(target: string): string {
  return join(dirname(target), `.~${basename(target)}.lock`);
}

/**
 * Takes the owner lock of a project file; a lock left by a dead process of this machine is taken over. Throws project-locked with the owner, or
 * write-refused when the folder cannot be written.
 */
export function takeOwnerLock(target: string, owner: string): OwnerLock {
  const path = lockPathOf(target);
  const content: LockContent = { owner, machine: hostname(), pid: process.pid, since: new Date().toISOString(), nonce: newId() };
  if (!writeNew(path, content, target)) {
    const found = readLock(path);
    if (found && isAlive(found)) {
      throw new AppError('project-locked', { file: basename(target), owner: `${found.owner}（${found.machine}）` });
    }
    rmSync(path, { force: true });
    if (!writeNew(path, content, target))
      throw new AppError('project-locked', { file: basename(target), owner: readLock(path)?.owner ?? '?' });
  }
  held.add(content.nonce);
  return {
    release: () => {
      held.delete(content.nonce);
      if (readLock(path)?.nonce === content.nonce) rmSync(path, { force: true });
    },
  };
}

/** The lock of a project file; null when the file or its folder cannot be written: then nothing could be published there either. Throws project-locked. */
export function lockWhereWritable(path: string, owner: string): OwnerLock | null {
  if (!canBeWritten(path)) return null;
  try {
    return takeOwnerLock(path, owner);
  } catch (error) {
    if (error instanceof AppError && error.code === 'write-refused') return null;
    throw error;
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

function writeNew(path: string, content: LockContent, target: string): boolean {
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, JSON.stringify(content), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw explainWriteError(error, basename(target));
  }
}

/** Null when the lock is gone or holds no lock of ours, which then counts as stale. */
function readLock(path: string): LockContent | null {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
  const match = /^\{.*\}$/s.exec(text);
  if (!match) return null;
  const parsed = lockSchema.safeParse(JSON.parse(text));
  return parsed.success ? parsed.data : null;
}

function isAlive(lock: LockContent): boolean {
  if (lock.machine !== hostname()) return true;
  if (lock.pid === process.pid) return held.has(lock.nonce);
  const bootedAt = Date.now() - uptime() * 1000;
  if (Date.parse(lock.since) < bootedAt - 60_000) return false;
  try {
    process.kill(lock.pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
