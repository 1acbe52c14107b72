import { AppError } from '../../../../shared/ipc/errors';
import { message } from '../../../../shared/domain/message';
import { loadPdfLibrary, NoFilters, PackageFiles } from '../pdf/pdfLibrary';
import type { PdfPage } from '../../../../shared/tables/pdf/pdfPage';
import { readPageText } from '../pdf/readPdfPages';
import { getPictureKind } from './pictureKind';

/** A page as a picture. `isDrawn` is false when nothing shows on it, or when a picture in it could not be decoded. */
export type PagePicture = { bytes: Uint8Array; mime: 'image/png' | 'image/jpeg'; isDrawn: boolean };

/** The pages of a PDF, or a picture of one page. Pages count from 1; `readText` gives no text for a picture. */
export type ScanPages = {
  pages: number;
  /** `pixels` is about the area of the picture. */
  render(page: number, pixels?: number): Promise<PagePicture>;
  readText(page: number): Promise<Pick<PdfPage, 'width' | 'height' | 'items'>>;
  close(): Promise<void>;
};

/** About 200 dots an inch on A4: enough for recognition, and 15 MB of memory for the one page that is drawn at a time. */
const PAGE_PIXELS = 4_000_000;
/** Larger pictures inside a page are not decoded; an A3 page at 600 dots an inch is below. */
const LARGEST_IMAGE = 72_000_000;
/** A scan of more pages is no letter. */
const SCAN_LIMIT = 300;

/**
 * Opens a scan, or with a higher `limit` of pages any PDF, for drawing its pages. Nothing in it is run or fetched. Rejects with encrypted-file,
 * document-broken, file-too-large.
 */
export async function openScan(bytes: Uint8Array, fileName: string, limit = SCAN_LIMIT): Promise<ScanPages> {
  const mime = getPictureKind(bytes);
  if (mime !== null)
    return {
      pages: 1,
      render: async () => ({ bytes: new Uint8Array(bytes), mime, isDrawn: true }),
      readText: async () => ({ width: 0, height: 0, items: [] }),
      close: async () => {},
    };
  const library = await loadPdfLibrary();
  const task = library.getDocument({
    data: new Uint8Array(bytes),
    verbosity: library.VerbosityLevel.ERRORS,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWasm: true,
    useWorkerFetch: false,
    enableXfa: false,
    cMapUrl: 'cmaps/',
    cMapPacked: true,
    standardFontDataUrl: 'standard_fonts/',
    wasmUrl: 'wasm/',
    BinaryDataFactory: PackageFiles,
    FilterFactory: NoFilters,
    maxImageSize: LARGEST_IMAGE,
  });
  const document = await task.promise.catch(async (error: unknown) => {
    await task.destroy();
    if (error instanceof Error && error.name === 'PasswordException')
      throw new AppError('encrypted-file', { file: fileName }, { cause: error });
    throw new AppError('document-broken', { file: fileName, place: message('spot.pdfStructure') }, { cause: error });
  });
  if (document.numPages > limit) {
    await task.destroy();
    const inPages = (count: number) => message('size.pages', { count });
    throw new AppError('file-too-large', { file: fileName, size: inPages(document.numPages), limit: inPages(limit) });
  }
  return {
    pages: document.numPages,
    render: async (number, pixels = PAGE_PIXELS) => {
      const page = await document.getPage(number);
      const { width, height } = page.getViewport({ scale: 1 });
      const viewport = page.getViewport({ scale: Math.min(4, Math.sqrt(pixels / Math.max(1, width * height))) });
      const { createCanvas } = await import('@napi-rs/canvas');
      const canvas = createCanvas(Math.max(1, Math.floor(viewport.width)), Math.max(1, Math.floor(viewport.height)));
      await page.render({ canvas: canvas as never, viewport, annotationMode: library.AnnotationMode.DISABLE }).promise;
      const isWhole = [...(page.objs as Iterable<[string, unknown]>)].every(([, picture]) => picture !== null);
      page.cleanup();
      const isDrawn = isWhole && !isOneColour(canvas.data());
      return { bytes: new Uint8Array(await canvas.encode('png')), mime: 'image/png', isDrawn };
    },
    readText: async (number) => {
      const page = await document.getPage(number);
      const { viewport, items } = await readPageText(page);
      page.cleanup();
      return { width: viewport.width, height: viewport.height, items };
    },
    close: () => task.destroy(),
  };
}

/** True of a page on which nothing shows: an empty one, or one whose pictures were left out or came out empty. */
function isOneColour(pixels: Uint8Array): boolean {
  const colours = new Uint32Array(pixels.buffer, pixels.byteOffset, pixels.byteLength >> 2);
  return colours.every((colour) => colour === colours[0]);
}
