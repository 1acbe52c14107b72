import { createCipheriv, createDecipheriv, randomBytes, scryptSync } from 'node:crypto';
import { AppError } from '../../../../shared/ipc/errors';

/** A file under a password: these letters, salt, nonce, AES-256-GCM text and its tag. The key comes from the password by scrypt and is never stored. */
const MAGIC = Buffer.from('HUIHAN SEALED 1\n', 'latin1');
const SALT_BYTES = 16;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const KEY_BYTES = 32;
/** 128 MB and about half a second per guess: RFC 7914, with the cost OWASP names for interactive use. */
const SCRYPT = { N: 2 ** 17, r: 8, p: 1, maxmem: 192 * 1024 * 1024 } as const;

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
export function sealBytes(bytes: Uint8Array, { key, salt }: Seal): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(MAGIC);
  const text = Buffer.concat([cipher.update(bytes), cipher.final()]);
  return Buffer.concat([MAGIC, salt, nonce, text, cipher.getAuthTag()]);
}

/** Decrypts whole bytes. Throws password-needed without a password, password-wrong where it does not fit (or the file was altered). */
export function unsealBytes(sealed: Uint8Array, password: string | null, file: string): { bytes: Buffer; seal: Seal } {
  if (password === null) throw new AppError('password-needed', { file });
  const buffer = Buffer.from(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  const salt = buffer.subarray(MAGIC.length, MAGIC.length + SALT_BYTES);
  const nonce = buffer.subarray(MAGIC.length + SALT_BYTES, MAGIC.length + SALT_BYTES + NONCE_BYTES);
  const text = buffer.subarray(MAGIC.length + SALT_BYTES + NONCE_BYTES, -TAG_BYTES);
  const seal = makeSeal(password, Buffer.from(salt));
  try {
    const decipher = createDecipheriv('aes-256-gcm', seal.key, nonce);
    decipher.setAAD(MAGIC);
    decipher.setAuthTag(buffer.subarray(-TAG_BYTES));
    return { bytes: Buffer.concat([decipher.update(text), decipher.final()]), seal };
  } catch (cause) {
    throw new AppError('password-wrong', { file }, { cause });
  }
}
