import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** Folder of the checkout. */
export const ROOT = dirname(dirname(fileURLToPath(import.meta.url)));

/** The two parts of a build: what each is made from, and the stamp that says when and for which launch of core. */
const PARTS = {
  core: { sources: ['electron/main', 'electron/core', 'electron/cli', 'electron/web', 'shared'], stamp: 'out/built-core.json' },
  window: { sources: ['electron/preload', 'renderer', 'shared'], stamp: 'out/built-window.json' },
};
const COMMON = ['package.json', 'electron.vite.config.ts', 'node_modules/.package-lock.json'];
const LOCK = join(ROOT, 'out', '.building');

/** Newest change among the files of a folder, in ms; tests and fixtures do not count. */
function findNewestChange(folder) {
  let newest = 0;
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (/\.(test|bench)\.tsx?$/.test(entry.name)) continue;
    const path = join(folder, entry.name);
    const changed = entry.isDirectory() ? Math.max(findNewestChange(path), statSync(path).mtimeMs) : statSync(path).mtimeMs;
    if (changed > newest) newest = changed;
  }
  return newest;
}

function readStamp(part) {
  try {
    return JSON.parse(readFileSync(join(ROOT, PARTS[part].stamp), 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT' || error instanceof SyntaxError) return null;
    throw error;
  }
}

/** True when a part's output is newer than every source; `launch` null accepts any launch of core. */
export function isFresh(part, launch = null) {
  const stamp = readStamp(part);
  if (!stamp || (part === 'core' && launch !== null && stamp.launch !== launch)) return false;
  const { sources } = PARTS[part];
  return (
    sources.every((folder) => findNewestChange(join(ROOT, folder)) < stamp.startedAtMs) &&
    COMMON.every((file) => (statSync(join(ROOT, file), { throwIfNoEntry: false })?.mtimeMs ?? 0) < stamp.startedAtMs)
  );
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === 'EPERM';
  }
}

/** Runs `work` while no other process of this checkout builds; a lock whose owner died is taken over. */
function withBuildLock(work) {
  mkdirSync(dirname(LOCK), { recursive: true });
  for (;;) {
    try {
      writeFileSync(LOCK, String(process.pid), { flag: 'wx' });
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
      const owner = Number(statSync(LOCK, { throwIfNoEntry: false }) ? readFileSync(LOCK, 'utf8') : 0);
      if (owner > 0 && !isAlive(owner)) rmSync(LOCK, { force: true });
      else Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 50);
    }
  }
  try {
    return work();
  } finally {
    rmSync(LOCK, { force: true });
  }
}

/** Builds one part with electron-vite; its output goes to stderr only when it fails. Throws with that output. */
function buildPart(part, launch) {
  const startedAtMs = Date.now();
  const result = spawnSync(
    process.execPath,
    [join(ROOT, 'node_modules/electron-vite/bin/electron-vite.js'), 'build', '--mode', part, '--ignoreConfigWarning', '--logLevel', 'warn'],
    { cwd: ROOT, encoding: 'utf8', env: { ...process.env, NODE_ENV: 'production', HUIHAN_CORE_LAUNCH: launch } },
  );
  if (result.status !== 0) throw new Error(`building ${part} failed:\n${result.stdout ?? ''}${result.stderr ?? ''}`);
  writeFileSync(join(ROOT, PARTS[part].stamp), `${JSON.stringify({ startedAtMs, launch })}\n`);
}

/**
 * Builds the named parts where they are older than their sources; safe to call from several processes at once. `launch` is how main starts
 * core: 'utility', 'child', or null to keep what is there (utility for a first build).
 */
export function ensureBuilt(parts, launch = null) {
  if (parts.every((part) => isFresh(part, launch))) return;
  withBuildLock(() => {
    for (const part of parts) if (!isFresh(part, launch)) buildPart(part, launch ?? readStamp(part)?.launch ?? 'utility');
  });
}

/** Builds everything anew into an emptied `out`. */
export function buildClean(launch) {
  for (const name of ['main', 'preload', 'renderer', 'built-core.json', 'built-window.json']) {
    rmSync(join(ROOT, 'out', name), { recursive: true, force: true });
  }
  ensureBuilt(['core', 'window'], launch);
}
