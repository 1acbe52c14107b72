import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { PDFDocumentLoadingTask } from 'pdfjs-dist';

/** The PDF library; loaded only when a PDF is read, for it is large. */
export type PdfLibrary = typeof import('pdfjs-dist');

let loading: Promise<PdfLibrary> | null = null;

/** Loads the library once. Its worker half runs in this process: core is off the window's thread already. */
export function loadPdfLibrary(): Promise<PdfLibrary> {
  loading ??= importQuietly();
  return loading;
}

async function importQuietly(): Promise<PdfLibrary> {
  const warn = console.warn;
  // Without a canvas the library says three times that it cannot draw; text is read without drawing.
  console.warn = (...args: unknown[]) => {
    if (!/^Warning: Cannot (?:load "@napi-rs\/canvas"|polyfill)/.test(String(args[0]))) warn(...args);
  };
  try {
    await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
    return await import('pdfjs-dist/legacy/build/pdf.mjs');
  } finally {
    console.warn = warn;
  }
}

/** Opens a PDF without drawing anything: nothing in it is run or fetched. Whoever calls destroys the task. */
export function openPdf(library: PdfLibrary, bytes: Uint8Array): PDFDocumentLoadingTask {
  return library.getDocument({
    // The library takes the buffer over: it gets a copy.
    data: new Uint8Array(bytes),
    verbosity: library.VerbosityLevel.ERRORS,
    isOffscreenCanvasSupported: false,
    isImageDecoderSupported: false,
    disableFontFace: true,
    useSystemFonts: false,
    useWasm: false,
    useWorkerFetch: false,
    enableXfa: false,
    cMapUrl: 'cmaps/',
    cMapPacked: true,
    standardFontDataUrl: 'standard_fonts/',
    BinaryDataFactory: PackageFiles,
    CanvasFactory: Object,
    FilterFactory: NoFilters,
    maxImageSize: 0,
  });
}

/** Folder of the installed package, also inside the packaged program's archive. */
const packageFolder = () => dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/** The package's folders by the library's name for them. Its picture decoders are asked for only where pages are drawn. */
const FOLDERS: Readonly<Record<string, string>> = { cMapUrl: 'cmaps', standardFontDataUrl: 'standard_fonts', wasmUrl: 'wasm' };

/** Gives the library the character maps, font metrics and decoders of its own package; every other file is refused, so that nothing is ever fetched. */
export class PackageFiles {
  async fetch({ kind, filename }: { kind: string; filename: string }): Promise<Uint8Array> {
    const folder = FOLDERS[kind];
    if (folder === undefined || !/^[\w.-]+$/.test(filename)) throw new Error(`not a file of the PDF library: ${kind} ${filename}`);
    return new Uint8Array(await readFile(join(packageFolder(), folder, filename)));
  }
}

/** Stands where the library expects what draws with colour filters; nothing is drawn. */
export class NoFilters {
  destroy(): void {}
}
