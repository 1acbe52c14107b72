import { readFile, stat } from 'node:fs/promises';
import { AppError } from '../../shared/ipc/errors';
import type { NamedFile } from './session';
import { message } from '../../shared/domain/message';

/** Nothing larger is taken in: letters, reports and workbooks stay far below it. */
const LIMIT_BYTES = 200 * 1024 * 1024;

/** Reads a file the host named. Throws file-not-found, file-unreadable, file-too-large or file-empty, each naming it. */
export async function readNamedFile({ path, name }: NamedFile): Promise<Uint8Array> {
  try {
    const stats = await stat(path);
    if (!stats.isFile()) throw new AppError('file-unreadable', { file: name, reason: message('reason.isFolder') });
    if (stats.size === 0) throw new AppError('file-empty', { file: name });
    if (stats.size > LIMIT_BYTES)
      throw new AppError('file-too-large', { file: name, size: inMegabytes(stats.size), limit: inMegabytes(LIMIT_BYTES) });
    return await readFile(path);
  } catch (error) {
    throw explainReadError(error, name);
  }
}

function inMegabytes(bytes: number): string {
  return `${Math.ceil(bytes / 1024 / 1024)} MB`;
}

function explainReadError(error: unknown, file: string): unknown {
  const code = (error as NodeJS.ErrnoException | null)?.code;
  if (error instanceof AppError || typeof code !== 'string') return error;
  if (code === 'ENOENT' || code === 'ENOTDIR') return new AppError('file-not-found', { file }, { cause: error });
  return new AppError('file-unreadable', { file, reason: code }, { cause: error });
}
