import { type Browser, chromium } from '@playwright/test';
import type { ReadPart, ReadTable } from '../../../../../shared/domain/dataTable';
import { findChromium } from '../../../../../scripts/chromium.mjs';

/** Prints HTML as the pages of a PDF, with a browser's own head and foot where asked. */
export type Printer = { print(body: string, options?: { furniture?: boolean }): Promise<Uint8Array>; close(): Promise<void> };

const STYLE = `body { font: 16px "Noto Serif CJK SC", serif; line-height: 1.8 } p { margin: 0; text-indent: 2em; text-align: justify }
table { border-collapse: collapse; width: 100%; font-size: 10px; line-height: 1.4; margin: 6px 0 } td { border: 1px solid #000; padding: 2px 4px }
tr { break-inside: avoid }`;

/** A browser that prints, or null where none is installed. */
export async function startPrinter(): Promise<Printer | null> {
  const executablePath = findChromium();
  if (!executablePath) return null;
  const browser: Browser = await chromium.launch({ executablePath, args: ['--no-sandbox'] });
  return {
    print: async (body, { furniture = false } = {}) => {
      const page = await browser.newPage();
      await page.setContent(`<html lang="zh-CN"><head><style>${STYLE}</style></head><body>${body}</body></html>`);
      const pdf = await page.pdf({
        format: 'A4',
        margin: { top: '2.6cm', bottom: '2.6cm', left: '2.8cm', right: '2.8cm' },
        displayHeaderFooter: furniture,
        headerTemplate: '<span style="font-size:9px;margin-left:2.8cm">云岭示例股份有限公司公告</span>',
        footerTemplate: '<div style="font-size:9px;width:100%;text-align:center"><span class="pageNumber"></span></div>',
      });
      await page.close();
      return new Uint8Array(pdf);
    },
    close: () => browser.close(),
  };
}

/** Paragraphs of running text as HTML. */
export function toParagraphs(lines: readonly string[]): string {
  return lines.map((line) => `<p>${escape(line)}</p>`).join('');
}

/** A document in reading order as HTML with ruled tables. */
export function toRuledHtml(parts: readonly ReadPart[]): string {
  return parts.map((part) => (part.type === 'paragraph' ? `<p>${escape(part.text)}</p>` : toRuledTable(part.table))).join('');
}

function toRuledTable({ rows, headerRows }: ReadTable): string {
  const html = rows.map(
    (row) =>
      `<tr>${row
        .filter((cell) => !cell.covered)
        .map((cell) => `<td rowspan="${cell.rowSpan}" colspan="${cell.colSpan}">${escape(cell.text).replaceAll('\n', '<br>')}</td>`)
        .join('')}</tr>`,
  );
  return `<table><thead>${html.slice(0, headerRows).join('')}</thead><tbody>${html.slice(headerRows).join('')}</tbody></table>`;
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
