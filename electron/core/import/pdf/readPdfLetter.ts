import type { LetterCleaning } from '../../../../shared/domain/letter';
import { recordCleanings } from '../../../../shared/letter/recordCleanings';
import { readPageLines } from '../../../../shared/tables/pdf/pageLines';
import type { PdfPage } from '../../../../shared/tables/pdf/pdfPage';
import { type LetterText, toText } from '../readLetterText';
import { understandPages } from './readPdf';
import { isScan, readPdfPages } from './readPdfPages';

/** Reads a PDF as a letter, with what its pages had around the text. A scan gives its number of pages. Throws as `readPdfPages` does. */
export async function readPdfLetter(bytes: Uint8Array, fileName: string): Promise<LetterText> {
  const reading = await readPdfPages(bytes, fileName);
  if (isScan(reading)) return { text: '', warnings: [], cleaned: [], scanPages: reading.pages.length };
  const { parts, warnings } = understandPages(reading, fileName);
  const text = parts.map(toText).join('\n');
  return { text, warnings, cleaned: describePages(reading.pages, text), scanPages: 0 };
}

/** What stands on the pages and not in the text: whole lines left out, lines joined, radicals read as characters. Tables are read in another order. */
function describePages(pages: readonly PdfPage[], text: string): LetterCleaning[] {
  const glyphs: LetterCleaning[] = [];
  const printed: { page: number; text: string }[] = [];
  for (const page of pages) {
    const repairs = new Map<string, number>();
    for (const line of readPageLines(page, repairs)) printed.push({ page: page.page, text: line.text });
    for (const repair of repairs.keys()) {
      const [original, kept] = repair.split('→');
      glyphs.push({ kind: 'glyph', line: null, page: page.page, original: original!, kept: kept! });
    }
  }
  const lines = new Set(printed.map((line) => line.text));
  const compared = recordCleanings(printed.map((line) => line.text).join('\n'), text).filter(
    ({ kind, original }) => kind === 'lineJoin' || original.split('\n').every((line) => lines.has(line)),
  );
  return [...compared.map((entry) => ({ ...entry, line: null, page: printed[entry.line! - 1]?.page ?? null })), ...glyphs];
}
