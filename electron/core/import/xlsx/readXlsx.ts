import { utils } from '@e965/xlsx';
import type { Place, Warning } from '../../../../shared/domain/place';
import { AppError } from '../../../../shared/ipc/errors';
import type { RawPart } from '../../../../shared/tables/rawTable';
import { type SheetRange, splitSheet } from '../../../../shared/tables/splitSheet';
import { readCsv } from '../csv/readCsv';
import { decodeText } from '../decodeText';
import { readHtmlTables } from './htmlTables';
import { readSheets, type Sheet } from './sheets';
import { openWorkbookPackage } from './workbookPackage';
import { message } from '../../../../shared/domain/message';

const ZIP = [0x50, 0x4b, 0x03, 0x04];
const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/**
 * Reads a workbook (.xlsx, .xlsm, .xls, and HTML saved under such a name): every sheet, hidden ones too, as tables with merged cells, texts as their
 * number formats show them and exact stored values. Formulas give their saved result; nothing is run or fetched. Throws an AppError naming the file.
 */
export function readXlsx(bytes: Uint8Array, fileName: string): { parts: RawPart[]; warnings: Warning[] } {
  if (!startsWith(bytes, ZIP) && !startsWith(bytes, OLE)) return readDisguisedText(bytes, fileName);
  const opened = startsWith(bytes, ZIP) ? openWorkbookPackage(bytes, fileName) : { bytes, warnings: [], hasHiddenLines: true };
  const warnings = [...opened.warnings];
  const parts: RawPart[] = [];
  for (const sheet of readSheets(opened.bytes, fileName, opened.hasHiddenLines)) {
    const { name, cells, errors } = sheet;
    if (sheet.hidden)
      warnings.push({
        code: 'sheet-hidden',
        message: message('warning.sheet-hidden', { sheet: name }),
        file: fileName,
        place: { sheet: name },
      });
    warnings.push(...warnOfHiddenLines(sheet, fileName), ...errors.map((cell) => errorWarning(cell, name, fileName)));
    parts.push(...splitSheet(cells, true, (range) => placeOf(name, range)));
  }
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

function placeOf(sheet: string, { top, left, bottom, right }: SheetRange): Place {
  return { sheet, range: utils.encode_range({ s: { r: top, c: left }, e: { r: bottom - 1, c: right - 1 } }) };
}

function warnOfHiddenLines({ name, hiddenRows, hiddenColumns }: Sheet, fileName: string): Warning[] {
  const warnings: Warning[] = [];
  for (const [from, to] of toRuns(hiddenRows)) {
    const range = `${from + 1}:${to + 1}`;
    warnings.push({
      code: 'rows-hidden',
      message: message('warning.rows-hidden', { sheet: name, from: from + 1, to: to + 1 }),
      file: fileName,
      place: { sheet: name, range },
    });
  }
  for (const [from, to] of toRuns(hiddenColumns)) {
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
