import { type CellObject, type ColInfo, type DenseWorkSheet, type RowInfo, read, type WorkBook } from '@e965/xlsx';
import { message } from '../../../../shared/domain/message';
import { AppError } from '../../../../shared/ipc/errors';
import type { RawCell } from '../../../../shared/tables/rawTable';
import { readStoredValue } from './storedValue';

/**
 * A sheet from A1 on as it shows: merged cells laid out, formatted but empty rows and columns at its end left off. Rows and columns count from 0;
 * `errors` are cells whose formula failed.
 */
export type Sheet = {
  name: string;
  hidden: boolean;
  cells: RawCell[][];
  hiddenRows: number[];
  hiddenColumns: number[];
  errors: { text: string; row: number; col: number }[];
};

/** Stream that marks an enciphered Office file, in the UTF-16 that OLE folders are written in. */
const ENCRYPTED_STREAM = Buffer.from('EncryptedPackage', 'utf16le');
/** Dates in Excel's own short format print in the order of the system; this is the Chinese one. */
const SHORT_DATE = 'yyyy/m/d';
/** Cells beyond this stop the reading: a sheet of a reply holds thousands, a hostile one a billion. */
const MOST_CELLS = 5_000_000;

/** The sheets of a workbook one by one, hidden ones too; `withLines` looks for hidden rows and columns. Throws an AppError naming the file. */
export function* readSheets(bytes: Uint8Array, fileName: string, withLines: boolean): Generator<Sheet> {
  const book = parseWorkbook(bytes, fileName, withLines);
  let budget = MOST_CELLS;
  for (const [i, name] of book.SheetNames.entries()) {
    const sheet = book.Sheets[name] as DenseWorkSheet | undefined;
    if (!sheet) continue;
    const grid = readGrid(sheet);
    const height = grid.cells.length;
    budget -= height * (grid.cells[0]?.length ?? 0);
    if (budget < 0)
      throw new AppError('file-too-large', {
        file: fileName,
        size: message('size.beyondSheet', { sheet: name }),
        limit: message('size.cells', { count: MOST_CELLS.toLocaleString('en') }),
      });
    const hiddenRows = ((sheet['!rows'] ?? []) as (RowInfo | undefined)[]).flatMap((row, r) => (row?.hidden && r < height ? [r] : []));
    const hiddenColumns = ((sheet['!cols'] ?? []) as (ColInfo | undefined)[]).flatMap((column, c) => (column?.hidden ? [c] : []));
    yield { name, hidden: Boolean(book.Workbook?.Sheets?.[i]?.Hidden), hiddenRows, hiddenColumns, ...grid };
  }
}

function parseWorkbook(bytes: Uint8Array, fileName: string, withLines: boolean): WorkBook {
  try {
    // As a Buffer: from other arrays the library decodes text character by character, in four times the memory.
    return read(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), {
      type: 'buffer',
      dense: true,
      cellFormula: false,
      cellHTML: false,
      cellNF: true,
      cellText: true,
      cellStyles: withLines,
      dateNF: SHORT_DATE,
    });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    if (/password-protected/i.test(reason) || Buffer.from(bytes).includes(ENCRYPTED_STREAM))
      throw new AppError('encrypted-file', { file: fileName }, { cause });
    if (/Workbook stream|Unsupported file|unrecognized/i.test(reason))
      throw new AppError('not-what-it-says', { file: fileName, reason: message('reason.notWorkbook') }, { cause });
    throw new AppError('document-broken', { file: fileName, place: message('spot.workbook') }, { cause });
  }
}

function readGrid(sheet: DenseWorkSheet): Pick<Sheet, 'cells' | 'errors'> {
  const errors: Sheet['errors'] = [];
  const found: { row: number; col: number; cell: RawCell }[] = [];
  let height = 0;
  let width = 0;
  (sheet['!data'] ?? []).forEach((row, r) => {
    row?.forEach((cell: CellObject | undefined, c) => {
      const raw = cell && toRawCell(cell);
      if (!raw) return;
      if (cell.t === 'e') errors.push({ text: raw.text, row: r, col: c });
      found.push({ row: r, col: c, cell: raw });
      height = Math.max(height, r + 1);
      width = Math.max(width, c + 1);
    });
  });
  const cells: RawCell[][] = Array.from({ length: height }, () => Array.from({ length: width }, () => blankCell()));
  for (const { row, col, cell } of found) cells[row]![col] = cell;
  for (const { s, e } of sheet['!merges'] ?? []) layMerge(cells, s.r, s.c, Math.min(e.r, height - 1), Math.min(e.c, width - 1));
  return { cells, errors };
}

/** A merge covers its rectangle unless text stands under it or another merge took part of it: then what is printed wins. */
function layMerge(cells: RawCell[][], top: number, left: number, bottom: number, right: number): void {
  const anchor = cells[top]?.[left];
  if (!anchor || anchor.covered || bottom < top || right < left) return;
  for (let r = top; r <= bottom; r += 1) {
    for (let c = left; c <= right; c += 1) {
      const cell = cells[r]![c]!;
      if (cell !== anchor && (cell.text !== '' || cell.covered || cell.rowSpan > 1 || cell.colSpan > 1)) return;
    }
  }
  for (let r = top; r <= bottom; r += 1)
    for (let c = left; c <= right; c += 1) if (r > top || c > left) cells[r]![c] = { ...blankCell(), covered: true };
  anchor.rowSpan = bottom - top + 1;
  anchor.colSpan = right - left + 1;
}

function toRawCell(cell: CellObject): RawCell | null {
  if (cell.t === 'z' || cell.v === undefined || cell.v === null) return null;
  const text = (cell.w ?? String(cell.v)).replace(/\r\n?/g, '\n').trim();
  if (text === '') return null;
  const stored = cell.t === 'n' && typeof cell.v === 'number' ? readStoredValue(cell.v, text, String(cell.z ?? '')) : null;
  return { ...blankCell(), text, ...(stored !== null && { stored }) };
}

function blankCell(): RawCell {
  return { text: '', rowSpan: 1, colSpan: 1, covered: false };
}
