import { zipSync } from 'fflate';
import type { Warning } from '../../../../shared/domain/place';
import { AppError } from '../../../../shared/ipc/errors';
import { openZip } from '../zipArchive';
import { type Message, message } from '../../../../shared/domain/message';

/** A workbook reduced to what holds cells, with what was left outside named in warnings, and facts about its sheets the library does not report. */
export type WorkbookPackage = {
  bytes: Uint8Array;
  warnings: Warning[];
  /** True when some row or column is hidden. */
  hasHiddenLines: boolean;
};

/** A sheet of 500,000 numbers takes 17 MB unfolded; reading takes up to six times what is unfolded. */
const MAX_PART_BYTES = 100_000_000;
const MAX_TOTAL_BYTES = 150_000_000;
/** Cells written in all sheets, formatted but empty ones too: what is beyond would take a gigabyte to read and no one could look through it. */
const MAX_WRITTEN_CELLS = 1_000_000;
/** Parts that hold cells, their formats and their order. Macros, links, pictures, printer settings and custom data never reach the library. */
const NEEDED =
  /^(?:\[Content_Types\]\.xml|_rels\/\.rels|xl\/(?:workbook\.xml|_rels\/workbook\.xml\.rels|styles\.xml|sharedStrings\.xml|theme\/theme\d*\.xml|metadata\.xml|worksheets\/[^/]+\.xml))$/i;
const LEFT_OUT: readonly { parts: RegExp; code: string; message: Message }[] = [
  { parts: /vbaProject\.bin$/i, code: 'workbook-macros', message: message('warning.workbook-macros') },
  { parts: /^xl\/externalLinks\//i, code: 'workbook-links', message: message('warning.workbook-links') },
  { parts: /^xl\/(?:media|charts)\//i, code: 'workbook-pictures', message: message('warning.workbook-pictures') },
  {
    parts: /^xl\/(?:chartsheets|dialogsheets|macrosheets)\//i,
    code: 'workbook-sheet-kind',
    message: message('warning.workbook-sheet-kind'),
  },
];
const DOCTYPE = /<!DOCTYPE/i;
const BARE_FORMULA = /<c r="([A-Z]{1,3}\d{1,7})"[^>]*>\s*<f(?:[^>]*\/>|[^>]*>[^<]*<\/f>)\s*(?:<v\s*\/>|<v><\/v>)?\s*<\/c>/g;
const FORMULAS_NAMED = 5;

/**
 * Unfolds an XLSX within a budget (sizes and checksums verified before anything else reads it) and packs the needed parts anew. Throws an AppError
 * naming the file: `archive-truncated`, `archive-bomb`, `encrypted-file`, `xml-forbidden`, `document-broken`.
 */
export function openWorkbookPackage(bytes: Uint8Array, fileName: string): WorkbookPackage {
  const zip = openZip(bytes, fileName, MAX_TOTAL_BYTES);
  const warnings: Warning[] = [];
  const parts: Record<string, Uint8Array> = {};
  const names = zip.names();
  if (!zip.has('xl/workbook.xml')) throw new AppError('not-what-it-says', { file: fileName, reason: message('reason.noWorkbookInZip') });
  let hasHiddenLines = false;
  let cells = 0;
  for (const name of names) {
    if (!NEEDED.test(name)) continue;
    const content = zip.read(name, MAX_PART_BYTES);
    if (!content) continue;
    const head = new TextDecoder().decode(content.subarray(0, 1000));
    if (DOCTYPE.test(head)) throw new AppError('xml-forbidden', { file: fileName, place: name });
    parts[name] = content;
    if (!/^xl\/worksheets\//i.test(name)) continue;
    const xml = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
    cells += countCells(xml, MAX_WRITTEN_CELLS - cells);
    if (cells > MAX_WRITTEN_CELLS) {
      const count = MAX_WRITTEN_CELLS.toLocaleString('en-US');
      throw new AppError('file-too-large', {
        file: fileName,
        size: message('size.moreCells', { count }),
        limit: message('size.cells', { count }),
      });
    }
    hasHiddenLines ||= xml.includes('hidden="1"') || xml.includes('hidden="true"');
    if (xml.includes('<f')) warnings.push(...warnOfBareFormulas(xml.toString('utf8'), fileName, name));
  }
  for (const { parts: kind, ...warning } of LEFT_OUT) {
    if (names.some((name) => kind.test(name))) warnings.push({ ...warning, file: fileName, place: null });
  }
  return { bytes: zipSync(parts, { level: 0 }), warnings, hasHiddenLines };
}

/** Counts the cells a sheet writes, up to one more than `most`. */
function countCells(xml: Buffer, most: number): number {
  let count = 0;
  for (let at = xml.indexOf('<c '); at >= 0 && count <= most; at = xml.indexOf('<c ', at + 3)) count += 1;
  return count;
}

/** Formulas saved without a result have no value to show: the cell stays blank and is named. */
function warnOfBareFormulas(xml: string, fileName: string, part: string): Warning[] {
  const cells = [...xml.matchAll(BARE_FORMULA)].map((match) => match[1]!);
  if (cells.length === 0) return [];
  const named = cells.slice(0, FORMULAS_NAMED).join('、') + (cells.length > FORMULAS_NAMED ? '…' : '');
  const sheet = /([^/]+)\.xml$/.exec(part)![1]!;
  return [
    {
      code: 'formula-without-result',
      message: message('warning.formula-without-result', { count: cells.length, cells: named }),
      file: fileName,
      place: { sheet, range: cells[0]! },
    },
  ];
}
