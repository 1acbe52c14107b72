import { appendFileSync, mkdirSync, renameSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

const SIZE_LIMIT = 1024 * 1024;

/** A log on this computer: what the program did, never what a document says. */
export type LocalLog = { file: string; write(event: string, facts?: Readonly<Record<string, string | number | boolean>>): void };

/** Appends one line of JSON for each event; a log past 1 MB becomes `.old` when the program starts. */
export function openLocalLog(file: string): LocalLog {
  mkdirSync(dirname(file), { recursive: true });
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) > SIZE_LIMIT) renameSync(file, `${file}.old`);
  return {
    file,
    write: (event, facts = {}) => appendFileSync(file, `${JSON.stringify({ at: new Date().toISOString(), event, ...facts })}\n`),
  };
}
