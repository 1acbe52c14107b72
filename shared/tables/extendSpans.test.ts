import { describe, expect, it } from 'vitest';
import { joinTableParts } from './joinTableParts';
import type { RawCell, RawTable } from './rawTable';

/** Cells as text, "text*2" spanning two rows, null covered. */
const toCell = (cell: string | null): RawCell => {
  const [text = '', rowSpan = '1'] = (cell ?? '').split('*');
  return { text, rowSpan: Number(rowSpan), colSpan: 1, covered: cell === null };
};
const toTable = (page: number, rows: (string | null)[][], lastRow?: RawTable['lastRow']): RawTable => ({
  cells: rows.map((row) => row.map(toCell)),
  spansKnown: true,
  markedHeaderRows: null,
  lastRow,
  place: { page },
});
const HEAD = ['产品', '年度', '收入（万元）'];
const join = (first: RawTable, second: RawTable) =>
  joinTableParts([
    { type: 'table', table: first },
    { type: 'table', table: second },
  ]).map(
    (part) =>
      part.type === 'table' && part.table.cells.map((row) => row.map((cell) => (cell.covered ? null : `${cell.text}*${cell.rowSpan}`))),
  );

describe('a table whose page ends inside a cell that spans rows', () => {
  it('keeps the cell in one piece when the page ends between its rows', () => {
    const first = toTable(1, [HEAD, ['阀门', '2030', '1.00']], 'whole');
    const second = toTable(2, [HEAD, ['*2', '2029', '2.00'], [null, '2028', '3.00'], ['水泵', '2030', '4.00']]);
    expect(join(first, second)).toEqual([
      [
        HEAD.map((text) => `${text}*1`),
        ['阀门*3', '2030*1', '1.00*1'],
        [null, '2029*1', '2.00*1'],
        [null, '2028*1', '3.00*1'],
        ['水泵*1', '2030*1', '4.00*1'],
      ],
    ]);
  });

  it('keeps it in one piece when the page cuts its first row', () => {
    const first = toTable(1, [HEAD, ['阀门', '2030 年', '1.00']], 'cut');
    const second = toTable(2, [
      ['*2', '（合并）', ''],
      [null, '2029 年', '2.00'],
    ]);
    expect(join(first, second)).toEqual([
      [HEAD.map((text) => `${text}*1`), ['阀门*2', '2030 年（合并）*1', '1.00*1'], [null, '2029 年*1', '2.00*1']],
    ]);
  });

  it('leaves a blank cell of its own alone', () => {
    const first = toTable(1, [HEAD, ['阀门', '2030', '1.00']], 'whole');
    const second = toTable(2, [HEAD, ['水泵', '', '2.00']]);
    expect(join(first, second)[0]).toHaveLength(3);
    expect((join(first, second)[0] as unknown[])[2]).toEqual(['水泵*1', '*1', '2.00*1']);
  });
});
