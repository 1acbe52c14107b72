import type { Warning } from '../../../../shared/domain/place';
import type { RawPart } from '../../../../shared/tables/rawTable';
import { readPdfParts } from '../../../../shared/tables/pdf/readPdfParts';
import { type OnPage, readPdfPages } from './readPdfPages';
import { message } from '../../../../shared/domain/message';

/** Reads a text PDF in reading order; everything left out or repaired is a warning. Throws as `readPdfPages` does. */
export async function readPdf(bytes: Uint8Array, fileName: string, onPage?: OnPage): Promise<{ parts: RawPart[]; warnings: Warning[] }> {
  const { pages, slanted } = await readPdfPages(bytes, fileName, onPage);
  const { parts, warnings } = readPdfParts(pages, fileName);
  if (slanted > 0) {
    warnings.push({
      code: 'slanted-text',
      message: message('warning.slanted-text', { count: slanted }),
      file: fileName,
      place: null,
    });
  }
  return { parts, warnings };
}
