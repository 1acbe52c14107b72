import { basename } from 'node:path';
import { type Connection, connectBytes } from '../connection';
import { migrate } from '../migrations/migrate';
import { checkContent, checkHeaderBytes } from './inspectProjectFile';
import { isSealed, unsealBytes } from './sealedFile';

/**
 * Opens a project that came from somebody else, in memory alone. Nothing is written anywhere. Throws what opening a project throws, password-needed
 * and password-wrong.
 */
export function openForeignProject(bytes: Uint8Array, name: string, password: string | null): Connection {
  const file = basename(name);
  return openInMemory(isSealed(bytes) ? unsealBytes(bytes, password, file).bytes : Buffer.from(bytes), file, null);
}

/** Opens the bytes of a project in memory: its header, pages and schema checked as for any project, brought to this program's version. */
export function openInMemory(bytes: Buffer, file: string, backup: string | null): Connection {
  checkHeaderBytes(bytes.subarray(0, 100), file, backup);
  const connection = connectBytes(bytes);
  try {
    checkContent(connection, file, backup);
    migrate(connection);
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}
