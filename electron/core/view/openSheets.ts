import { utils } from '@e965/xlsx';
import { message } from '../../../shared/domain/message';
import type { Place } from '../../../shared/domain/place';
import type { SheetWindow } from '../../../shared/domain/tableOrigin';
import { assert } from '../../../shared/util/assert';
import { AppError } from '../../../shared/ipc/errors';
import { isBlank } from '../../../shared/tables/cellText';
import type { RawCell } from '../../../shared/tables/rawTable';
import type { SheetRange } from '../../../shared/tables/splitSheet';
import { readCsvGrid } from '../import/csv/readCsv';
import { openWorkbookPackage } from '../import/xlsx/workbookPackage';
import { readSheets } from '../import/xlsx/sheets';
import type { OpenView } from './openView';

/** A sheet to be shown; `lines` are those of a text file that its rows stand on. */
type ShownSheet = {
  name: string | null;
  hidden: boolean;
  cells: readonly (readonly RawCell[])[];
  hiddenRows: ReadonlySet<number>;
  hiddenColumns: ReadonlySet<number>;
  lines: readonly { line: number; endLine: number }[] | null;
};

/** Rows of one window, and those of them above the row it is about. */
const WINDOW_ROWS = 160;
const ROWS_ABOVE = 30;
/** Columns beyond are not shown; a sheet that has them is a system's dump. */
const MOST_COLUMNS = 120;

/** Opens a workbook or a CSV file to show its cells. Rejects with the file's own error codes. */
export function openSheets(bytes: Uint8Array, fileName: string): OpenView {
  const sheets = isWorkbook(bytes) ? readShownSheets(bytes, fileName) : [readCsvSheet(bytes, fileName)];
  return {
    look: async (request) => {
      assert(request.ask === 'sheet', 'sheets have no pages');
      const sheet = sheets.find(({ name }) => name === null || name === request.place.sheet);
      if (!sheet) throw new AppError('not-found', { what: message('what.file'), id: fileName });
      return cutWindow(sheet, request);
    },
    close: async () => {},
  };
}

/** Programs save CSV under a workbook's name; it is shown for what it is. */
function isWorkbook(bytes: Uint8Array): boolean {
  return isZip(bytes) || bytes[0] === 0xd0;
}

function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

function readShownSheets(bytes: Uint8Array, fileName: string): ShownSheet[] {
  const opened = isZip(bytes) ? openWorkbookPackage(bytes, fileName) : { bytes, hasHiddenLines: true };
  return [...readSheets(opened.bytes, fileName, opened.hasHiddenLines)].map(({ name, hidden, cells, hiddenRows, hiddenColumns }) => ({
    name,
    hidden,
    cells,
    hiddenRows: new Set(hiddenRows),
    hiddenColumns: new Set(hiddenColumns),
    lines: null,
  }));
}

function readCsvSheet(bytes: Uint8Array, fileName: string): ShownSheet {
  const { cells, lines } = readCsvGrid(bytes, fileName);
  return { name: null, hidden: false, cells, hiddenRows: new Set(), hiddenColumns: new Set(), lines };
}

function cutWindow(
  sheet: ShownSheet,
  { place, rowCount, at }: { place: Place; rowCount: number; at: { row: number } | { from: number } },
): SheetWindow {
  const { cells } = sheet;
  const range = findRange(sheet, place);
  const tableRows = findTableRows(cells, range, rowCount);
  const wanted = 'from' in at ? at.from : (tableRows[at.row] ?? range.top) - ROWS_ABOVE;
  const first = Math.max(0, Math.min(wanted, cells.length - 1));
  const rowOf = new Map(tableRows.map((row, index) => [row, index]));
  const width = Math.min(MOST_COLUMNS, cells[0]?.length ?? 0);
  return {
    sheet: sheet.name,
    sheetHidden: sheet.hidden,
    columns: Array.from({ length: width }, (_, col) => ({
      name: sheet.lines ? String(col + 1) : utils.encode_col(col),
      hidden: sheet.hiddenColumns.has(col),
    })),
    rowCount: cells.length,
    first,
    rows: cells.slice(first, first + WINDOW_ROWS).map((row, offset) => ({
      no: sheet.lines?.[first + offset]?.line ?? first + offset + 1,
      hidden: sheet.hiddenRows.has(first + offset),
      tableRow: rowOf.get(first + offset) ?? null,
      cells: row.slice(0, width).map(({ text, rowSpan, colSpan, covered }) => ({ text, rowSpan, colSpan, covered })),
    })),
    tableColumns: { from: range.left, to: range.right },
  };
}

/** The rectangle of a table in its sheet; of a text file the rows that stand on its lines. */
function findRange({ cells, lines }: ShownSheet, { range, line = 1, endLine = line }: Place): SheetRange {
  const width = cells[0]?.length ?? 0;
  if (range !== undefined) {
    const { s, e } = utils.decode_range(range);
    return { top: s.r, left: s.c, bottom: e.r + 1, right: e.c + 1 };
  }
  const within = (lines ?? []).flatMap((at, row) => (at.line >= line && at.endLine <= endLine ? [row] : []));
  return { top: within[0] ?? 0, left: 0, bottom: (within.at(-1) ?? -1) + 1, right: width };
}

/** Sheet rows of the table's rows: those of its rectangle, blank ones left out where the table was read on behind them. */
function findTableRows(cells: ShownSheet['cells'], { top, bottom }: SheetRange, rowCount: number): number[] {
  const rows = Array.from({ length: Math.max(0, bottom - top) }, (_, index) => top + index);
  return rows.length === rowCount ? rows : rows.filter((row) => cells[row]?.some((cell) => !isBlank(cell.text)));
}
