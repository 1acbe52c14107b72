import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { AppError } from '../../../../shared/ipc/errors';

/** Writes a folder of files so that it is there whole or not at all. Throws write-refused when it cannot be, or when a folder with files has the name already. */
export async function writeFolder(
  path: string,
  files: readonly { name: string; bytes: Uint8Array }[],
  beforeEach: (done: number) => Promise<void>,
): Promise<void> {
  let making: string | null = null;
  try {
    making = await mkdtemp(join(dirname(path), `.${basename(path)}.`));
    for (const [index, { name, bytes }] of files.entries()) {
      await beforeEach(index);
      await writeFile(join(making, name), bytes, { flag: 'wx' });
    }
    await rename(making, path);
  } catch (cause) {
    if (making !== null) await rm(making, { recursive: true, force: true });
    if (cause instanceof AppError) throw cause;
    const reason = cause instanceof Error && 'code' in cause ? String(cause.code) : String(cause);
    throw new AppError('write-refused', { file: basename(path), reason }, { cause });
  }
}
