import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto';
import { closeSync, openSync, writeSync } from 'node:fs';
import { AppError } from '../../../../shared/ipc/errors';

/** A file under a password: these letters, salt, nonce, AES-256-GCM text and its tag. The key comes from the password by scrypt and is never stored. */
const MAGIC = Buffer.from('HUIHAN SEALED 1\n', 'latin1');
const SALT_BYTES = 16;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;
/** 128 MB and about half a second per guess: RFC 7914, with the cost OWASP names for interactive use. */
const SCRYPT = { N: 2 ** 17, r: 8, p: 1, maxmem: 192 * 1024 * 1024 } as const;
/** Worked through in pieces, so that a file is never in memory once more than it must be. */
const PIECE_BYTES = 4 * 1024 * 1024;

/** A password turned into a key, with the salt it was made with; held in memory while a file is open. */
export type Seal = { key: Buffer; salt: Buffer };

/** True for bytes that begin a sealed file. */
export function isSealed(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, MAGIC.length)).equals(MAGIC);
}

/** A new key for a password. The password is normalised, so that it may be typed on another system's keyboard. */
export function makeSeal(password: string, salt: Buffer = randomBytes(SALT_BYTES)): Seal {
  return { salt, key: scryptSync(password.normalize('NFKC'), salt, KEY_BYTES, SCRYPT) };
}

/** Encrypts whole bytes, each time with a new nonce. */
export function sealBytes(bytes: Uint8Array, seal: Seal): Buffer {
  return Buffer.concat([...sealPieces(bytes, seal)]);
}

/** Writes bytes sealed to a new file, readable by this user alone. */
export function writeSealed(path: string, bytes: Uint8Array, seal: Seal): void {
  const handle = openSync(path, 'wx', 0o600);
  try {
    for (const piece of sealPieces(bytes, seal)) for (let at = 0; at < piece.length; ) at += writeSync(handle, piece, at);
  } finally {
    closeSync(handle);
  }
}

function* sealPieces(bytes: Uint8Array, { key, salt }: Seal): Generator<Buffer> {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(MAGIC);
  yield Buffer.concat([MAGIC, salt, nonce]);
  for (let at = 0; at < bytes.length; at += PIECE_BYTES) yield cipher.update(bytes.subarray(at, at + PIECE_BYTES));
  yield cipher.final();
  yield cipher.getAuthTag();
}

/**
 * Decrypts whole bytes with a password, or with the key it was turned into for this very file. Throws password-needed without either, password-wrong
 * where it does not fit (or the file was altered).
 */
export function unsealBytes(sealed: Uint8Array, secret: string | Seal | null, file: string): { bytes: Buffer; seal: Seal } {
  if (secret === null) throw new AppError('password-needed', { file });
  const buffer = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  const salt = Buffer.from(buffer.subarray(MAGIC.length, MAGIC.length + SALT_BYTES));
  const nonce = buffer.subarray(MAGIC.length + SALT_BYTES, MAGIC.length + SALT_BYTES + NONCE_BYTES);
  const text = buffer.subarray(MAGIC.length + SALT_BYTES + NONCE_BYTES, -TAG_BYTES);
  const seal = typeof secret === 'string' ? makeSeal(secret, salt) : secret;
  try {
    const decipher = createDecipheriv('aes-256-gcm', seal.key, nonce);
    decipher.setAAD(MAGIC);
    decipher.setAuthTag(buffer.subarray(-TAG_BYTES));
    const bytes = Buffer.alloc(text.length);
    for (let at = 0; at < text.length; at += PIECE_BYTES) decipher.update(text.subarray(at, at + PIECE_BYTES)).copy(bytes, at);
    decipher.final();
    return { bytes, seal };
  } catch (cause) {
    throw new AppError('password-wrong', { file }, { cause });
  }
}
