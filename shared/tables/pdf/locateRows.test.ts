import { describe, expect, it } from 'vitest';
import { locateRows, surroundBoxes } from './locateRows';
import type { PdfText } from './pdfPage';

const at = (text: string, x: number, y: number): PdfText => ({ text, x, y, width: text.length * 10, fontSize: 10 });

/** Found cells as "row,col" with the corner of their box. */
const find = (items: readonly PdfText[], rows: string[][], first = 0) =>
  locateRows(items, rows, first).map(({ row, col, box }) => `${row},${col} ${Math.round(box.x)},${Math.round(box.y + 9.5)}`);

const TABLE = [
  ['项目', '本期', '上期'],
  ['货币资金', '1,234.50', '234.50'],
  ['存货', '9.00', '9.00'],
];
const PRINTED = [
  at('下表列示货币资金、存货的情况', 50, 80),
  at('项目', 60, 100),
  at('本期', 200, 100),
  at('上期', 300, 100),
  at('货币资金', 60, 120),
  at('1,234.50', 200, 120),
  at('234.50', 300, 120),
  at('存货', 60, 140),
  at('9.00', 200, 140),
  at('9.00', 300, 140),
];

describe('the rows of a table on a page', () => {
  it('are found by what their cells print, equal numbers in their own columns, words of the text around left alone', () => {
    expect(find(PRINTED, TABLE)).toEqual([
      '0,0 60,100',
      '0,1 200,100',
      '0,2 300,100',
      '1,0 60,120',
      '1,1 200,120',
      '1,2 300,120',
      '2,0 60,140',
      '2,1 200,140',
      '2,2 300,140',
    ]);
  });

  it('are found from a row on where the page before printed the others', () => {
    const rows = [...TABLE, ['固定资产', '77.10', '78.20'], ['合计', '88.10', '89.20']];
    const printed = [at('固定资产', 60, 60), at('77.10', 200, 60), at('78.20', 300, 60), at('合计', 60, 80), at('88.10', 200, 80)];
    expect(find(printed, rows, 3)).toEqual(['3,0 60,60', '3,1 200,60', '3,2 300,60', '4,0 60,80', '4,1 200,80']);
    expect(find(printed, rows.slice(0, 3), 0)).toEqual([]);
  });

  it('hold cells whose text is broken over lines, as one box', () => {
    const rows = [
      ['客户名称', '金额'],
      ['云岭示例精密机械制造有限公司', '120.00'],
    ];
    const printed = [
      at('客户名称', 60, 60),
      at('金额', 200, 60),
      at('云岭示例精密', 60, 80),
      at('120.00', 200, 86),
      at('机械制造有限公司', 60, 92),
    ];
    const [, , name] = locateRows(printed, rows, 0);
    expect(name).toEqual({ row: 1, col: 0, box: { x: 60, y: 70.5, width: 80, height: 24.5 } });
  });

  it('are told from those of another table with the same labels above', () => {
    const other = [at('货币资金', 60, 40), at('8,888.00', 200, 40), at('7,777.00', 300, 40), at('存货', 60, 60), at('5.00', 200, 60)];
    const found = locateRows([...other, ...PRINTED], TABLE, 0);
    expect(found.map(({ row, box }) => `${row} ${Math.round(box.y + 9.5)}`)).toEqual(
      ['0 100', '1 120', '2 140'].flatMap((row) => [row, row, row]),
    );
    expect(find(other, TABLE)).toEqual([]);
  });

  it('are not looked for far down the table, where one reads alike by chance', () => {
    const rows = Array.from({ length: 30 }, (_, row) => [`客户${row}`, row === 25 ? '9.00' : `${row}.50`]);
    const printed = [at('客户0', 60, 60), at('0.50', 200, 60), at('客户1', 60, 80), at('1.50', 200, 80), at('9.00', 200, 100)];
    expect(locateRows(printed, rows, 0).map(({ row }) => row)).toEqual([0, 0, 1, 1]);
  });

  it('are not taken from a number that is only the end of another', () => {
    expect(find([at('11,234.50', 200, 60)], [['1,234.50']])).toEqual([]);
  });

  it('are surrounded with a margin', () => {
    const box = surroundBoxes(
      [
        { x: 10, y: 10, width: 5, height: 5 },
        { x: 30, y: 20, width: 5, height: 5 },
      ],
      2,
    );
    expect(box).toEqual({ x: 8, y: 8, width: 29, height: 19 });
  });
});
