import { type CellObject, type ColInfo, type DenseWorkSheet, type RowInfo, read, utils, type WorkBook } from '@e965/xlsx';
import type { Place, Warning } from '../../../../shared/domain/place';
import { AppError } from '../../../../shared/ipc/errors';
import type { RawCell, RawPart } from '../../../../shared/tables/rawTable';
import { type SheetRange, splitSheet } from '../../../../shared/tables/splitSheet';
import { readCsv } from '../csv/readCsv';
import { decodeText } from '../decodeText';
import { readHtmlTables } from './htmlTables';
import { readStoredValue } from './storedValue';
import { openWorkbookPackage } from './workbookPackage';
import { message } from '../../../../shared/domain/message';

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
/** Stream that marks an enciphered Office file, in the UTF-16 that OLE folders are written in. */
const ENCRYPTED_STREAM = Buffer.from('EncryptedPackage', 'utf16le');
/** Dates in Excel's own short format print in the order of the system; this is the Chinese one. */
const SHORT_DATE = 'yyyy/m/d';
/** Cells beyond this stop the reading: a sheet of a reply holds thousands, a hostile one a billion. */
const MOST_CELLS = 5_000_000;

/**
 * Reads a workbook (.xlsx, .xlsm, .xls, and HTML saved under such a name): every sheet, hidden ones too, as tables with merged cells, texts as their
 * number formats show them and exact stored values. Formulas give their saved result; nothing is run or fetched. Throws an AppError naming the file.
 */
export function readXlsx(bytes: Uint8Array, fileName: string): { parts: RawPart[]; warnings: Warning[] } {
  if (!startsWith(bytes, ZIP) && !startsWith(bytes, OLE)) return readDisguisedText(bytes, fileName);
  const opened = startsWith(bytes, ZIP) ? openWorkbookPackage(bytes, fileName) : { bytes, warnings: [], hasHiddenLines: true };
  const book = parseWorkbook(opened.bytes, fileName, opened.hasHiddenLines);
  const warnings = [...opened.warnings];
  const parts: RawPart[] = [];
  let budget = MOST_CELLS;
  book.SheetNames.forEach((name, i) => {
    const sheet = book.Sheets[name] as DenseWorkSheet | undefined;
    if (!sheet) return;
    if (book.Workbook?.Sheets?.[i]?.Hidden)
      warnings.push({
        code: 'sheet-hidden',
        message: message('warning.sheet-hidden', { sheet: name }),
        file: fileName,
        place: { sheet: name },
      });
    const grid = readGrid(sheet);
    budget -= grid.cells.length * (grid.cells[0]?.length ?? 0);
    if (budget < 0)
      throw new AppError('file-too-large', {
        file: fileName,
        size: message('size.beyondSheet', { sheet: name }),
        limit: message('size.cells', { count: MOST_CELLS.toLocaleString('en') }),
      });
    warnings.push(
      ...warnOfHiddenLines(sheet, name, fileName, grid.cells.length),
      ...grid.errors.map((cell) => errorWarning(cell, name, fileName)),
    );
    parts.push(...splitSheet(grid.cells, true, (range) => placeOf(name, range)));
  });
  if (parts.length === 0) throw new AppError('file-empty', { file: fileName });
  return { parts, warnings };
}

/** Programs save HTML or CSV under a workbook's name; both are read for what they are. */
function readDisguisedText(bytes: Uint8Array, fileName: string): { parts: RawPart[]; warnings: Warning[] } {
  const text = decodeText(bytes, fileName);
  if (/^MIME-Version:/im.test(text.slice(0, 2000)))
    throw new AppError('unsupported-format', { file: fileName, advice: message('advice.saveAsXlsx') });
  const { parts, warnings } = /<table[\s>]/i.test(text) ? readHtmlTables(text) : readCsv(bytes, fileName);
  if (!parts.some((part) => part.type === 'table'))
    throw new AppError('not-what-it-says', { file: fileName, reason: message('reason.textWithoutTable') });
  return {
    parts,
    warnings: [{ code: 'not-a-workbook', message: message('warning.not-a-workbook'), file: fileName, place: null }, ...warnings],
  };
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, i) => bytes[i] === byte);
}

function parseWorkbook(bytes: Uint8Array, fileName: string, withLines: boolean): WorkBook {
  try {
    return read(bytes, {
      type: 'array',
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

type SheetGrid = { cells: RawCell[][]; errors: { text: string; row: number; col: number }[] };

/** The used rectangle of a sheet from A1 on, merged cells laid out; formatted but empty rows and columns at its end are left off. */
function readGrid(sheet: DenseWorkSheet): SheetGrid {
  const errors: SheetGrid['errors'] = [];
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

function placeOf(sheet: string, { top, left, bottom, right }: SheetRange): Place {
  return { sheet, range: utils.encode_range({ s: { r: top, c: left }, e: { r: bottom - 1, c: right - 1 } }) };
}

function warnOfHiddenLines(sheet: DenseWorkSheet, name: string, fileName: string, height: number): Warning[] {
  const warnings: Warning[] = [];
  const rows = ((sheet['!rows'] ?? []) as (RowInfo | undefined)[]).flatMap((row, r) => (row?.hidden && r < height ? [r] : []));
  const columns = ((sheet['!cols'] ?? []) as (ColInfo | undefined)[]).flatMap((column, c) => (column?.hidden ? [c] : []));
  for (const [from, to] of toRuns(rows)) {
    const range = `${from + 1}:${to + 1}`;
    warnings.push({
      code: 'rows-hidden',
      message: message('warning.rows-hidden', { sheet: name, from: from + 1, to: to + 1 }),
      file: fileName,
      place: { sheet: name, range },
    });
  }
  for (const [from, to] of toRuns(columns)) {
    const range = `${utils.encode_col(from)}:${utils.encode_col(to)}`;
    warnings.push({
      code: 'columns-hidden',
      message: message('warning.columns-hidden', { sheet: name, range }),
      file: fileName,
      place: { sheet: name, range },
    });
  }
  return warnings;
}

function toRuns(numbers: readonly number[]): [number, number][] {
  const runs: [number, number][] = [];
  for (const number of numbers) {
    const last = runs.at(-1);
    if (last && last[1] === number - 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs;
}

function errorWarning({ text, row, col }: { text: string; row: number; col: number }, sheet: string, file: string): Warning {
  const range = utils.encode_cell({ r: row, c: col });
  return { code: 'cell-error', message: message('warning.cell-error', { sheet, range, text }), file, place: { sheet, range } };
}
