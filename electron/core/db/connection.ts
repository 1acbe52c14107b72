import Database from 'better-sqlite3';
import { AppError } from '../../../shared/ipc/errors';
import type { ReadableDb, WritableDb } from './handles';
import type { Sql } from './sql';

/** An open database of one file. This file alone knows better-sqlite3. */
export type Connection = {
  readonly path: string;
  readonly db: ReadableDb;
  /** Runs `work` in one transaction: all of it is kept, or nothing when it throws. Not nestable. */
  transact<T>(work: (db: WritableDb) => T): T;
  /** Runs a fixed script of ours (migrations, pragmas that take no values). */
  exec(script: string): void;
  /** Reads one pragma's value. */
  pragma(name: string): unknown;
  /** Writes a whole, compact copy in rollback journal mode to a path that does not exist yet. */
  copyInto(path: string): void;
  /** The whole database as bytes: what a file of it would hold. */
  serialize(): Uint8Array;
  close(): void;
};

/** Only read, or written as a local working copy (WAL, synchronous FULL), or a scratch file of a test or migration. */
export type ConnectionMode = 'read' | 'write';

/**
 * Opens a SQLite file with this program's settings: schema never trusted, cells checked, foreign keys on, deleted data overwritten.
 * Throws SQLite's own error; callers name the file (see `explainSqlite`).
 */
export function connect(path: string, mode: ConnectionMode): Connection {
  const database = new Database(path, { readonly: mode === 'read', fileMustExist: mode === 'read', timeout: 5_000 });
  database.pragma('trusted_schema = OFF');
  database.pragma('cell_size_check = ON');
  database.pragma('foreign_keys = ON');
  if (mode === 'write') {
    database.pragma('secure_delete = ON');
    database.pragma('journal_mode = WAL');
    database.pragma('synchronous = FULL');
  }
  return wrap(database, path);
}

/** An empty database in memory. */
export function connectInMemory(): Connection {
  return keepInMemory(new Database(':memory:'));
}

/** A whole database held in memory, as `serialize` gives it; it grows to 1 GiB (SQLite's own limit), then writing throws SQLITE_FULL. */
export function connectBytes(bytes: Buffer): Connection {
  return keepInMemory(new Database(bytes));
}

/** Nothing of it touches a disk: its journal is in memory with it, and so are what sorting and temporary tables need. */
function keepInMemory(database: Database.Database): Connection {
  database.pragma('temp_store = MEMORY');
  database.pragma('trusted_schema = OFF');
  database.pragma('cell_size_check = ON');
  database.pragma('foreign_keys = ON');
  database.pragma('secure_delete = ON');
  return wrap(database, ':memory:');
}

/** The table a statement writes; a pragma names none. */
const WRITTEN_TABLE = /\b(?:INTO|UPDATE|DELETE FROM) ([a-z_]+)/;

function wrap(database: Database.Database, path: string): Connection {
  const statements = new Map<string, { statement: Database.Statement; writes: string | undefined }>();
  const prepare = ({ text }: Sql) => {
    let prepared = statements.get(text);
    if (!prepared) {
      prepared = { statement: database.prepare(text), writes: WRITTEN_TABLE.exec(text)?.[1] };
      statements.set(text, prepared);
    }
    return prepared;
  };
  const writes = new Map<string, number>();
  let writesToAny = 0;
  const db = {
    all: (query: Sql) => prepare(query).statement.all(...query.values),
    get: (query: Sql) => prepare(query).statement.get(...query.values),
    iterate: (query: Sql) => database.prepare(query.text).iterate(...query.values),
    countWrites: (tables: readonly string[]) => tables.reduce((count, table) => count + (writes.get(table) ?? 0), writesToAny),
    run: (query: Sql) => {
      const { statement, writes: table } = prepare(query);
      if (table === undefined) writesToAny += 1;
      else writes.set(table, (writes.get(table) ?? 0) + 1);
      const { changes, lastInsertRowid } = statement.run(...query.values);
      return { changes, lastKey: Number(lastInsertRowid) };
    },
  } as unknown as WritableDb;
  return {
    path,
    db,
    transact: (work) => {
      try {
        return database.transaction(() => work(db)).immediate();
      } catch (error) {
        writesToAny += 1;
        throw error;
      }
    },
    exec: (script) => {
      writesToAny += 1;
      database.exec(script);
    },
    pragma: (name) => database.pragma(name, { simple: true }),
    copyInto: (target) => void database.prepare('VACUUM INTO ?').run(target),
    serialize: () => database.serialize(),
    close: () => {
      statements.clear();
      database.close();
    },
  };
}

/** SQLite's result code of an error, such as SQLITE_FULL; null when the error is not SQLite's. */
export function getSqliteCode(error: unknown): string | null {
  return error instanceof Database.SqliteError ? error.code : null;
}

/** Turns what SQLite or the file system says about a full disk or a refused write into a failure the user can act on; other errors come back as they are. */
export function explainWriteError(error: unknown, file: string): unknown {
  const code = getSqliteCode(error) ?? (error as NodeJS.ErrnoException | null)?.code ?? '';
  if (code.startsWith('SQLITE_FULL') || code === 'ENOSPC' || code === 'EDQUOT' || code === 'EFBIG') {
    return new AppError('disk-full', { file }, { cause: error });
  }
  if (
    code.startsWith('SQLITE_READONLY') ||
    code.startsWith('SQLITE_CANTOPEN') ||
    ['EACCES', 'EPERM', 'EROFS', 'EBUSY', 'ENOENT', 'EISDIR', 'ENOTDIR'].includes(code)
  ) {
    return new AppError('write-refused', { file, reason: code }, { cause: error });
  }
  return error;
}
