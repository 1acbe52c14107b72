const KINDS = [
  { mime: 'image/png', magic: [0x89, 0x50, 0x4e, 0x47] },
  { mime: 'image/jpeg', magic: [0xff, 0xd8, 0xff] },
] as const;

/** The type of a picture a letter may come as, told by its first bytes; null for anything else. */
export function getPictureKind(bytes: Uint8Array): 'image/png' | 'image/jpeg' | null {
  return KINDS.find(({ magic }) => magic.every((byte, at) => bytes[at] === byte))?.mime ?? null;
}
