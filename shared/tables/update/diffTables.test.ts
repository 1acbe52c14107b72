import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import type { DataTable } from '../../domain/dataTable';
import { makeTable } from '../reply/testing/makeTable';
import { diffTables, isUpToDate } from './diffTables';
import { matchTables, outlineTable } from './matchTables';

/** A table whose first line is its header. */
function make(tableId: string, [head, ...lines]: string[][]): DataTable {
  return { ...makeTable(head!, lines), tableId: tableId as DataTable['tableId'] };
}

const HEAD = ['客户', '2023年度', '2022年度'];
const older = make('old', [HEAD, ['甲公司', '1,000.00', '900.00'], ['乙公司', '500.00', '400.00'], ['合计', '1,500.00', '1,300.00']]);

function rename(table: DataTable, tableId: string): DataTable {
  return { ...structuredClone(table), tableId: tableId as DataTable['tableId'] };
}

describe('a newer version of a table', () => {
  it('that prints the same changes nothing', () => {
    expect(isUpToDate(diffTables(older, rename(older, 'new')))).toBe(true);
  });

  it('lists every changed cell by its row and column, wherever its row stands now', () => {
    const newer = make('new', [HEAD, ['乙公司', '520.00', '400.00'], ['甲公司', '1,000.00', '900.00'], ['合计', '1,520.00', '1,300.00']]);
    const update = diffTables(older, newer);
    expect(update.cells.map(({ row, column, before, after }) => [row, column, before, after])).toEqual([
      ['乙公司', '2023年度', '500.00', '520.00'],
      ['合计', '2023年度', '1,500.00', '1,520.00'],
    ]);
    expect([update.rowsAdded, update.rowsRemoved]).toEqual([[], []]);
  });

  it('lists new and removed rows, and a row whose label alone changed as a changed cell', () => {
    const newer = make('new', [HEAD, ['甲股份公司', '1,000.00', '900.00'], ['丙公司', '70.00', '0.00'], ['合计', '1,070.00', '900.00']]);
    const update = diffTables(older, newer);
    expect(update.cells.map(({ before, after }) => `${before}→${after}`)).toEqual([
      '甲公司→甲股份公司',
      '1,500.00→1,070.00',
      '1,300.00→900.00',
    ]);
    expect(update.rowsAdded.map(({ texts }) => texts[0])).toEqual(['丙公司']);
    expect(update.rowsRemoved.map(({ texts }) => texts[0])).toEqual(['乙公司']);
  });

  it('takes a column whose header changed between the same neighbours for the same column', () => {
    const newer = make('new', [
      [...HEAD.slice(0, 2), '2021年度'],
      ['甲公司', '1,000.00', '1.00'],
      ['乙公司', '500.00', '2.00'],
      ['合计', '1,500.00', '3.00'],
    ]);
    const update = diffTables(older, newer);
    expect([update.columnsAdded, update.columnsRemoved]).toEqual([[], []]);
    expect(update.cells[0]).toMatchObject({ before: '2022年度', after: '2021年度' });
  });

  it('keeps a cell we misread as corrected while the file prints what it printed', () => {
    const corrected = structuredClone(older);
    const cell = corrected.rows[1]!.cells[1]!;
    Object.assign(cell, { original: cell.text, text: '1,800.00', value: '1800.00' });
    const misread = new Set([`${corrected.rows[1]!.rowId} ${corrected.columns[1]!.colId}`]);
    expect(diffTables(corrected, rename(older, 'new'), misread).cells).toEqual([]);
    expect(diffTables(corrected, rename(older, 'new')).cells).toHaveLength(1);
  });

  it('holds for any shuffle of rows with names of their own', () => {
    fc.assert(
      fc.property(fc.shuffledSubarray([1, 2, 3, 4, 5, 6, 7], { minLength: 7, maxLength: 7 }), (order) => {
        const rows = order.map((no) => [`项目${no}号`, `${no}00.00`, `${no}.50`]);
        const first = make('old', [HEAD, ...[...order].sort((a, b) => a - b).map((no) => [`项目${no}号`, `${no}00.00`, `${no}.50`])]);
        return isUpToDate(diffTables(first, make('new', [HEAD, ...rows])));
      }),
    );
  });
});

describe('columns only one version has', () => {
  it('are named and nothing else is taken for changed', () => {
    const newer = make('new', [
      [...HEAD, '变动'],
      ['甲公司', '1,000.00', '900.00', '100.00'],
      ['乙公司', '500.00', '400.00', '100.00'],
      ['合计', '1,500.00', '1,300.00', '200.00'],
    ]);
    expect(diffTables(older, newer)).toMatchObject({ cells: [], columnsAdded: ['变动'], columnsRemoved: [] });
    expect(diffTables(newer, older)).toMatchObject({ cells: [], columnsAdded: [], columnsRemoved: ['变动'] });
  });
});

describe('tables of two versions of a file', () => {
  it('are matched by caption, headers and row labels, not by position', () => {
    const other = {
      ...make('other', [
        ['账龄', '余额'],
        ['1年以内', '10.00'],
        ['1至2年', '5.00'],
      ]),
      caption: '应收账款账龄',
    };
    const first = { ...older, caption: '前五大客户' };
    const newer = [
      { ...rename(other, 'other2'), caption: '应收账款账龄' },
      { ...rename(older, 'old2'), caption: '前五大客户情况' },
    ];
    expect(matchTables([first, other].map(outlineTable), newer.map(outlineTable))).toEqual(
      expect.arrayContaining([
        ['old', 'old2'],
        ['other', 'other2'],
      ]),
    );
  });
});
