import type { Warning } from '../../../../shared/domain/place';
import { AppError } from '../../../../shared/ipc/errors';
import type { RawCell, RawPart } from '../../../../shared/tables/rawTable';
import { splitSheet } from '../../../../shared/tables/splitSheet';
import { decodeText } from '../decodeText';
import { message } from '../../../../shared/domain/message';

const SEPARATORS = [',', '\t', ';', '|'] as const;
const SAMPLE_RECORDS = 200;

type CsvRecord = { fields: string[]; line: number; endLine: number };

/**
 * Reads a CSV or TSV file: UTF-8, UTF-16 or GB18030, separated by comma, tab, semicolon or bar, quoted fields with doubled quotes. Titles, unit lines
 * and notes around the table become paragraphs. Lines count from 1. Throws `file-empty` and `not-what-it-says` with the file's name.
 */
export function readCsv(bytes: Uint8Array, fileName: string): { parts: RawPart[]; warnings: Warning[] } {
  const { cells, lines, warnings } = readCsvGrid(bytes, fileName);
  const parts = splitSheet(cells, false, ({ top, bottom }) => ({ line: lines[top]!.line, endLine: lines[bottom - 1]!.endLine }));
  return { parts, warnings };
}

/** The fields of a CSV file as a grid, and the lines of the file each row stands on. Throws as `readCsv` does. */
export function readCsvGrid(
  bytes: Uint8Array,
  fileName: string,
): { cells: RawCell[][]; lines: { line: number; endLine: number }[]; warnings: Warning[] } {
  let text = decodeText(bytes, fileName);
  const hint = /^sep=(.)\r?\n/i.exec(text);
  if (hint) text = text.slice(hint[0].length);
  const separator = hint ? hint[1]! : chooseSeparator(text);
  const warnings: Warning[] = [];
  const records = readRecords(text, separator, hint ? 2 : 1, (line) => {
    warnings.push({
      code: 'csv-quote-open',
      message: message('warning.quote-open', { line }),
      file: fileName,
      place: { line },
    });
  });
  if (records.length === 0) throw new AppError('file-empty', { file: fileName });
  let width = 0;
  for (const record of records) width = Math.max(width, record.fields.length);
  const cells = records.map((record) => Array.from({ length: width }, (_, c) => toCell(record.fields[c] ?? '')));
  return { cells, lines: records.map(({ line, endLine }) => ({ line, endLine })), warnings };
}

/** The separator that cuts the records into most fields with the least variation. */
function chooseSeparator(text: string): string {
  let best: string = ',';
  let most = 0;
  for (const separator of SEPARATORS) {
    const counts = readRecords(text, separator, 1, () => {}, SAMPLE_RECORDS).map((record) => record.fields.length);
    const tables = counts.filter((count) => count > 1);
    const usual = modeOf(tables);
    const score = tables.filter((count) => count === usual).length * 2 + tables.length + Math.min(usual, 3);
    if (tables.length > 0 && score > most) {
      most = score;
      best = separator;
    }
  }
  return best;
}

function modeOf(counts: readonly number[]): number {
  const tally = new Map<number, number>();
  for (const count of counts) tally.set(count, (tally.get(count) ?? 0) + 1);
  let best = 0;
  for (const [count, times] of tally) if (times > (tally.get(best) ?? 0)) best = count;
  return best;
}

function readRecords(
  text: string,
  separator: string,
  firstLine: number,
  onOpenQuote: (line: number) => void,
  most = Number.POSITIVE_INFINITY,
): CsvRecord[] {
  const records: CsvRecord[] = [];
  let line = firstLine;
  let at = 0;
  while (at < text.length && records.length < most) {
    const record: CsvRecord = { fields: [], line, endLine: line };
    for (let ended = false; !ended; ) {
      let field = '';
      if (text[at] === '"') {
        const start = line;
        at += 1;
        for (;;) {
          const quote = text.indexOf('"', at);
          const end = quote < 0 ? text.length : quote;
          const piece = text.slice(at, end);
          field += piece;
          line += countLineBreaks(piece);
          at = end + 1;
          if (quote < 0) onOpenQuote(start);
          if (quote < 0 || text[at] !== '"') break;
          field += '"';
          at += 1;
        }
      }
      const end = findFieldEnd(text, at, separator);
      field += text.slice(at, end);
      record.fields.push(field);
      at = end;
      if (text[at] === separator) at += 1;
      else ended = true;
    }
    record.endLine = line;
    if (text[at] === '\r' && text[at + 1] === '\n') at += 1;
    at += 1;
    line += 1;
    records.push(record);
  }
  return records;
}

function findFieldEnd(text: string, from: number, separator: string): number {
  let at = from;
  while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r') at += 1;
  return at;
}

function countLineBreaks(text: string): number {
  return text.split(/\r\n|\n|\r/).length - 1;
}

/** ="0012" is how a program keeps Excel from dropping zeros: the text is meant, no formula is run. */
function toCell(field: string): RawCell {
  const kept = /^="(.*)"$/s.exec(field.trim());
  return { text: (kept ? kept[1]! : field).trim().replace(/\r\n?/g, '\n'), rowSpan: 1, colSpan: 1, covered: false };
}
