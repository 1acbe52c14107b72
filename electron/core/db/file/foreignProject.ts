import { basename } from 'node:path';
import { type Connection, connectBytes } from '../connection';
import { migrate } from '../migrations/migrate';
import { checkContent, checkHeaderBytes } from './inspectProjectFile';
import { isSealed, unsealBytes } from './sealedFile';

/**
 * Opens a project that came from somebody else, in memory alone: unsealed, its header, pages and schema checked as for any project, brought to this
 * program's version. Nothing is written anywhere. Throws what opening a project throws, password-needed and password-wrong.
 */
export function openForeignProject(bytes: Uint8Array, name: string, password: string | null): Connection {
  const file = basename(name);
  const plain = isSealed(bytes) ? unsealBytes(bytes, password, file).bytes : bytes;
  checkHeaderBytes(Buffer.from(plain.subarray(0, 100)), file, null);
  const connection = connectBytes(plain);
  try {
    checkContent(connection, file, null);
    migrate(connection);
    return connection;
  } catch (error) {
    connection.close();
    throw error;
  }
}
