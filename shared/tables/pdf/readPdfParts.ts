import type { Warning } from '../../domain/place';
import type { RawPart } from '../rawTable';
import { joinPdfLines } from './joinPdfLines';
import { type Furniture, removeFurniture } from './pageFurniture';
import { readPageLines } from './pageLines';
import type { PdfPage } from './pdfPage';

const PAGES_NAMED = 3;

/**
 * A PDF's pages as a document in reading order: paragraphs with what the pages did to them undone. Heads, feet, page numbers left out and characters
 * repaired are warnings.
 */
export function readPdfParts(pages: readonly PdfPage[], fileName: string): { parts: RawPart[]; warnings: Warning[] } {
  const repairs = new Map<string, number>();
  const lined = pages.map((page) => ({ page: page.page, height: page.height, lines: readPageLines(page, repairs) }));
  const { pages: cleaned, furniture } = removeFurniture(lined);
  const [paragraphs] = joinPdfLines([cleaned.flatMap(({ lines }) => lines)]);
  const parts = paragraphs!.map(({ text, page }): RawPart => ({ type: 'paragraph', text, place: { page } }));
  return {
    parts,
    warnings: [...describeFurniture(furniture, fileName), ...describeRepairs(repairs, fileName), ...findBlankPages(pages, fileName)],
  };
}

function describeFurniture({ repeated, numbered }: Furniture, file: string): Warning[] {
  const warnings: Warning[] = repeated.map(({ text, pages }) => ({
    code: 'page-head-left-out',
    message: `每页重复的页眉或页脚“${text}”未计入正文（${namePages(pages)}）`,
    file,
    place: { page: pages[0]! },
  }));
  if (numbered.length > 0) {
    warnings.push({
      code: 'page-number-left-out',
      message: `页码未计入正文（${namePages(numbered)}）`,
      file,
      place: { page: numbered[0]! },
    });
  }
  return warnings;
}

function describeRepairs(repairs: ReadonlyMap<string, number>, file: string): Warning[] {
  if (repairs.size === 0) return [];
  const list = [...repairs].map(([repair, count]) => `${repair} ${count} 处`).join('、');
  return [{ code: 'radicals-repaired', message: `PDF 中的部首字符已还原为汉字：${list}`, file, place: null }];
}

function findBlankPages(pages: readonly PdfPage[], file: string): Warning[] {
  const blank = pages.filter(({ items }) => items.length === 0).map(({ page }) => page);
  if (blank.length === 0) return [];
  const message = `${namePages(blank)}没有文字，可能是扫描的图片，未读取，请核对`;
  return [{ code: 'page-without-text', message, file, place: { page: blank[0]! } }];
}

/** Pages in words: 第 1、2、3 页; long lists are cut with their count. */
function namePages(pages: readonly number[]): string {
  const named = pages.slice(0, PAGES_NAMED).join('、');
  return pages.length <= PAGES_NAMED ? `第 ${named} 页` : `第 ${named} 页等 ${pages.length} 页`;
}
