import { describe, expect, it } from 'vitest';
import type { RowRole } from '../domain/dataTable';
import { type BandPaths, chooseColumnPath, listBandTexts, passRow } from './headerBands';

const row = (role: RowRole, ...texts: [text: string, colSpan?: number][]) => ({
  role,
  cells: texts.flatMap(([text, colSpan = 1]) => [
    { text, colSpan },
    ...Array.from({ length: colSpan - 1 }, () => ({ text: '', colSpan: 1 })),
  ]),
});
const COLUMNS = [['盈利能力'], ['本期'], ['上年同期']];
const ROWS = [
  row('header', ['盈利能力'], ['本期'], ['上年同期']),
  row('body', ['营业收入'], ['1'], ['2']),
  row('band', ['偿债能力'], ['期末', 2]),
  row('band', ['偿债能力'], ['本期期末'], ['上年期末']),
  row('body', ['资产总计'], ['3'], ['4']),
  row('band', ['其他'], [''], ['上年同期']),
  row('body', ['人数'], ['5'], ['6']),
];

function readPaths(): (readonly string[])[][] {
  let bands: BandPaths = null;
  return ROWS.map((one, r) => {
    bands = passRow(bands, one, ROWS[r - 1]);
    return COLUMNS.map((path, col) => chooseColumnPath(path, bands, col));
  });
}

describe('header bands within a table', () => {
  it('name the columns of the rows below them, the table’s own header those above and where a band prints nothing', () => {
    const paths = readPaths();
    expect(paths[1]).toEqual(COLUMNS);
    expect(paths[4]!.slice(1)).toEqual([
      ['期末', '本期期末'],
      ['期末', '上年期末'],
    ]);
    expect(paths[6]!.slice(1)).toEqual([['本期'], ['上年同期']]);
  });

  it('are listed for a column once each, without what its header says', () => {
    expect(listBandTexts(ROWS, COLUMNS[2]!, 2)).toEqual(['期末', '上年期末']);
  });
});
