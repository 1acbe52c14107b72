import type { PageViewport, PDFDocumentProxy, PDFPageProxy } from 'pdfjs-dist';
import type { TextItem } from 'pdfjs-dist/types/src/display/api';
import { AppError } from '../../../../shared/ipc/errors';
import { hasColumns } from '../../../../shared/tables/pdf/pageLines';
import type { PdfPage, PdfText } from '../../../../shared/tables/pdf/pdfPage';
import { loadPdfLibrary, openPdf, type PdfLibrary } from './pdfLibrary';
import { readPageRules } from './pageRules';
import { message } from '../../../../shared/domain/message';

/** Called after each page; may throw to stop the reading. */
export type OnPage = (done: number, total: number) => Promise<void>;

/** Longer than the longest annual reports; more pages are a flood. */
const PAGE_LIMIT = 3000;

/** The text and ruling lines of every page. `slanted` counts pieces left out because they are not horizontal (watermarks, stamps). */
export type PdfReading = { pages: PdfPage[]; slanted: number };

/**
 * Reads a PDF page by page without drawing it; nothing in it is run or fetched. Throws encrypted-file, document-broken or
 * file-too-large.
 */
export async function readPdfPages(bytes: Uint8Array, fileName: string, onPage?: OnPage): Promise<PdfReading> {
  const library = await loadPdfLibrary();
  const task = openPdf(library, bytes);
  try {
    const document = await task.promise;
    if (document.numPages > PAGE_LIMIT) {
      throw new AppError('file-too-large', {
        file: fileName,
        size: message('size.pages', { count: document.numPages }),
        limit: message('size.pages', { count: PAGE_LIMIT }),
      });
    }
    return await readPages(library, document, onPage);
  } catch (error) {
    throw explain(error, fileName);
  } finally {
    await task.destroy();
  }
}

async function readPages(library: PdfLibrary, document: PDFDocumentProxy, onPage?: OnPage): Promise<PdfReading> {
  const reading: PdfReading = { pages: [], slanted: 0 };
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    reading.pages.push(await readPage(library, page, number, reading));
    page.cleanup();
    await onPage?.(number, document.numPages);
  }
  return reading;
}

/** True for a scan: pages, and no text on any of them. */
export function isScan({ pages }: PdfReading): boolean {
  return pages.every(({ items }) => items.length === 0);
}

async function readPage(library: PdfLibrary, page: PDFPageProxy, number: number, reading: PdfReading): Promise<PdfPage> {
  const { viewport, items, slanted } = await readPageText(page);
  reading.slanted += slanted;
  const drawn = items.some(({ text }) => text.trim() !== '') ? items : [];
  const rules = hasColumns({ items: drawn })
    ? readPageRules(
        library.OPS,
        await page.getOperatorList({ annotationMode: library.AnnotationMode.DISABLE }),
        viewport.transform as Matrix,
      )
    : [];
  return { page: number, width: viewport.width, height: viewport.height, items: drawn, rules };
}

/** The horizontal text of a page as it is shown, and how many pieces are not horizontal. */
export async function readPageText(page: PDFPageProxy): Promise<{ viewport: PageViewport; items: PdfText[]; slanted: number }> {
  const viewport = page.getViewport({ scale: 1 });
  const items: PdfText[] = [];
  let slanted = 0;
  for (const item of (await page.getTextContent()).items) {
    if (!('str' in item) || item.str === '') continue;
    const text = placeText(item, viewport.transform as Matrix);
    if (text) items.push(text);
    else if (item.str.trim() !== '') slanted += 1;
  }
  return { viewport, items, slanted };
}

type Matrix = [number, number, number, number, number, number];

/** Where a piece of text stands on the page as shown, or null when it is not horizontal. */
function placeText(item: TextItem, [a, b, c, d, e, f]: Matrix): PdfText | null {
  const [p, q, r, s, x, y] = item.transform as Matrix;
  const along = { x: a * p + c * q, y: b * p + d * q };
  const up = { x: a * r + c * s, y: b * r + d * s };
  if (Math.abs(along.y) > Math.abs(along.x) * 0.02) return null;
  const fontSize = Math.round(Math.hypot(up.x, up.y) * 10) / 10;
  if (fontSize === 0 || !Number.isFinite(fontSize)) return null;
  return { text: item.str, x: a * x + c * y + e, y: b * x + d * y + f, width: item.width, fontSize };
}

function explain(error: unknown, file: string): unknown {
  if (error instanceof AppError || !(error instanceof Error)) return error;
  if (error.name === 'PasswordException') return new AppError('encrypted-file', { file }, { cause: error });
  return new AppError('document-broken', { file, place: message('spot.pdfStructure') }, { cause: error });
}
