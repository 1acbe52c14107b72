import { describe, expect, it } from 'vitest';
import { findAlignedTables } from './alignedTables';
import type { PdfLine } from './pdfPage';

const EM = 10;

/** A line of pieces at given positions; Chinese characters are one em wide, others a half. */
function line(y: number, ...pieces: [string, number][]): PdfLine {
  const segments = pieces.map(([text, x]) => {
    const width = Array.from(text).reduce((sum, char) => sum + (char.charCodeAt(0) > 0x2000 ? EM : EM / 2), 0);
    const word = { text, x, right: x + width };
    return { ...word, words: [word] };
  });
  const text = segments.map((segment) => segment.text).join(' ');
  return { page: 1, text, x: segments[0]!.x, right: segments.at(-1)!.right, y, fontSize: EM, segments };
}
const texts = (lines: readonly PdfLine[]) =>
  findAlignedTables(lines).tables.map(({ table }) => table.cells.map((row) => row.map(({ text }) => text)));

const HEAD = line(100, ['项目', 100], ['本期金额', 250], ['上期金额', 400]);
const ROWS = [line(120, ['原材料', 100], ['1,000.00', 250], ['800.00', 410]), line(140, ['合计', 100], ['1,000.00', 250], ['800.00', 410])];

describe('findAlignedTables', () => {
  it('reads rows whose pieces stand in columns, blank where a row has none, and says that they are less certain', () => {
    const { tables, outside } = findAlignedTables([line(60, ['如下：', 100]), HEAD, ...ROWS]);
    expect(outside.map(({ text }) => text)).toEqual(['如下：']);
    expect(tables.map(({ table }) => [table.spansKnown, table.doubts?.map(({ about }) => about)])).toEqual([[false, ['span']]]);
    expect(texts([HEAD, line(110, ['其中：', 100]), ...ROWS])).toEqual([
      [
        ['项目', '本期金额', '上期金额'],
        ['其中：', '', ''],
        ['原材料', '1,000.00', '800.00'],
        ['合计', '1,000.00', '800.00'],
      ],
    ]);
  });

  it('puts the second line of a cell behind its first', () => {
    const wrapped = line(152, ['（未经审计）', 380]);
    expect(texts([HEAD, ...ROWS, wrapped])[0]!.at(-1)).toEqual(['合计', '1,000.00', '800.00（未经审计）']);
  });

  it('leaves two lines side by side, contents with leaders and running text alone', () => {
    const contents = [100, 120, 140].map((y) => line(y, ['第一节……………', 100], ['5', 400]));
    const prose = [100, 120, 140].map((y) => line(y, ['报告期内公司收入增加', 100]));
    for (const lines of [[HEAD, ROWS[0]!], contents, prose]) expect(findAlignedTables(lines)).toEqual({ tables: [], outside: lines });
  });

  it('leaves pieces that stand in no common columns alone', () => {
    const scattered = [
      line(100, ['甲方', 100], ['乙方', 200]),
      line(120, ['签字盖章处在此', 150], ['日期', 260]),
      line(140, ['二〇三〇年五月', 190], ['日', 300]),
    ];
    expect(texts(scattered)).toEqual([]);
  });

  it('takes the title and the unit line between two tables for what they are, whether rows stand apart or not', () => {
    const second = (top: number) => [
      line(top, ['项目', 100], ['2023年', 260], ['2022年', 420]),
      line(top + 20, ['收入', 100], ['3.00', 260], ['4.00', 420]),
      line(top + 40, ['合计', 100], ['3.00', 260], ['4.00', 420]),
    ];
    const withUnit = [HEAD, ...ROWS, line(160, ['二、收入', 100]), line(180, ['单位：元', 100]), ...second(200)];
    const withGap = [HEAD, ...ROWS, line(175, ['二、收入', 100]), ...second(195)];
    const sameHead = [HEAD, ...ROWS, line(160, ['二、收入', 100]), ...[HEAD, ...ROWS].map((row) => ({ ...row, y: row.y + 80 }))];
    for (const lines of [withUnit, withGap, sameHead]) {
      const { tables, outside } = findAlignedTables(lines);
      expect(tables.map(({ table }) => table.cells.length)).toEqual([3, 3]);
      expect(outside.at(0)?.text).toBe('二、收入');
    }
  });

  it('keeps rows that print a label alone, many of them in a row', () => {
    const labels = ['结算备付金', '拆出资金', '衍生金融资产', '应收保费', '应收分保账款'].map((text, i) => line(160 + i * 20, [text, 100]));
    const [table] = texts([HEAD, ...ROWS, ...labels, line(260, ['资产总计', 100], ['9.00', 270], ['8.00', 420])]);
    expect(table!.map((row) => row[0])).toEqual([
      '项目',
      '原材料',
      '合计',
      '结算备付金',
      '拆出资金',
      '衍生金融资产',
      '应收保费',
      '应收分保账款',
      '资产总计',
    ]);
  });

  it('tells a second header row from the second line of a header', () => {
    const upper = line(100, ['类别', 100], ['期末余额', 250], ['账面价值', 450]);
    const lower = line(112, ['金额', 250], ['比例', 350]);
    const rows = [130, 150].map((y) => line(y, ['组合', 100], ['5.00', 250], ['1%', 350], ['4.00', 450]));
    expect(texts([upper, lower, ...rows])[0]!.slice(0, 2)).toEqual([
      ['类别', '期末余额', '', '账面价值'],
      ['', '金额', '比例', ''],
    ]);
  });

  it('puts a first cell beside the lines of another that it is centred on', () => {
    const rows = [
      line(120, ['甲公司', 100], ['1.00', 250], ['货款', 400]),
      line(140, ['按合同约定的进度', 400]),
      line(147, ['乙公司', 100], ['2.00', 250]),
      line(153, ['结算', 400]),
      line(173, ['丙公司', 100], ['3.00', 250], ['货款', 400]),
    ];
    expect(texts([HEAD, ...rows])[0]!.slice(2)).toEqual([
      ['乙公司', '2.00', '按合同约定的进度结算'],
      ['丙公司', '3.00', '货款'],
    ]);
  });

  it('cuts a piece that fills its column up to the next one', () => {
    const full = line(160, ['本期新增客户的应收款项余额以', 100]);
    const near = { text: '5.00', x: 244, right: 264 };
    const word = full.segments[0]!;
    const merged = {
      ...full,
      right: near.right,
      segments: [{ ...word, text: `${word.text}5.00`, right: near.right, words: [{ ...word, right: 240 }, near] }],
    };
    const rows = [120, 140].map((y) => line(y, ['客户', 100], ['1.00', 244], ['2.00', 400]));
    const last = { ...merged, segments: [...merged.segments, ...line(160, ['7.00', 400]).segments] };
    expect(texts([line(100, ['项目', 100], ['本期', 244], ['上期', 400]), ...rows, last])[0]!.at(-1)).toEqual([word.text, '5.00', '7.00']);
  });

  it('goes on over a page end, each page with the same columns', () => {
    const next = [line(60, ['其中：', 100]), ...ROWS.map((row) => ({ ...row, y: row.y - 40 }))].map((row) => ({ ...row, page: 2 }));
    const { tables, outside } = findAlignedTables([HEAD, ROWS[0]!, ...next]);
    expect(tables.map(({ table, edges }) => [table.place.page, table.cells.length, edges])).toEqual([
      [1, 2, tables[0]!.edges],
      [2, 3, tables[0]!.edges],
    ]);
    expect(outside).toEqual([]);
  });
});
