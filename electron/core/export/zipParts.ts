import { crc32, deflateRawSync } from 'node:zlib';

const LOCAL_HEADER = 0x04034b50;
const DIRECTORY_ENTRY = 0x02014b50;
const END_OF_DIRECTORY = 0x06054b50;
const VERSION = 20;
const UTF8_NAMES = 0x0800;
const DEFLATED = 8;
/** 1 January 1980, 0:00: the first moment a ZIP can name, the same in every time zone. */
const FIRST_DAY = 0x0021;

/** Parts of a package as a ZIP, in their order, all of one time, so that equal parts give equal bytes. The runtime's own zlib packs them: ten times as fast as one in JavaScript. */
export function zipParts(parts: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const pieces: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [path, bytes] of Object.entries(parts)) {
    const name = Buffer.from(path, 'utf8');
    const packed = deflateRawSync(bytes, { level: 6 });
    const facts = describeEntry(bytes, packed, name);
    const header = Buffer.alloc(4);
    header.writeUInt32LE(LOCAL_HEADER);
    const local = Buffer.concat([header, facts, name, packed]);
    const entry = Buffer.alloc(6);
    entry.writeUInt32LE(DIRECTORY_ENTRY);
    entry.writeUInt16LE(VERSION, 4);
    // Comment, disk and attributes are none; then where the entry stands.
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(entry, facts, tail, name);
    pieces.push(local);
    offset += local.length;
  }
  const listed = Buffer.concat(directory);
  const count = Object.keys(parts).length;
  const end = Buffer.alloc(22);
  end.writeUInt32LE(END_OF_DIRECTORY);
  end.writeUInt16LE(count, 8);
  end.writeUInt16LE(count, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(offset, 16);
  return new Uint8Array(Buffer.concat([...pieces, listed, end]));
}

/** What local header and directory say alike: version, flags, method, time, sum, sizes, lengths of name and extra field. */
function describeEntry(bytes: Uint8Array, packed: Buffer, name: Buffer): Buffer {
  const facts = Buffer.alloc(26);
  facts.writeUInt16LE(VERSION, 0);
  facts.writeUInt16LE(UTF8_NAMES, 2);
  facts.writeUInt16LE(DEFLATED, 4);
  facts.writeUInt16LE(FIRST_DAY, 8);
  facts.writeUInt32LE(crc32(bytes), 10);
  facts.writeUInt32LE(packed.length, 14);
  facts.writeUInt32LE(bytes.length, 18);
  facts.writeUInt16LE(name.length, 22);
  return facts;
}
