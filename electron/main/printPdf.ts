import { BrowserWindow } from 'electron';
import { addPdfOutline } from '../../shared/document/page/pdfOutline';
import type { PrintPage } from '../../shared/document/page/printPage';
import { forgetPrintPage, offerPrintPage } from './appProtocol';

/** The page number at the foot, as the house format prints it. */
const FOOTER =
  '<div style="width:100%;text-align:center;font:9pt \'Times New Roman\',\'Liberation Serif\',serif"><span class="pageNumber"></span></div>';

/** Prints a page in a hidden window of its own that runs no script and reaches nothing, and gives the PDF its bookmarks. */
export async function printPdf({ html, outline }: PrintPage): Promise<Uint8Array> {
  const url = offerPrintPage(html);
  const window = new BrowserWindow({
    show: false,
    webPreferences: {
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      javascript: false,
      webviewTag: false,
      spellcheck: false,
    },
  });
  try {
    await window.loadURL(url);
    const pdf = await window.webContents.printToPDF({
      preferCSSPageSize: true,
      printBackground: true,
      displayHeaderFooter: true,
      headerTemplate: '<span></span>',
      footerTemplate: FOOTER,
      generateTaggedPDF: true,
    });
    return addPdfOutline(pdf, outline);
  } finally {
    window.destroy();
    forgetPrintPage(url);
  }
}
