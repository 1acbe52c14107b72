import type { LetterCleaning } from '../../../shared/domain/letter';
import type { Warning } from '../../../shared/domain/place';
import { AppError } from '../../../shared/ipc/errors';
import type { RawPart } from '../../../shared/tables/rawTable';
import { decodeText } from './decodeText';
import { getFileKind } from './fileKind';
import { getPictureKind } from './scan/pictureKind';
import { message } from '../../../shared/domain/message';

/** A letter file's plain text, one line per paragraph; what a PDF's pages had around it is in `cleaned`. `scanPages` counts the pages of a scan, whose text is empty. */
export type LetterText = { text: string; warnings: Warning[]; cleaned: LetterCleaning[]; scanPages: number };

/** Reads a letter file (TXT, DOCX, PDF, or a picture of one). Rejects with the file's own error codes, unsupported-format for other formats. */
export type ReadLetterText = (bytes: Uint8Array, fileName: string) => Promise<LetterText>;

/** Reads on the caller's own thread. */
export const readLetterText: ReadLetterText = async (bytes, fileName) => {
  if (getPictureKind(bytes) !== null) return { text: '', warnings: [], cleaned: [], scanPages: 1 };
  const kind = getFileKind(bytes, fileName);
  if (kind === 'text') return { text: decodeText(bytes, fileName), warnings: [], cleaned: [], scanPages: 0 };
  if (kind === 'pdf') {
    const { readPdfLetter } = await import('./pdf/readPdfLetter');
    return readPdfLetter(bytes, fileName);
  }
  if (kind !== 'docx') throw new AppError('unsupported-format', { file: fileName, advice: message('advice.letterKinds') });
  const { parts, warnings } = (await import('./docx/readDocx')).readDocx(bytes, fileName);
  const text = parts.map(toText).join('\n');
  if (!/\S/.test(text)) throw new AppError('file-empty', { file: fileName });
  return { text, warnings, cleaned: [], scanPages: 0 };
};

/** A part's text; cells of a table row are separated by tabs. */
export function toText(part: RawPart): string {
  if (part.type === 'paragraph') return part.text;
  return part.table.cells.map((row) => row.map((cell) => cell.text).join('\t')).join('\n');
}
