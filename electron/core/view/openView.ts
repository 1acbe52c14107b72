import { message } from '../../../shared/domain/message';
import type { PlacedPart } from '../../../shared/domain/tableOrigin';
import { AppError } from '../../../shared/ipc/errors';
import { assert } from '../../../shared/util/assert';
import { locateRows, surroundBoxes } from '../../../shared/tables/pdf/locateRows';
import { getFileKind } from '../import/fileKind';
import { getPictureKind } from '../import/scan/pictureKind';
import { openScan, type ScanPages } from '../import/scan/scanPages';
import type { ViewAnswers, ViewRequest } from './viewRequests';

/** A file opened to be looked at. */
export type OpenView = { look: (request: ViewRequest) => Promise<ViewAnswers[ViewRequest['ask']]>; close: () => Promise<void> };

/** As long as the longest report that is read. */
const MOST_PAGES = 3000;
/** Pages a table is followed over. */
const TABLE_PAGES = 60;
/** Pages kept as pictures, for going back and forth. */
const KEPT_PICTURES = 8;
/** Points between a table's text and the line around it. */
const MARGIN = 4;

/** Opens a received file to be looked at. Nothing in it is run or fetched. Rejects with the file's own error codes. */
export async function openView(bytes: Uint8Array, fileName: string): Promise<OpenView> {
  if (getPictureKind(bytes) !== null || getFileKind(bytes, fileName) === 'pdf')
    return openPages(await openScan(bytes, fileName, MOST_PAGES));
  const { openSheets } = await import('./openSheets');
  return openSheets(bytes, fileName);
}

function openPages(scan: ScanPages): OpenView {
  const pictures = new Map<string, ViewAnswers['page']>();
  const draw = async (page: number, pixels: number | undefined) => {
    if (page > scan.pages) throw new AppError('not-found', { what: message('what.page'), id: String(page) });
    const name = `${page} ${pixels ?? ''}`;
    const picture = pictures.get(name) ?? { ...(await scan.render(page, pixels)), pages: scan.pages };
    pictures.delete(name);
    pictures.set(name, picture);
    const [oldest] = pictures.keys();
    if (pictures.size > KEPT_PICTURES && oldest !== undefined) pictures.delete(oldest);
    return picture;
  };
  return {
    look: async (request) => {
      assert(request.ask !== 'sheet', 'pages have no sheets');
      return request.ask === 'page' ? draw(request.page, request.pixels) : findParts(scan, request.page, request.rows);
    },
    close: () => scan.close(),
  };
}

/** Follows a table from its first page on, as long as pages print further rows of it. */
async function findParts(scan: ScanPages, firstPage: number, rows: readonly (readonly string[])[]): Promise<PlacedPart[]> {
  const parts: PlacedPart[] = [];
  let next = 0;
  const lastPage = Math.min(scan.pages, firstPage + TABLE_PAGES - 1);
  for (let page = firstPage; page <= lastPage && next < rows.length; page += 1) {
    const { width, height, items } = await scan.readText(page);
    const cells = locateRows(items, rows, next);
    const last = cells.at(-1);
    // Of a table that begins at the foot of a page only a header may stand there, and too little of it to be known.
    if (!last && page === firstPage) continue;
    if (!last) break;
    const box = surroundBoxes(
      cells.map((cell) => cell.box),
      MARGIN,
    );
    parts.push({ page, width, height, box, cells });
    next = last.row + 1;
  }
  return parts;
}
