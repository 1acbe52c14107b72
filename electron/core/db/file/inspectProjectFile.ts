import { closeSync, openSync, readSync } from 'node:fs';
import { basename } from 'node:path';
import { AppError } from '../../../../shared/ipc/errors';
import { type Connection, connect, getSqliteCode } from '../connection';
import { APPLICATION_ID, LATEST_VERSION, MIGRATIONS } from '../migrations/migrations';
import { findSchemaDifference } from '../projectSchema';
import { type Message, message } from '../../../../shared/domain/message';

const HEADER_BYTES = 100;
const MAGIC = 'SQLite format 3\0';
const OFFSET = { writeFormat: 18, userVersion: 60, applicationId: 68 } as const;
const ROLLBACK_JOURNAL = 1;

/** What the first hundred bytes say, read before SQLite touches the file. */
type Header = { applicationId: number; userVersion: number; rollbackJournal: boolean };

/**
 * Refuses everything that is not a whole project of this program: throws file-not-found, file-unreadable, file-empty, project-foreign or
 * project-newer. `backup` names the newest backup for the message about a damaged file.
 */
export function checkHeader(path: string, backup: string | null): Header {
  const file = basename(path);
  return checkHeaderBytes(readFirstBytes(path), file, backup);
}

/** As `checkHeader`, for a project held in memory. */
export function checkHeaderBytes(bytes: Buffer, file: string, backup: string | null): Header {
  if (bytes.length === 0) throw new AppError('file-empty', { file });
  if (bytes.length < HEADER_BYTES || bytes.toString('latin1', 0, 16) !== MAGIC) {
    throw new AppError('project-foreign', { file, reason: message('reason.foreignHeader') });
  }
  const header: Header = {
    applicationId: bytes.readUInt32BE(OFFSET.applicationId),
    userVersion: bytes.readUInt32BE(OFFSET.userVersion),
    rollbackJournal: bytes[OFFSET.writeFormat] === ROLLBACK_JOURNAL,
  };
  if (header.applicationId !== APPLICATION_ID) throw new AppError('project-foreign', { file, reason: message('reason.otherProgram') });
  if (header.userVersion > LATEST_VERSION) throw new AppError('project-newer', { file });
  if (!MIGRATIONS.some(({ version }) => version === header.userVersion))
    throw damaged(file, message('reason.versionNumber', { version: header.userVersion }), backup);
  return header;
}

/** Checks every page, index and the schema of an opened project; throws project-damaged naming what differs. */
export function checkContent(connection: Connection, file: string, backup: string | null): void {
  try {
    const verdict = connection.pragma('quick_check(1)');
    if (verdict !== 'ok') throw damaged(file, String(verdict), backup);
    const difference = findSchemaDifference(connection);
    if (difference !== null) throw damaged(file, message('reason.schemaDiffers', { difference }), backup);
  } catch (error) {
    throw explainOpenError(error, file, backup);
  }
}

/** Opens a published project for reading alone, checked. No lock, no working copy, nothing is written beside it. */
export function openForReading(path: string, backup: string | null): Connection {
  const file = basename(path);
  const header = checkHeader(path, backup);
  if (!header.rollbackJournal) throw damaged(file, message('reason.notPublished'), backup);
  let connection: Connection | null = null;
  try {
    connection = connect(path, 'read');
    checkContent(connection, file, backup);
    return connection;
  } catch (error) {
    connection?.close();
    throw explainOpenError(error, file, backup);
  }
}

/** Names what SQLite says about a file that cannot be read as a database; other errors come back as they are. */
function explainOpenError(error: unknown, file: string, backup: string | null): unknown {
  const code = getSqliteCode(error);
  if (code === null) return error;
  if (/^SQLITE_(CORRUPT|NOTADB|IOERR|FORMAT)/.test(code)) return damaged(file, code, backup, error);
  if (/^SQLITE_(CANTOPEN|PERM|AUTH|READONLY)/.test(code)) return new AppError('file-unreadable', { file, reason: code }, { cause: error });
  return error;
}

function damaged(file: string, reason: Message | string, backup: string | null, cause?: unknown): AppError {
  return new AppError('project-damaged', { file, reason, backup: backup ?? '—' }, { cause });
}

/** The first hundred bytes of a file, fewer where it has fewer. Throws file-not-found or file-unreadable. */
export function readFirstBytes(path: string): Buffer {
  const file = basename(path);
  let handle: number;
  try {
    handle = openSync(path, 'r');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? 'unknown';
    if (code === 'ENOENT') throw new AppError('file-not-found', { file }, { cause: error });
    throw new AppError('file-unreadable', { file, reason: code }, { cause: error });
  }
  try {
    const bytes = Buffer.alloc(HEADER_BYTES);
    return bytes.subarray(0, readSync(handle, bytes, 0, HEADER_BYTES, 0));
  } catch (error) {
    throw new AppError('file-unreadable', { file, reason: (error as NodeJS.ErrnoException).code ?? 'unknown' }, { cause: error });
  } finally {
    closeSync(handle);
  }
}
