import { readFile } from 'node:fs/promises';
import { join, normalize, sep } from 'node:path';
import { getContentType } from '../../shared/ipc/contentPolicy';

export type StaticFile = { bytes: Uint8Array; contentType: string };

/** A file of the built window by its URL path; null when there is none, when it is of another kind, or when the path leaves the folder. */
export async function readStaticFile(folder: string, urlPath: string): Promise<StaticFile | null> {
  let relative: string;
  try {
    relative = decodeURIComponent(urlPath === '/' ? '/index.html' : urlPath);
  } catch (error) {
    if (error instanceof URIError) return null;
    throw error;
  }
  const path = normalize(join(folder, relative));
  const contentType = getContentType(path);
  if (!path.startsWith(folder + sep) || path.includes('\0') || contentType === null) return null;
  try {
    return { bytes: await readFile(path), contentType };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOENT' || code === 'EISDIR' || code === 'ENOTDIR') return null;
    throw error;
  }
}
