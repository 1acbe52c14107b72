import { inflateSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { blankMachineTokens } from '../../machineTokens';
import { isPicture } from './readPictures';
import { readXmlTexts } from './readXmlTexts';

/** A piece of text of a file, with the part of the file it stands in (`word/document.xml`, `word/embeddings/1.xlsx › xl/sharedStrings.xml`). */
export type FileText = { part: string; text: string };

/** How deep archives inside archives are opened. */
const DEEPEST = 4;

/**
 * Everything readable in a file: of an archive every part, text of XML by paragraph and by row of a table (runs joined, also text marked as deleted or
 * hidden), each attribute that may say something; of anything else what reads as text in it. What is compressed inside is unfolded first. Words that
 * pictures show are read elsewhere (`readPictures`).
 */
export function readFileTexts(part: string, bytes: Uint8Array, depth = 0): FileText[] {
  if (depth < DEEPEST && isZip(bytes)) {
    const entries = Object.entries(unzipSync(bytes));
    return entries.flatMap(([path, content]) => [
      { part, text: path },
      ...readFileTexts(depth === 0 ? path : `${part} › ${path}`, content, depth + 1),
    ]);
  }
  const unfolded = inflate(bytes);
  if (unfolded !== null) return readFileTexts(part, unfolded, depth + 1);
  const xml = decodeXml(bytes);
  if (xml !== null) return readXmlTexts(xml).map((text) => ({ part, text: blankMachineTokens(text) }));
  return readBytes(bytes).map((text) => ({ part, text }));
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
}

/** Text that is XML, in whatever encoding its first bytes say; null for anything else. */
function decodeXml(bytes: Uint8Array): string | null {
  const isWide = bytes[0] === 0xff || (bytes[0] === 0x3c && bytes[1] === 0);
  const isWideBig = bytes[0] === 0xfe || (bytes[0] === 0 && bytes[1] === 0x3c);
  const decoder = new TextDecoder(isWide ? 'utf-16le' : isWideBig ? 'utf-16be' : 'utf-8');
  if (!/^\s*</.test(decoder.decode(bytes.subarray(0, 64)))) return null;
  return decoder.decode(bytes);
}

/** The content of a zlib stream; null when it is none. */
function inflate(bytes: Uint8Array): Uint8Array | null {
  if ((bytes[0]! & 0x0f) !== 8 || ((bytes[0]! << 8) | bytes[1]!) % 31 !== 0) return null;
  try {
    return inflateSync(bytes);
  } catch {
    // Two bytes may look like the head of a stream by chance: the bytes are then read as they are.
    return null;
  }
}

/** Encodings text may have in a file that is no XML; two bytes a character may begin at any byte. */
const ENCODINGS = [
  ['utf-8', 0],
  ['utf-16le', 0],
  ['utf-16le', 1],
  ['gb18030', 0],
] as const;

/** Runs of a picture's bytes shorter than this are chance, not its description. */
const SHORTEST_RUN = 8;
// oxlint-disable-next-line no-control-regex
const UNREADABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffd]+/;

/** Bytes as text in each encoding. Of a picture only what its makers wrote into it: its pixels hold any few digits by chance. */
function readBytes(bytes: Uint8Array): string[] {
  const isDrawn = isPicture(bytes);
  return ENCODINGS.flatMap(([encoding, from]) => {
    const text = new TextDecoder(encoding).decode(bytes.subarray(from));
    return isDrawn ? text.split(UNREADABLE).filter((run) => run.length >= SHORTEST_RUN) : [text];
  });
}
