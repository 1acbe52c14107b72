import { type CellObject, utils, write } from '@e965/xlsx';
import { strToU8, unzipSync, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../../shared/ipc/errors';
import { describeParts } from '../../../../shared/tables/describeParts';
import type { RawPart, RawTable } from '../../../../shared/tables/rawTable';
import { readXlsx } from './readXlsx';

type Build = {
  rows: (CellObject | string | number | null)[][];
  merges?: string[];
  hiddenRows?: number[];
  sheetHidden?: boolean;
  bookType?: 'xlsx' | 'biff8';
};

function build({ rows, merges = [], hiddenRows = [], sheetHidden = false, bookType = 'xlsx' }: Build): Uint8Array {
  const sheet = utils.aoa_to_sheet(rows);
  sheet['!merges'] = merges.map((range) => utils.decode_range(range));
  const lines: { hidden: boolean }[] = [];
  for (const row of hiddenRows) lines[row] = { hidden: true };
  sheet['!rows'] = lines;
  const book = utils.book_new();
  utils.book_append_sheet(book, sheet, '收入');
  book.Workbook = { Sheets: [{ Hidden: sheetHidden ? 1 : 0 }] };
  return new Uint8Array(write(book, { type: 'buffer', bookType }) as Buffer);
}

function amount(v: number, z: string): CellObject {
  return { t: 'n', v, z };
}

function tablesOf(parts: readonly RawPart[]): RawTable[] {
  return parts.flatMap((part) => (part.type === 'table' ? [part.table] : []));
}

function codeOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof AppError && typeof error.data['file'] === 'string') return `${error.code} ${error.data['file']}`;
    throw error;
  }
  return 'no error';
}

/** Writes another unpacked size into the archive's directory, as a bomb declares it. */
function declareSize(zip: Uint8Array, name: string, size: number): Uint8Array {
  const bytes = Buffer.from(zip);
  const at = bytes.lastIndexOf(name);
  expect(bytes.readUInt32LE(at - 46)).toBe(0x02014b50);
  bytes.writeUInt32LE(size, at - 46 + 24);
  return new Uint8Array(bytes);
}

const MONEY = '#,##0.00';

describe('reading a workbook', () => {
  it('shows numbers as their formats show them and keeps the stored value in the printed unit', () => {
    const { parts } = readXlsx(
      build({
        rows: [
          ['项目', '2023年度', '占比', '千元', '日期'],
          ['销售收入', amount(12345.678, MONEY), amount(0.33351, '0.00%'), amount(1234567, '#,##0,'), amount(45183, 'yyyy"年"m"月"d"日"')],
        ],
      }),
      '收入.xlsx',
    );
    const row = tablesOf(parts)[0]!.cells[1]!;
    expect(row.map((cell) => [cell.text, cell.stored ?? null])).toEqual([
      ['销售收入', null],
      ['12,345.68', '12345.678'],
      ['33.35%', '33.351'],
      ['1,235', '1234.567'],
      ['2023年9月14日', null],
    ]);
  });

  it('turns merged cells into spans and header paths', () => {
    const rows = [
      ['项目', '2023年度', null, '2022年度', null],
      [null, '收入', '成本', '收入', '成本'],
      ['软件', 1200.5, 600.25, 1100, 500],
    ];
    const { parts } = readXlsx(build({ rows, merges: ['A1:A2', 'B1:C1', 'D1:E1'] }), '收入.xlsx');
    const described = describeParts(parts, '收入.xlsx').parts[0]!;
    if (described.type !== 'table') throw new Error('a table was expected');
    expect(described.table.columns).toEqual([
      ['项目'],
      ['2023年度', '收入'],
      ['2023年度', '成本'],
      ['2022年度', '收入'],
      ['2022年度', '成本'],
    ]);
    expect(described.table.rows[0]!.map((cell) => `${cell.colSpan}x${cell.rowSpan}${cell.covered ? ' covered' : ''}`)).toEqual([
      '1x2',
      '2x1',
      '1x1 covered',
      '2x1',
      '1x1 covered',
    ]);
  });

  it('parts several tables of a sheet with their titles, unit lines and notes', () => {
    const rows = [
      ['前五名客户', null, null],
      [null, null, '单位：万元'],
      ['序号', '客户', '金额'],
      [1, '甲公司', 10.5],
      ['注：含税。', null, null],
      [null, null, null],
      ['前五名供应商', null, null],
      ['序号', '供应商', '金额'],
      [1, '乙公司', 20.5],
    ];
    const { parts } = readXlsx(build({ rows }), '客户.xlsx');
    const tables = describeParts(parts, '客户.xlsx').parts.flatMap((part) => (part.type === 'table' ? [part.table] : []));
    expect(tables.map((table) => [table.caption, table.unit, table.notes, table.place.range])).toEqual([
      ['前五名客户', '万元', ['注：含税。'], 'A3:C4'],
      ['前五名供应商', null, [], 'A8:C9'],
    ]);
    expect(tables[0]!.rows[1]!.map((cell) => [cell.value, cell.unit])).toEqual([
      ['1', null],
      [null, null],
      ['10.5', '万元'],
    ]);
  });

  it('keeps hidden rows and hidden sheets and says so', () => {
    const { parts, warnings } = readXlsx(
      build({
        rows: [
          ['项目', '金额'],
          ['甲', 1],
          ['乙', 2],
        ],
        hiddenRows: [1],
        sheetHidden: true,
      }),
      '隐藏.xlsx',
    );
    expect(tablesOf(parts)[0]!.cells.length).toBe(3);
    expect(warnings.map((warning) => [warning.code, warning.place])).toEqual([
      ['sheet-hidden', { sheet: '收入' }],
      ['rows-hidden', { sheet: '收入', range: '2:2' }],
    ]);
  });

  it('names formulas without a saved result and leaves macros and links outside', () => {
    const files = unzipSync(
      build({
        rows: [
          ['项目', '金额'],
          ['甲', 1],
        ],
      }),
    );
    const name = 'xl/worksheets/sheet1.xml';
    const xml = new TextDecoder().decode(files[name]).replace(/<c r="B2".*?<\/c>/, '<c r="B2"><f>SUM(A1:A9)</f></c>');
    const bytes = zipSync({
      ...files,
      [name]: strToU8(xml),
      'xl/vbaProject.bin': strToU8('x'),
      'xl/externalLinks/externalLink1.xml': strToU8('<x/>'),
    });
    const { warnings } = readXlsx(bytes, '公式.xlsx');
    expect(warnings.map((warning) => warning.code)).toEqual(['formula-without-result', 'workbook-macros', 'workbook-links']);
    expect(warnings[0]!.place).toEqual({ sheet: 'sheet1', range: 'B2' });
  });

  it('reads an .xls and an HTML page saved as .xls', () => {
    const rows = [
      ['项目', '金额'],
      ['甲', 1.5],
    ];
    expect(tablesOf(readXlsx(build({ rows, bookType: 'biff8' }), '旧.xls').parts)[0]!.cells[1]!.map((cell) => cell.text)).toEqual([
      '甲',
      '1.5',
    ]);
    const html =
      '<html><head><style>td{}</style></head><body><p>收入表</p><table><tr><th rowspan="2">项目</th><th colspan=2>2023年</th></tr><tr><td>收入</td><td>成本</td></tr><tr><td>甲</td><td>1</td><td>2</td></tr></table></body></html>';
    const parts = readXlsx(new TextEncoder().encode(html), '网页.xls').parts;
    expect(parts[0]).toEqual({ type: 'paragraph', text: '收入表', place: { paragraph: 1 } });
    expect(tablesOf(parts)[0]!.cells[1]!.map((cell) => (cell.covered ? '·' : cell.text))).toEqual(['·', '收入', '成本']);
  });

  it('refuses bombs, document types, damage and ciphertext by the name of the file', () => {
    const good = build({
      rows: [
        ['项目', '金额'],
        ['甲', 1],
      ],
    });
    const files = unzipSync(good);
    const zeros = declareSize(good, 'xl/worksheets/sheet1.xml', 0x7fff_ffff);
    const typed = zipSync({ ...files, 'xl/styles.xml': strToU8('<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>') });
    expect(codeOf(() => readXlsx(zeros, 'bomb.xlsx'))).toBe('archive-bomb bomb.xlsx');
    expect(codeOf(() => readXlsx(typed, 'entity.xlsx'))).toBe('xml-forbidden entity.xlsx');
    expect(codeOf(() => readXlsx(good.subarray(0, good.length / 2), 'half.xlsx'))).toBe('archive-truncated half.xlsx');
    expect(codeOf(() => readXlsx(zipSync({ 'word/document.xml': strToU8('<x/>') }), 'word.xlsx'))).toBe('not-what-it-says word.xlsx');
    expect(
      codeOf(() => readXlsx(new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...new Uint8Array(600)]), 'ole.xls')),
    ).toMatch(/^(document-broken|not-what-it-says) ole\.xls$/);
    expect(codeOf(() => readXlsx(new Uint8Array([1, 2, 0, 4, 5]), 'cipher.xlsx'))).toBe('not-what-it-says cipher.xlsx');
    expect(codeOf(() => readXlsx(build({ rows: [[]] }), 'empty.xlsx'))).toBe('file-empty empty.xlsx');
  });
});
