import { appendFileSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/** The local log. It never holds draft text: callers pass names, codes and stacks, not contents. */
export type Log = { write(event: string, details?: Readonly<Record<string, string | number>>): void };

const LIMIT_BYTES = 1_000_000;

/** A log in `path`, kept under a megabyte with one older half; null writes nowhere. */
export function openLog(path: string | null): Log {
  if (path === null) return { write: () => {} };
  mkdirSync(dirname(path), { recursive: true });
  return {
    write: (event, details = {}) => {
      try {
        append(path, event, details);
      } catch {
        // A log that cannot be written (full disk, folder gone) must not stop the work it tells of.
      }
    },
  };
}

function append(path: string, event: string, details: Readonly<Record<string, string | number>>): void {
  const size = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  if (size > LIMIT_BYTES) {
    rmSync(`${path}.1`, { force: true });
    renameSync(path, `${path}.1`);
  }
  appendFileSync(path, `${JSON.stringify({ at: new Date().toISOString(), pid: process.pid, event, ...details })}\n`);
}

/** An error for the log: its name, code and where in the program it arose, without its message, which may quote a draft. */
export function describeErrorForLog(error: unknown): Record<string, string> {
  if (!(error instanceof Error)) return { error: typeof error };
  const code = 'code' in error ? String(error.code) : '';
  const frames = (error.stack ?? '').split('\n').filter((line) => line.trim().startsWith('at '));
  return {
    error: error.name,
    code,
    stack: frames
      .slice(0, 8)
      .map((line) => line.trim())
      .join(' | '),
  };
}
