import { AppError } from '../../../shared/ipc/errors';
import { type Message, message } from '../../../shared/domain/message';

/** Formats this program reads. */
export type FileKind = 'text' | 'csv' | 'docx' | 'xlsx' | 'pdf';

const EXTENSIONS: Readonly<Record<string, FileKind>> = {
  txt: 'text',
  text: 'text',
  md: 'text',
  tsv: 'csv',
  csv: 'csv',
  docx: 'docx',
  xlsx: 'xlsx',
  xlsm: 'xlsx',
  xls: 'xlsx',
  pdf: 'pdf',
};

/** What to do with formats that are not read, by extension. */
const ADVICE: Readonly<Record<string, Message>> = {
  doc: message('advice.saveAsDocx'),
  wps: message('advice.saveAsDocx'),
  rtf: message('advice.saveAsDocx'),
  et: message('advice.saveAsXlsx'),
  ods: message('advice.saveAsXlsx'),
  ofd: message('advice.saveAsText'),
};
const GENERAL_ADVICE = message('advice.kinds');

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const OLE = [0xd0, 0xcf, 0x11, 0xe0];
const PDF = [0x25, 0x50, 0x44, 0x46];
/** Stream name that marks an Office file as encrypted, in the UTF-16 that OLE folders are written in. */
const ENCRYPTED_STREAM = Buffer.from('EncryptedPackage', 'utf16le');

const ENCIPHERED = message('reason.enciphered');

/** The longest annual reports are a tenth of this as text; what is larger is no document but a dump, and would keep the program busy for minutes. */
const TEXT_LIMIT_MEGABYTES = 20;

/**
 * Tells a file's format by its name and first bytes together. Throws unsupported-format with advice, encrypted-file, not-what-it-says when name and
 * content disagree, or file-too-large for a text no document comes near.
 */
export function getFileKind(bytes: Uint8Array, fileName: string): FileKind {
  const extension = /\.([^.]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? '';
  const advice = ADVICE[extension];
  if (advice) throw new AppError('unsupported-format', { file: fileName, advice });
  const kind = getNamedKind(fileName);
  if (!kind) throw new AppError('unsupported-format', { file: fileName, advice: GENERAL_ADVICE });
  const packaged = kind === 'docx' || kind === 'xlsx';
  if (startsWith(bytes, OLE)) {
    if (packaged && Buffer.from(bytes).includes(ENCRYPTED_STREAM)) throw new AppError('encrypted-file', { file: fileName });
    if (kind === 'xlsx') return kind;
    throw new AppError('not-what-it-says', { file: fileName, reason: message('reason.oldOffice') });
  }
  if (kind === 'pdf') {
    if (holdsPdf(bytes)) return kind;
    throw new AppError('not-what-it-says', { file: fileName, reason: looksEnciphered(bytes) ? ENCIPHERED : message('reason.notPdf') });
  }
  if (startsWith(bytes, PDF)) throw new AppError('not-what-it-says', { file: fileName, reason: message('reason.isPdf') });
  if (packaged && extension !== 'xls' && !startsWith(bytes, ZIP)) {
    throw new AppError('not-what-it-says', { file: fileName, reason: looksEnciphered(bytes) ? ENCIPHERED : message('reason.notOffice') });
  }
  if (!packaged && startsWith(bytes, ZIP)) throw new AppError('not-what-it-says', { file: fileName, reason: message('reason.isZip') });
  const megabytes = bytes.length / 1024 / 1024;
  if (!packaged && megabytes > TEXT_LIMIT_MEGABYTES) {
    throw new AppError('file-too-large', { file: fileName, size: `${Math.ceil(megabytes)} MB`, limit: `${TEXT_LIMIT_MEGABYTES} MB` });
  }
  return kind;
}

/** The format a file's name says it has; null for one that is not read. */
export function getNamedKind(fileName: string): FileKind | null {
  return EXTENSIONS[/\.([^.]+)$/.exec(fileName)?.[1]?.toLowerCase() ?? ''] ?? null;
}

/** Transparent encryption on company computers leaves no header and every byte equally likely; files of other formats begin with a header. */
function looksEnciphered(bytes: Uint8Array): boolean {
  const sample = bytes.subarray(0, 64 * 1024);
  if (sample.length < 1024 || !sample.subarray(0, 16).some((byte) => byte > 127)) return false;
  const counts = new Uint32Array(256);
  for (const byte of sample) counts[byte]! += 1;
  const expected = sample.length / 256;
  let deviation = 0;
  for (const count of counts) deviation += (count - expected) ** 2 / expected;
  // Chi-square of 255 degrees of freedom: about 255 for ciphertext, thousands for anything compressed or written.
  return deviation < 400;
}

/** Some writers put a few bytes before the header; PDF readers look for it within the first kilobyte. */
function holdsPdf(bytes: Uint8Array): boolean {
  return Buffer.from(bytes.subarray(0, 1024)).includes('%PDF-');
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte);
}
