import { randomBytes } from 'node:crypto';
import { lstat, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { message } from '../../../../shared/domain/message';
import { AppError } from '../../../../shared/ipc/errors';

/** Throws write-refused when anything has the name already: a set never lands on what is there. */
export async function refuseTaken(path: string): Promise<void> {
  const taken = await lstat(path).catch(() => null);
  if (taken !== null) throw new AppError('write-refused', { file: basename(path), reason: message('reason.nameTaken') });
}

/** Writes a folder of files, each with its path inside, so that it is there whole or not at all. Throws write-refused when it cannot be, or its name is taken. */
export async function writeFolder(
  path: string,
  files: readonly { name: string; bytes: Uint8Array }[],
  beforeEach: (done: number) => Promise<void>,
): Promise<void> {
  const making = join(dirname(path), `.${basename(path)}.${randomBytes(4).toString('hex')}`);
  try {
    await removeLeft(path);
    await mkdir(making);
    for (const [index, { name, bytes }] of files.entries()) {
      await beforeEach(index);
      await mkdir(dirname(join(making, name)), { recursive: true });
      await writeFile(join(making, name), bytes, { flag: 'wx' });
    }
    await refuseTaken(path);
    await rename(making, path);
  } catch (cause) {
    await rm(making, { recursive: true, force: true });
    if (cause instanceof AppError) throw cause;
    const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
    throw new AppError('write-refused', { file: basename(path), reason }, { cause });
  }
}

/** Removes what a crash left of making the same folder. */
async function removeLeft(path: string): Promise<void> {
  const [folder, start] = [dirname(path), `.${basename(path)}.`];
  const left = (await readdir(folder)).filter((name) => name.startsWith(start) && /^[0-9a-f]{8}$/.test(name.slice(start.length)));
  await Promise.all(left.map((name) => rm(join(folder, name), { recursive: true, force: true })));
}
