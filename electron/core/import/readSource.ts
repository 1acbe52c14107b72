import type { ReadPart } from '../../../shared/domain/dataTable';
import type { Warning } from '../../../shared/domain/place';
import { describeParts } from '../../../shared/tables/describeParts';
import type { RawPart } from '../../../shared/tables/rawTable';
import { decodeText } from './decodeText';
import { type FileKind, getFileKind } from './fileKind';

type Reader = (bytes: Uint8Array, fileName: string) => { parts: RawPart[]; warnings: Warning[] };

/** Readers are loaded when a file of their kind comes: the workbook reader alone is half of the program, and most calls need none of them. */
const READERS: Readonly<Record<FileKind, () => Promise<Reader>>> = {
  text: async () => {
    const { readTextParts } = await import('./text/readTextParts');
    return (bytes, fileName) => readTextParts(decodeText(bytes, fileName), fileName);
  },
  csv: async () => (await import('./csv/readCsv')).readCsv,
  docx: async () => (await import('./docx/readDocx')).readDocx,
  xlsx: async () => (await import('./xlsx/readXlsx')).readXlsx,
};

/** A source or draft read and understood: paragraphs and tables in reading order, and what could not be read. Rejects with the file's own error codes. */
export async function readSource(bytes: Uint8Array, fileName: string): Promise<{ parts: ReadPart[]; warnings: Warning[] }> {
  const read = await READERS[getFileKind(bytes, fileName)]();
  const { parts, warnings } = read(bytes, fileName);
  const described = describeParts(parts, fileName);
  return { parts: described.parts, warnings: [...warnings, ...described.warnings] };
}
