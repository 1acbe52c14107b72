import { AppError } from '../../../../shared/ipc/errors';
import type { Warning } from '../../../../shared/domain/place';
import type { RawPart } from '../../../../shared/tables/rawTable';
import { readPdfParts } from '../../../../shared/tables/pdf/readPdfParts';
import { isScan, type OnPage, type PdfReading, readPdfPages } from './readPdfPages';
import { message } from '../../../../shared/domain/message';

/** Reads a text PDF in reading order; everything left out or repaired is a warning. Throws as `readPdfPages` does, and unsupported-format for a scan. */
export async function readPdf(bytes: Uint8Array, fileName: string, onPage?: OnPage): Promise<{ parts: RawPart[]; warnings: Warning[] }> {
  const reading = await readPdfPages(bytes, fileName, onPage);
  if (isScan(reading)) throw new AppError('unsupported-format', { file: fileName, advice: message('advice.scan') });
  return understandPages(reading, fileName);
}

/** The document the pages hold, with what was left out or repaired. */
export function understandPages({ pages, slanted }: PdfReading, fileName: string): { parts: RawPart[]; warnings: Warning[] } {
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
