const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const CODES = new Map(Array.from(ALPHABET, (letter, code) => [letter, code]));

/** Base 64 with padding (RFC 4648), the same in every process. */
export function encodeBase64(bytes: Uint8Array): string {
  const pieces: string[] = [];
  for (let at = 0; at < bytes.length; at += 3) {
    const first = bytes[at] ?? 0;
    const second = bytes[at + 1] ?? 0;
    const third = bytes[at + 2] ?? 0;
    const left = bytes.length - at;
    pieces.push(
      ALPHABET.charAt(first >> 2),
      ALPHABET.charAt(((first & 3) << 4) | (second >> 4)),
      left > 1 ? ALPHABET.charAt(((second & 15) << 2) | (third >> 6)) : '=',
      left > 2 ? ALPHABET.charAt(third & 63) : '=',
    );
  }
  return pieces.join('');
}

/** Bytes of a base 64 text; throws a RangeError on anything else. */
export function decodeBase64(text: string): Uint8Array {
  const body = text.replace(/={1,2}$/, '');
  if (text.length % 4 !== 0 || body.length % 4 === 1) throw new RangeError('base 64 text has an impossible length');
  const bytes = new Uint8Array(Math.floor((body.length * 3) / 4));
  let held = 0;
  let heldBits = 0;
  let at = 0;
  for (const letter of body) {
    const code = CODES.get(letter);
    if (code === undefined) throw new RangeError(`“${letter}” is not base 64`);
    held = ((held << 6) | code) & 0xffffff;
    heldBits += 6;
    if (heldBits >= 8) {
      heldBits -= 8;
      bytes[at++] = (held >> heldBits) & 255;
    }
  }
  return bytes;
}

/** A value as JSON text in which bytes travel as `{"$bytes": base64}`. */
export function toWire(value: unknown): string {
  return JSON.stringify(value, function (this: Record<string, unknown>, key, shown: unknown) {
    // A Buffer has already become a plain object through its own toJSON here, so the holder is asked instead.
    const held = this[key];
    return held instanceof Uint8Array ? { $bytes: encodeBase64(held) } : shown;
  });
}

/** Reads what `toWire` wrote; throws a SyntaxError or RangeError on anything that is not such JSON. */
export function fromWire(text: string): unknown {
  return JSON.parse(text, (_key, value: unknown) => {
    if (typeof value !== 'object' || value === null || !('$bytes' in value)) return value;
    const { $bytes } = value;
    return typeof $bytes === 'string' && Object.keys(value).length === 1 ? decodeBase64($bytes) : value;
  });
}
