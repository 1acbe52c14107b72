import type { Id } from '../domain/ids';

const ALPHABET = '0123456789abcdefghjkmnpqrstvwxyz';
const MASK = (1n << 64n) - 1n;
const PRIME = 0x100000001b3n;

/** An id that follows from what it names, so that the same difference found twice, on any machine, is one change: FNV-1a in two lanes, 80 bits. */
export function deriveId<Noun extends string>(...parts: readonly unknown[]): Id<Noun> {
  let low = 0xcbf29ce484222325n;
  let high = 0x84222325cbf29ce4n;
  for (const character of JSON.stringify(parts)) {
    const code = BigInt(character.codePointAt(0)!);
    low = ((low ^ code) * PRIME) & MASK;
    high = ((high ^ (code + 0x9e37n)) * PRIME) & MASK;
  }
  let bits = (high << 64n) | low;
  let id = '';
  for (let index = 0; index < 16; index++) {
    id += ALPHABET[Number(bits & 31n)];
    bits >>= 7n;
  }
  return id as Id<Noun>;
}
