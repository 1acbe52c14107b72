import { describe, expect, it } from 'vitest';
import { findAlignedTables } from './alignedTables';
import type { PdfLine } from './pdfPage';

const EM = 10;

/** A line of pieces at given positions; Chinese characters are one em wide, others a half. */
function line(y: number, ...pieces: [string, number][]): PdfLine {
  const segments = pieces.map(([text, x]) => {
    const width = Array.from(text).reduce((sum, char) => sum + (char.charCodeAt(0) > 0x2000 ? EM : EM / 2), 0);
    return { text, x, right: x + width };
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
});
