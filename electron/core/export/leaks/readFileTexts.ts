import { inflateSync } from 'node:zlib';
import { strFromU8, unzipSync } from 'fflate';

/** A piece of text of a file, with the part of the file it stands in (`word/document.xml`, `word/embeddings/1.xlsx › xl/sharedStrings.xml`). */
export type FileText = { part: string; text: string };

/** How deep archives inside archives are opened. */
const DEEPEST = 4;

/**
 * Everything readable in a file: of an archive every part, text of XML by paragraph and by row of a table (runs joined, also text marked as deleted or hidden), each
 * attribute; of anything else its bytes read as UTF-8 and as UTF-16. What is compressed inside is unfolded first.
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
  if (isXml(bytes)) return readXmlTexts(strFromU8(bytes)).map((text) => ({ part, text }));
  return [new TextDecoder('utf-8'), new TextDecoder('utf-16le')].map((decoder) => ({ part, text: decoder.decode(bytes) }));
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 0x03 && bytes[3] === 0x04;
}

function isXml(bytes: Uint8Array): boolean {
  return /^\uFEFF?\s*</.test(strFromU8(bytes.subarray(0, 64)));
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

/** Elements that end a piece of text: what stands before and after is never one word. */
const ENDS =
  /<\/(?:w:p|a:p|m:oMathPara|si|c|row|c:v|c:pt|dc:\w+|dcterms:\w+|cp:\w+|vt:\w+|Company|Manager|property|comment)>|<w:(?:br|tab|cr)\b/;
const TAG = /<[^>]*>/g;
const ATTRIBUTE = /[\w:.-]+\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

function readXmlTexts(xml: string): string[] {
  const bare = (piece: string) => unescapeXml(piece.replaceAll(TAG, ''));
  const paragraphs = xml.split(ENDS).map(bare);
  const rows = Array.from(xml.matchAll(/<w:tr[ >][^]*?<\/w:tr>/g), ([row]) => row.split('</w:tc>').map(bare).join('\t'));
  const attributes = Array.from(xml.matchAll(ATTRIBUTE), (match) => unescapeXml(match[1] ?? match[2] ?? ''));
  const comments = Array.from(xml.matchAll(/<!--([^]*?)-->/g), (match) => match[1]!);
  return [...paragraphs, ...rows, ...attributes, ...comments].filter((text) => text.trim() !== '');
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

function unescapeXml(text: string): string {
  return text.replaceAll(/&(?:#x([0-9a-f]+)|#(\d+)|(\w+));/gi, (whole, hex?: string, decimal?: string, name?: string) => {
    if (name !== undefined) return ENTITIES[name] ?? whole;
    return String.fromCodePoint(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16));
  });
}
