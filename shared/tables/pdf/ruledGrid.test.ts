import { describe, expect, it } from 'vitest';
import type { PdfRule } from './pdfPage';
import { findRuledGrids } from './ruledGrid';

const across = (y: number, x0: number, x1: number): PdfRule => ({ x0, x1, y0: y, y1: y });
const down = (x: number, y0: number, y1: number): PdfRule => ({ x0: x, x1: x, y0, y1 });
/** Cells as "row,col rowsxcols". */
const cells = (rules: readonly PdfRule[]) =>
  findRuledGrids(rules).map((grid) => grid.cells.map(({ row, col, rowEnd, colEnd }) => `${row},${col} ${rowEnd - row}x${colEnd - col}`));

const frame = [
  across(0, 0, 300),
  across(20, 0, 300),
  across(40, 0, 300),
  down(0, 0, 40),
  down(100, 0, 40),
  down(200, 0, 40),
  down(300, 0, 40),
];

describe('findRuledGrids', () => {
  it('finds every position of a plain grid', () => {
    expect(cells(frame)).toEqual([['0,0 1x1', '0,1 1x1', '0,2 1x1', '1,0 1x1', '1,1 1x1', '1,2 1x1']]);
  });

  it('reads missing pieces of lines as spans', () => {
    const spanned = [
      across(0, 0, 300),
      across(20, 100, 300),
      across(40, 0, 300),
      down(0, 0, 40),
      down(100, 0, 40),
      down(200, 20, 40),
      down(300, 0, 40),
    ];
    expect(cells(spanned)).toEqual([['0,0 2x1', '0,1 1x2', '1,1 1x1', '1,2 1x1']]);
  });

  it('joins dashes and double lines', () => {
    const dashed = Array.from({ length: 50 }, (_, i) => across(20, i * 6, i * 6 + 4));
    const doubled = [across(1.5, 0, 300), down(101.5, 0, 40)];
    expect(cells([...frame.filter((rule) => rule.y0 !== 20 || rule.y1 !== 20), ...dashed, ...doubled])).toEqual(cells(frame));
  });

  it('ends a table without outer lines where its horizontal lines end', () => {
    expect(cells(frame.filter((rule) => rule.x0 !== rule.x1 || (rule.x0 > 0 && rule.x0 < 300)))).toEqual(cells(frame));
  });

  it('closes a row that the page cut, and says so', () => {
    const cut = frame.map((rule) => (rule.x0 === rule.x1 ? { ...rule, y1: 75 } : rule));
    const [grid] = findRuledGrids(cut);
    expect([grid!.ys, grid!.isOpenBelow]).toEqual([[0, 20, 40, 75], true]);
  });

  it('takes underlines, boxes and separate tables for what they are', () => {
    const box = [across(100, 0, 300), across(150, 0, 300), down(0, 100, 150), down(300, 100, 150)];
    expect(cells([across(500, 0, 200), ...box])).toEqual([]);
    const lower = frame.map((rule) => ({ ...rule, y0: rule.y0 + 100, y1: rule.y1 + 100 }));
    expect(cells([...lower, ...frame])).toHaveLength(2);
  });
});
