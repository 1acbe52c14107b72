import { extname } from 'node:path';
import type { PageCount } from '../../../../shared/domain/filingSet';
import { AppError } from '../../../../shared/ipc/errors';
import { loadPdfLibrary, openPdf } from '../../import/pdf/pdfLibrary';
import { openZip } from '../../import/zipArchive';

/** A note of properties is a few hundred characters. */
const MAX_PROPERTIES_BYTES = 100_000;
const MAX_TOTAL_BYTES = 400_000_000;

/** Pages of a file that goes into a filing, as far as it tells them itself. */
export async function countPages(fileName: string, bytes: Uint8Array): Promise<PageCount> {
  switch (extname(fileName).toLowerCase()) {
    case '.pdf':
      return toCount((await countByLibrary(bytes)) ?? countByPageTree(bytes), 'counted');
    case '.docx':
    case '.docm':
      return toCount(readNotedPages(bytes, fileName), 'noted');
    case '.jpg':
    case '.jpeg':
    case '.png':
    case '.bmp':
    case '.gif':
      return { pages: 1, how: 'counted' };
    default:
      return { pages: null, how: 'unpaged' };
  }
}

function toCount(pages: number | null, how: 'counted' | 'noted'): PageCount {
  return pages === null ? { pages: null, how: 'unreadable' } : { pages, how };
}

async function countByLibrary(bytes: Uint8Array): Promise<number | null> {
  const task = openPdf(await loadPdfLibrary(), bytes);
  try {
    return (await task.promise).numPages;
  } catch {
    // Enciphered or damaged: its page tree may still be legible.
    return null;
  } finally {
    await task.destroy();
  }
}

/** By the page tree as written in plain, which also a printed file without compressed objects and one under a password have; null without one. */
export function countByPageTree(bytes: Uint8Array): number | null {
  const text = new TextDecoder('latin1').decode(bytes);
  const counts = Array.from(text.matchAll(/\/Type\s*\/Pages\b[^>]*?\/Count\s+(\d+)|\/Count\s+(\d+)[^>]*?\/Type\s*\/Pages\b/g), (match) =>
    Number(match[1] ?? match[2]),
  );
  return counts.length === 0 ? null : Math.max(...counts);
}

/** The pages Word or WPS counted when it saved the file; null when what saved it did not count. */
function readNotedPages(bytes: Uint8Array, fileName: string): number | null {
  try {
    const properties = openZip(bytes, fileName, MAX_TOTAL_BYTES).read('docProps/app.xml', MAX_PROPERTIES_BYTES);
    const noted = Number(/<(?:\w+:)?Pages>\s*(\d{1,5})\s*</.exec(new TextDecoder().decode(properties ?? new Uint8Array()))?.[1] ?? 0);
    return noted > 0 ? noted : null;
  } catch (error) {
    if (error instanceof AppError) return null;
    throw error;
  }
}
