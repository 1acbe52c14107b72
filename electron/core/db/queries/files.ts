import { createHash } from 'node:crypto';
import type { FileHash } from '../../../../shared/domain/ids';
import type { ReadableDb, WritableDb } from '../handles';
import { sql } from '../sql';

/** Keeps a file as received, once for equal bytes. Returns its SHA-256. Unrecorded: a file is only ever added. */
export function storeFile(db: WritableDb, bytes: Uint8Array, mime: string): FileHash {
  const hash = hashBytes(bytes);
  db.run(sql`INSERT INTO file (hash, size, mime, bytes) VALUES (${hash}, ${bytes.length}, ${mime}, ${bytes}) ON CONFLICT DO NOTHING`);
  return hash;
}

/** SHA-256 of bytes: by it a file is known wherever it went. */
export function hashBytes(bytes: Uint8Array): FileHash {
  return createHash('sha256').update(bytes).digest('hex') as FileHash;
}

/** A stored file's bytes and type, or null. */
export function findFile(db: ReadableDb, hash: FileHash): { bytes: Uint8Array; mime: string } | null {
  const row = db.get<{ bytes: Buffer; mime: string }>(sql`SELECT bytes, mime FROM file WHERE hash = ${hash}`);
  return row ? { bytes: new Uint8Array(row.bytes), mime: row.mime } : null;
}
