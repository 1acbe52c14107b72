import type { Warning } from '../../../../shared/domain/place';
import type { RawPart } from '../../../../shared/tables/rawTable';
import { readPdfParts } from '../../../../shared/tables/pdf/readPdfParts';
import { type OnPage, readPdfPages } from './readPdfPages';

/** Reads a text PDF in reading order; everything left out or repaired is a warning. Throws as `readPdfPages` does. */
export async function readPdf(bytes: Uint8Array, fileName: string, onPage?: OnPage): Promise<{ parts: RawPart[]; warnings: Warning[] }> {
  const { pages, slanted } = await readPdfPages(bytes, fileName, onPage);
  const { parts, warnings } = readPdfParts(pages, fileName);
  if (slanted > 0) {
    warnings.push({
      code: 'slanted-text',
      message: `斜排或竖排的文字 ${slanted} 处未读取（水印、印章或竖排文字）`,
      file: fileName,
      place: null,
    });
  }
  return { parts, warnings };
}
