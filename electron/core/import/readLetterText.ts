import type { Warning } from '../../../shared/domain/place';
import { AppError } from '../../../shared/ipc/errors';
import type { RawPart } from '../../../shared/tables/rawTable';
import { decodeText } from './decodeText';
import { getFileKind } from './fileKind';

/** The plain text of a letter file (TXT or DOCX), one line per paragraph. Throws the file's own error codes, unsupported-format for other formats. */
export async function readLetterText(bytes: Uint8Array, fileName: string): Promise<{ text: string; warnings: Warning[] }> {
  const kind = getFileKind(bytes, fileName);
  if (kind === 'text') return { text: decodeText(bytes, fileName), warnings: [] };
  if (kind !== 'docx') throw new AppError('unsupported-format', { file: fileName, advice: '问询函请用 TXT 或 DOCX。' });
  const { readDocx } = await import('./docx/readDocx');
  const { parts, warnings } = readDocx(bytes, fileName);
  const text = parts.map(toText).join('\n');
  if (!/\S/.test(text)) throw new AppError('file-empty', { file: fileName });
  return { text, warnings };
}

function toText(part: RawPart): string {
  if (part.type === 'paragraph') return part.text;
  return part.table.cells.map((row) => row.map((cell) => cell.text).join('\t')).join('\n');
}
