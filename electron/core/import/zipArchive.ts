import { crc32, inflateRawSync } from 'node:zlib';
import { AppError } from '../../../shared/ipc/errors';
import { message } from '../../../shared/domain/message';

/** A zip file held in memory whose entries unfold one at a time, within a budget for all of them together. */
export type ZipArchive = {
  /** Names of all entries, in the order of the directory. */
  names(): string[];
  has(name: string): boolean;
  /** Bytes of an entry, or null when there is none of that name. Throws an AppError for a damaged, enciphered or oversized one. */
  read(name: string, limitBytes: number): Uint8Array | null;
};

type Entry = { name: string; method: number; flags: number; crc: number; packedSize: number; size: number; headerOffset: number };

const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const END_SIZE = 22;
const DIRECTORY_ENTRY_SIZE = 46;
const LOCAL_HEADER_SIZE = 30;
const MAX_COMMENT = 0xffff;
const ZIP64_MARK = 0xffffffff;
const STORED = 0;
const DEFLATED = 8;
const ENCIPHERED_FLAG = 1;

/** Opens a zip by its central directory, as Office does. Throws `archive-truncated` when the directory is missing or points outside the file. */
export function openZip(bytes: Uint8Array, fileName: string, budgetBytes: number): ZipArchive {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const entries = readDirectory(view, bytes, fileName);
  let remaining = budgetBytes;
  return {
    names: () => [...entries.keys()],
    has: (name) => entries.has(name),
    read(name, limitBytes) {
      const entry = entries.get(name);
      if (!entry) return null;
      const limit = Math.min(limitBytes, remaining);
      if (entry.size > limit) throw new AppError('archive-bomb', { file: fileName, size: formatSize(entry.size), place: name });
      const content = unfold(view, bytes, entry, fileName);
      remaining -= content.length;
      return content;
    },
  };
}

function readDirectory(view: DataView, bytes: Uint8Array, fileName: string): Map<string, Entry> {
  const end = findEndOfDirectory(view);
  if (end === null) throw new AppError('archive-truncated', { file: fileName, place: message('spot.noDirectory') });
  const count = view.getUint16(end + 10, true);
  let offset = view.getUint32(end + 16, true);
  const entries = new Map<string, Entry>();
  for (let i = 0; i < count; i++) {
    if (offset + DIRECTORY_ENTRY_SIZE > view.byteLength || view.getUint32(offset, true) !== DIRECTORY_ENTRY) {
      throw new AppError('archive-truncated', { file: fileName, place: message('spot.directoryEntry', { entry: i + 1 }) });
    }
    const nameLength = view.getUint16(offset + 28, true);
    const tailLength = view.getUint16(offset + 30, true) + view.getUint16(offset + 32, true);
    const nameStart = offset + DIRECTORY_ENTRY_SIZE;
    const name = decodeName(bytes.subarray(nameStart, nameStart + nameLength));
    if (entries.has(name)) throw new AppError('document-broken', { file: fileName, place: message('spot.entryTwice', { entry: name }) });
    entries.set(name, {
      name,
      flags: view.getUint16(offset + 8, true),
      method: view.getUint16(offset + 10, true),
      crc: view.getUint32(offset + 16, true),
      packedSize: view.getUint32(offset + 20, true),
      size: view.getUint32(offset + 24, true),
      headerOffset: view.getUint32(offset + 42, true),
    });
    offset = nameStart + nameLength + tailLength;
  }
  return entries;
}

function findEndOfDirectory(view: DataView): number | null {
  const last = view.byteLength - END_SIZE;
  for (let offset = last; offset >= Math.max(0, last - MAX_COMMENT); offset--) {
    if (view.getUint32(offset, true) === END_OF_DIRECTORY) return offset;
  }
  return null;
}

/** Some packers write \ where the format asks for /. */
function decodeName(bytes: Uint8Array): string {
  return new TextDecoder('utf-8').decode(bytes).replaceAll('\\', '/');
}

function unfold(view: DataView, bytes: Uint8Array, entry: Entry, fileName: string): Uint8Array {
  const { name } = entry;
  if (entry.flags & ENCIPHERED_FLAG) throw new AppError('encrypted-file', { file: fileName, place: name });
  const start = entry.headerOffset;
  if (entry.size === ZIP64_MARK || entry.packedSize === ZIP64_MARK || start === ZIP64_MARK) {
    throw new AppError('archive-bomb', { file: fileName, size: message('size.fourGigabytes'), place: name });
  }
  if (start + LOCAL_HEADER_SIZE > view.byteLength || view.getUint32(start, true) !== LOCAL_HEADER) {
    throw new AppError('archive-truncated', { file: fileName, place: name });
  }
  const dataStart = start + LOCAL_HEADER_SIZE + view.getUint16(start + 26, true) + view.getUint16(start + 28, true);
  if (dataStart + entry.packedSize > view.byteLength) throw new AppError('archive-truncated', { file: fileName, place: name });
  const content = inflate(bytes.subarray(dataStart, dataStart + entry.packedSize), entry, fileName);
  if (content.length !== entry.size || crc32(content) !== entry.crc) {
    throw new AppError('document-broken', { file: fileName, place: message('spot.checksum', { entry: name }) });
  }
  return content;
}

function inflate(packed: Uint8Array, entry: Entry, fileName: string): Uint8Array {
  if (entry.method === STORED) return packed;
  if (entry.method !== DEFLATED)
    throw new AppError('document-broken', { file: fileName, place: message('spot.method', { entry: entry.name, method: entry.method }) });
  try {
    // One byte more than declared is enough to see that the entry lies about its size.
    const content = inflateRawSync(packed, { maxOutputLength: entry.size + 1 });
    return new Uint8Array(content.buffer, content.byteOffset, content.byteLength);
  } catch (cause) {
    if (cause instanceof RangeError) {
      throw new AppError(
        'archive-bomb',
        { file: fileName, size: message('size.over', { size: formatSize(entry.size) }), place: entry.name },
        { cause },
      );
    }
    throw new AppError('document-broken', { file: fileName, place: message('spot.cannotUnfold', { entry: entry.name }) }, { cause });
  }
}

function formatSize(bytes: number): string {
  return bytes < 1_000_000 ? `${Math.ceil(bytes / 1000)} KB` : `${Math.ceil(bytes / 1_000_000)} MB`;
}
