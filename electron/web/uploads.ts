import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import type { IncomingMessage } from 'node:http';
import { basename, join } from 'node:path';
import { pipeline } from 'node:stream/promises';

/** Largest upload in bytes; core has its own, smaller limits for each kind of file. */
export const UPLOAD_LIMIT = 512 * 1024 * 1024;

/** Thrown when an upload is larger than the limit; nothing of it is kept. */
export class UploadTooLarge extends Error {}

/** A file name without any folder in it; dots alone become a plain name. */
export function cleanFileName(name: string): string {
  const last = basename(name.replaceAll('\\', '/')).replaceAll('\0', '');
  return /^\.*$/.test(last) ? 'file' : last;
}

/** Writes a request's body into a folder of its own under `folder`, keeping the file's name; returns path and size. */
export async function receiveUpload(request: IncomingMessage, folder: string, name: string): Promise<{ path: string; size: number }> {
  const own = await mkdtemp(join(folder, 'upload-'));
  const path = join(own, name);
  let size = 0;
  try {
    await pipeline(
      request,
      async function* (chunks: AsyncIterable<Buffer>) {
        for await (const chunk of chunks) {
          size += chunk.length;
          if (size > UPLOAD_LIMIT) throw new UploadTooLarge();
          yield chunk;
        }
      },
      createWriteStream(path, { flags: 'wx' }),
    );
  } catch (error) {
    await rm(own, { recursive: true, force: true });
    throw error;
  }
  return { path, size };
}
