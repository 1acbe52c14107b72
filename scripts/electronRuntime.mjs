import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './freshBuild.mjs';

const PACKAGE = join(ROOT, 'node_modules/electron');
const PROBE_LIMIT_MS = 4_000;

/** Oldest Electron whose own Node can load the database (Node-API 10, Node 22.14). */
const FIRST_MAJOR_WITH_DATABASE = 35;

/** How main must start core in a runtime folder: `child` for an Electron too old to load the database itself. */
export function chooseLaunch(runtimeFolder) {
  const major = Number(readFileSync(join(runtimeFolder, 'version'), 'utf8').replace(/^v/, '').split('.')[0]);
  return major >= FIRST_MAJOR_WITH_DATABASE ? 'utility' : 'child';
}

function getExecutable(folder) {
  const name = { darwin: 'Electron.app/Contents/MacOS/Electron', win32: 'electron.exe' }[process.platform] ?? 'electron';
  return join(folder, name);
}

function findInstalled() {
  const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH ?? join(PACKAGE, 'dist');
  return existsSync(getExecutable(folder)) && existsSync(join(folder, 'version')) ? { folder, executable: getExecutable(folder) } : null;
}

/** True when an earlier download lies in Electron's own cache, so that no network is needed. */
function isCached(version) {
  const cache =
    {
      darwin: join(homedir(), 'Library/Caches/electron'),
      win32: join(process.env.LOCALAPPDATA ?? join(homedir(), 'AppData/Local'), 'electron/Cache'),
    }[process.platform] ?? join(process.env.XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'electron');
  const folder = process.env.electron_config_cache ?? cache;
  if (!existsSync(folder)) return false;
  const name = `electron-v${version}-${process.platform}-${process.arch}.zip`;
  return readdirSync(folder, { recursive: true }).some((path) => path.endsWith(name));
}

async function canReachDownloads(version) {
  const mirror =
    process.env.ELECTRON_MIRROR ?? process.env.npm_config_electron_mirror ?? 'https://github.com/electron/electron/releases/download/';
  try {
    await fetch(`${mirror}v${version}/SHASUMS256.txt`, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(PROBE_LIMIT_MS) });
    return true;
  } catch {
    // Whatever the reason, there is no way to the download: the caller says so.
    return false;
  }
}

/** The Electron to start, downloaded by its own package when needed; null when none can be had, known within seconds. */
export async function findElectron() {
  const installed = findInstalled();
  if (installed) return installed;
  const { version } = createRequire(import.meta.url)(join(PACKAGE, 'package.json'));
  if (!isCached(version) && !(await canReachDownloads(version))) return null;
  process.stdout.write(`Fetching Electron ${version}, once…\n`);
  const result = spawnSync(process.execPath, [join(PACKAGE, 'install.js')], { stdio: ['ignore', 'inherit', 'ignore'] });
  return result.status === 0 ? findInstalled() : null;
}
