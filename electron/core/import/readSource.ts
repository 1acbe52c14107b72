import type { ReadPart } from '../../../shared/domain/dataTable';
import type { Warning } from '../../../shared/domain/place';
import { AppError } from '../../../shared/ipc/errors';
import { describeParts } from '../../../shared/tables/describeParts';
import type { RawPart } from '../../../shared/tables/rawTable';
import { decodeText } from './decodeText';
import { type FileKind, getFileKind } from './fileKind';
import { message } from '../../../shared/domain/message';

type Reading = { parts: RawPart[]; warnings: Warning[] };
/** Called after each page of a long file; may reject to stop the reading. */
type OnPage = (done: number, total: number) => Promise<void>;
type Reader = (bytes: Uint8Array, fileName: string, onPage: OnPage, forReply: boolean) => Reading | Promise<Reading>;

/** Readers are loaded when a file of their kind comes: the workbook reader alone is half of the program, and most calls need none of them. */
const READERS: Readonly<Record<FileKind, () => Promise<Reader>>> = {
  text: async () => {
    const { readTextParts } = await import('./text/readTextParts');
    return (bytes, fileName) => readTextParts(decodeText(bytes, fileName), fileName);
  },
  csv: async () => (await import('./csv/readCsv')).readCsv,
  docx: async () => {
    const { readDocx } = await import('./docx/readDocx');
    return (bytes, fileName, _onPage, forReply) => readDocx(bytes, fileName, forReply);
  },
  xlsx: async () => (await import('./xlsx/readXlsx')).readXlsx,
  pdf: async () => (await import('./pdf/readPdf')).readPdf,
};

/** A file of more cells is a system's dump, not evidence anyone can read; storing it would take minutes. */
const MOST_CELLS = 500_000;

/**
 * Reads and understands a source or draft: paragraphs and tables in reading order, and what could not be read. `forReply` keeps what a
 * reply can hold besides text and tables; `signal` stops a reading that takes long. Rejects with the file's own error codes.
 */
export type ReadSource = (
  bytes: Uint8Array,
  fileName: string,
  options?: { onPage?: OnPage; forReply?: boolean; signal?: AbortSignal },
) => Promise<{ parts: ReadPart[]; warnings: Warning[] }>;

/** Reads on the caller's own thread, which is stopped by `onPage` alone. */
export const readSource: ReadSource = async (bytes, fileName, { onPage, forReply = false } = {}) => {
  const read = await READERS[getFileKind(bytes, fileName)]();
  let hasPages = false;
  const follow: OnPage = async (...at) => {
    hasPages = true;
    await onPage?.(...at);
  };
  const { parts, warnings } = await read(bytes, fileName, follow, forReply);
  // Understanding a long workbook takes as long as reading it: other calls get their turn in between.
  if (!hasPages) await onPage?.(0, 1);
  refuseTooManyCells(parts, fileName);
  const described = describeParts(parts, fileName);
  return { parts: described.parts, warnings: [...warnings, ...described.warnings] };
};

function refuseTooManyCells(parts: readonly RawPart[], file: string): void {
  let cells = 0;
  for (const part of parts) if (part.type === 'table') cells += part.table.cells.length * (part.table.cells[0]?.length ?? 0);
  if (cells > MOST_CELLS) {
    const inWords = (count: number) => message('size.cells', { count: count.toLocaleString('en-US') });
    throw new AppError('file-too-large', { file, size: inWords(cells), limit: inWords(MOST_CELLS) });
  }
}
