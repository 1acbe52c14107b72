import type { DataTable } from '../domain/dataTable';
import { assert } from '../util/assert';
import { type ColumnKind, findColumnKinds, isKeyValueTable } from './columnKinds';
import { measureColumns, sum } from './columnNeeds';
import { evenOutNumbers, shareWidth } from './columnWidths';
import { LANDSCAPE_WIDTH_TWIPS, TEXT_WIDTH_TWIPS, WIDEST_UPRIGHT_TWIPS } from './pageGeometry';
import { resolveGrid, type TableGrid } from './tableGrid';
import { TABLE_SIZES, type TableSize } from './tableLayout';

/** A table with its columns understood and their widths settled; `depth` counts the tables around it. */
export type FittedTable = {
  table: DataTable;
  grid: TableGrid;
  kinds: ColumnKind[];
  isKeyValue: boolean;
  size: TableSize;
  landscape: boolean;
  widthTwips: number;
  columnTwips: number[];
  depth: number;
};

const KEY_VALUE_SHARE = 0.28;
const DEEPEST_NESTING = 8;

/** Size and width by the number of columns; a smaller size before a turned page, a turned page before broken numbers. */
export function fitToPage(table: DataTable): FittedTable {
  const grid = resolveGrid(table);
  const kinds = findColumnKinds(table, grid);
  const usual = getUsualWidth(grid.columnCount);
  for (const landscape of [false, true]) {
    const limit = landscape ? LANDSCAPE_WIDTH_TWIPS : WIDEST_UPRIGHT_TWIPS;
    for (const size of getSizes(grid.columnCount)) {
      const needs = measureColumns(table, grid, TABLE_SIZES[size].halfPoints);
      const least = sum(needs.columns.map((need) => need.least));
      if (least > limit) continue;
      const widthTwips = landscape ? limit : Math.max(usual, least);
      const isKeyValue = isKeyValueTable(table, kinds);
      const columnTwips = isKeyValue ? shareNamesAndValues(widthTwips) : shareWidth(evenOutNumbers(needs, kinds, widthTwips), widthTwips);
      return { table, grid, kinds, isKeyValue, size, landscape, widthTwips, columnTwips, depth: 0 };
    }
  }
  const columnTwips = shareWidth(measureColumns(table, grid, TABLE_SIZES.XS.halfPoints), LANDSCAPE_WIDTH_TWIPS);
  return { table, grid, kinds, isKeyValue: false, size: 'XS', landscape: true, widthTwips: LANDSCAPE_WIDTH_TWIPS, columnTwips, depth: 0 };
}

/** A table inside a cell: as wide as the cell allows, in the size of the table around it. */
export function fitToCell(table: DataTable, widthTwips: number, around: FittedTable): FittedTable {
  assert(around.depth < DEEPEST_NESTING, 'tables are nested eight deep at most');
  const grid = resolveGrid(table);
  const kinds = findColumnKinds(table, grid);
  const isKeyValue = isKeyValueTable(table, kinds);
  const needs = evenOutNumbers(measureColumns(table, grid, TABLE_SIZES[around.size].halfPoints), kinds, widthTwips);
  const columnTwips = isKeyValue ? shareNamesAndValues(widthTwips) : shareWidth(needs, widthTwips);
  return { ...around, table, grid, kinds, isKeyValue, widthTwips, columnTwips, depth: around.depth + 1 };
}

function getUsualWidth(columnCount: number): number {
  if (columnCount <= 8) return TEXT_WIDTH_TWIPS;
  return columnCount <= 10 ? 9354 : WIDEST_UPRIGHT_TWIPS;
}

function getSizes(columnCount: number): readonly TableSize[] {
  if (columnCount <= 6) return ['M', 'S', 'XS'];
  return columnCount <= 10 ? ['S', 'XS'] : ['XS'];
}

function shareNamesAndValues(widthTwips: number): number[] {
  const names = Math.round(widthTwips * KEY_VALUE_SHARE);
  return [names, widthTwips - names];
}
