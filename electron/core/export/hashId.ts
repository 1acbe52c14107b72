import { createHash } from 'node:crypto';
import type { Id } from '../../../shared/domain/ids';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';

/** An id that follows from words: 80 bits of their SHA-256. */
export function hashId<Noun extends string>(words: string): Id<Noun> {
  const digest = createHash('sha256').update(words).digest();
  let id = '';
  for (let index = 0; index < 16; index++) id += ALPHABET[digest[index]! & 31];
  return id as Id<Noun>;
}
