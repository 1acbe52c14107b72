import { copyFileSync, existsSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { timestamp } from '../../timestamp';

const KEPT = 5;
const PAUSE_MS = 60 * 60 * 1000;

/** Folder of a project's backups; `key` identifies the project file on this machine. */
function folderOf(stateFolder: string, key: string): string {
  return join(stateFolder, 'backups', key);
}

function listBackups(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder)
    .filter((name) => name.endsWith('.huihan'))
    .sort();
}

/** Path of the newest backup, or null when there is none. */
export function findNewestBackup(stateFolder: string, key: string): string | null {
  const folder = folderOf(stateFolder, key);
  const newest = listBackups(folder).at(-1);
  return newest ? join(folder, newest) : null;
}

/** Copies a file that was found whole: at most one an hour unless `always` (before a migration), the last five kept. Returns the copy's path or null. */
export function keepBackup(stateFolder: string, key: string, path: string, always: boolean): string | null {
  const folder = folderOf(stateFolder, key);
  const newest = findNewestBackup(stateFolder, key);
  if (!always && newest && Date.now() - statSync(newest).mtimeMs < PAUSE_MS) return null;
  mkdirSync(folder, { recursive: true });
  const target = join(folder, `${timestamp().replace(/[:.]/g, '-')}.huihan`);
  copyFileSync(path, target);
  for (const name of listBackups(folder).slice(0, -KEPT)) rmSync(join(folder, name), { force: true });
  return target;
}
