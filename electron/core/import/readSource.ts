import type { ReadPart } from '../../../shared/domain/dataTable';
import type { Warning } from '../../../shared/domain/place';
import { describeParts } from '../../../shared/tables/describeParts';
import type { RawPart } from '../../../shared/tables/rawTable';
import { readCsv } from './csv/readCsv';
import { decodeText } from './decodeText';
import { readDocx } from './docx/readDocx';
import { type FileKind, getFileKind } from './fileKind';
import { readTextParts } from './text/readTextParts';
import { readXlsx } from './xlsx/readXlsx';

type Reading = { parts: RawPart[]; warnings: Warning[] };

const READERS: Readonly<Record<FileKind, (bytes: Uint8Array, fileName: string) => Reading>> = {
  text: (bytes, fileName) => readTextParts(decodeText(bytes, fileName), fileName),
  csv: readCsv,
  docx: readDocx,
  xlsx: readXlsx,
};

/** A source or draft read and understood: paragraphs and tables in reading order, and what could not be read. Throws the file's own error codes. */
export function readSource(bytes: Uint8Array, fileName: string): { parts: ReadPart[]; warnings: Warning[] } {
  const { parts, warnings } = READERS[getFileKind(bytes, fileName)](bytes, fileName);
  const described = describeParts(parts, fileName);
  return { parts: described.parts, warnings: [...warnings, ...described.warnings] };
}
