import type { Warning } from '../../../shared/domain/place';
import { AppError } from '../../../shared/ipc/errors';
import type { RawPart } from '../../../shared/tables/rawTable';
import { decodeText } from './decodeText';
import { type FileKind, getFileKind } from './fileKind';
import { message } from '../../../shared/domain/message';

/**
 * The plain text of a letter file (TXT, DOCX or PDF), one line per paragraph. Rejects with the file's own error codes, unsupported-format for other
 * formats.
 */
export async function readLetterText(bytes: Uint8Array, fileName: string): Promise<{ text: string; warnings: Warning[] }> {
  const kind = getFileKind(bytes, fileName);
  if (kind === 'text') return { text: decodeText(bytes, fileName), warnings: [] };
  const { parts, warnings } = await readParts(kind, bytes, fileName);
  const text = parts.map(toText).join('\n');
  if (!/\S/.test(text)) throw new AppError('file-empty', { file: fileName });
  return { text, warnings };
}

async function readParts(kind: FileKind, bytes: Uint8Array, fileName: string): Promise<{ parts: RawPart[]; warnings: Warning[] }> {
  if (kind === 'docx') return (await import('./docx/readDocx')).readDocx(bytes, fileName);
  if (kind === 'pdf') return (await import('./pdf/readPdf')).readPdf(bytes, fileName);
  throw new AppError('unsupported-format', { file: fileName, advice: message('advice.letterKinds') });
}

function toText(part: RawPart): string {
  if (part.type === 'paragraph') return part.text;
  return part.table.cells.map((row) => row.map((cell) => cell.text).join('\t')).join('\n');
}
