import type { DataTable } from '../domain/dataTable';
import type { TableId } from '../domain/ids';
import { assert } from '../util/assert';
import { type ColumnKind, findColumnKinds, isKeyValueTable, isShortText } from './columnKinds';
import { CELL_PADDING_TWIPS, type ColumnNeed, evenOutNumbers, measureColumns, shareWidth, sum } from './columnWidths';
import { stripAutospaceBlanks } from './cjkBlanks';
import { LANDSCAPE_HEIGHT_TWIPS, LANDSCAPE_WIDTH_TWIPS, TEXT_HEIGHT_TWIPS, TEXT_WIDTH_TWIPS } from './pageGeometry';
import { keepRows, type MeasuredRow } from './rowKeeping';
import { type GridCell, resolveGrid, type TableGrid } from './tableGrid';
import { countLines } from './textMeasure';

/** 五号, 小五, 六号. */
export type TableSize = 'M' | 'S' | 'XS';
export const TABLE_SIZES: Readonly<Record<TableSize, { halfPoints: number }>> = {
  M: { halfPoints: 21 },
  S: { halfPoints: 18 },
  XS: { halfPoints: 15 },
};

export type CellContent = { type: 'line'; text: string } | { type: 'table'; layout: TableLayout };

/** A cell as laid out. `continue` is the empty remainder of a cell above. */
export type CellLayout = {
  widthTwips: number;
  colSpan: number;
  merge: 'none' | 'start' | 'continue';
  stands: 'head' | 'left' | 'center' | 'number';
  bold: boolean;
  content: CellContent[];
};

export type RowLayout = {
  /** Repeated on every page the table reaches. */
  repeats: boolean;
  cantSplit: boolean;
  /** Stays on the page of the next row. */
  keepNext: boolean;
  cells: CellLayout[];
};

/** A table ready to be drawn: sizes, widths and page-break rules settled (docs/HOUSE-FORMAT.md). Column widths add up to `widthTwips`. */
export type TableLayout = { widthTwips: number; columnTwips: number[]; size: TableSize; landscape: boolean; rows: RowLayout[] };

/** Looks up a nested table; throws when the project does not hold it. */
export type FindTable = (tableId: TableId) => DataTable;

const WIDEST_UPRIGHT_TWIPS = 9638;
const KEY_VALUE_SHARE = 0.28;
const CELL_MARGINS_UPRIGHT_TWIPS = 2 * 28;
const LEAST_ROW_TWIPS = 340;

/** Line height of table text in twips for each half point of its size: single spacing of Chinese fonts. */
const LINE_TWIPS_PER_HALF_POINT = 13;

/** Lays a table out on the page of the house format. `hasNotes` says that notes follow it and should stay with it. */
export function layOutTable(table: DataTable, findTable: FindTable, hasNotes: boolean): TableLayout {
  const grid = resolveGrid(table);
  const kinds = findColumnKinds(table, grid);
  const fit = fitToPage(table, grid, kinds);
  return layOutRows(table, grid, kinds, fit, findTable, hasNotes);
}

/** `depth` counts the tables around this one. */
type Fit = { size: TableSize; widthTwips: number; landscape: boolean; needs: ColumnNeed[]; depth: number };

const DEEPEST_NESTING = 8;

/** Size and width by the number of columns; a smaller size before a turned page, a turned page before broken numbers. */
function fitToPage(table: DataTable, grid: TableGrid, kinds: readonly ColumnKind[]): Fit {
  const usual = getUsualWidth(grid.columnCount);
  for (const [limit, landscape] of [
    [WIDEST_UPRIGHT_TWIPS, false],
    [LANDSCAPE_WIDTH_TWIPS, true],
  ] as const) {
    for (const size of getSizes(grid.columnCount)) {
      const raw = measureColumns(table, grid, kinds, TABLE_SIZES[size].halfPoints);
      const even = evenOutNumbers(raw, kinds);
      for (const needs of [even, raw]) {
        const least = sum(needs.map((need) => need.least));
        if (least <= limit) return { size, landscape, needs, widthTwips: landscape ? limit : Math.max(usual, least), depth: 0 };
      }
    }
  }
  const needs = measureColumns(table, grid, kinds, TABLE_SIZES.XS.halfPoints);
  return { size: 'XS', landscape: true, needs, widthTwips: LANDSCAPE_WIDTH_TWIPS, depth: 0 };
}

function getUsualWidth(columnCount: number): number {
  if (columnCount <= 8) return TEXT_WIDTH_TWIPS;
  return columnCount <= 10 ? 9354 : WIDEST_UPRIGHT_TWIPS;
}

function getSizes(columnCount: number): readonly TableSize[] {
  if (columnCount <= 6) return ['M', 'S', 'XS'];
  return columnCount <= 10 ? ['S', 'XS'] : ['XS'];
}

function layOutRows(
  table: DataTable,
  grid: TableGrid,
  kinds: readonly ColumnKind[],
  fit: Fit,
  findTable: FindTable,
  hasNotes: boolean,
): TableLayout {
  const isKeyValue = isKeyValueTable(table, kinds);
  const label = Math.round(fit.widthTwips * KEY_VALUE_SHARE);
  const columnTwips = isKeyValue ? [label, fit.widthTwips - label] : shareWidth(fit.needs, fit.widthTwips);
  const laid = new Map<GridCell, { content: CellContent[]; heightTwips: number }>();
  for (const placed of grid.cells) {
    laid.set(placed, layOutContent(placed, sum(columnTwips.slice(placed.col, placed.col + placed.colSpan)), fit, findTable));
  }
  const measured = table.rows.map((row, r): MeasuredRow => {
    const starting = [...new Set(grid.owners[r])].filter((placed) => placed.row === r);
    const heights = starting.filter((placed) => placed.rowSpan === 1).map((placed) => laid.get(placed)!.heightTwips);
    return {
      role: r < table.headerRows ? 'header' : row.role,
      heightTwips: Math.max(LEAST_ROW_TWIPS, ...heights),
      groups: starting
        .filter((placed) => placed.rowSpan > 1)
        .map((placed) => ({ rowSpan: placed.rowSpan, heightTwips: laid.get(placed)!.heightTwips })),
    };
  });
  const kept = keepRows(measured, table.headerRows, fit.landscape ? LANDSCAPE_HEIGHT_TWIPS : TEXT_HEIGHT_TWIPS, hasNotes);
  const rows = table.rows.map((row, r): RowLayout => {
    const isHead = r < table.headerRows || row.role === 'band';
    const bold = row.role === 'total' || row.role === 'subtotal';
    const cells: CellLayout[] = [];
    for (let col = 0; col < grid.columnCount; ) {
      const placed = grid.owners[r]![col]!;
      const starts = placed.row === r;
      cells.push({
        widthTwips: sum(columnTwips.slice(col, col + placed.colSpan)),
        colSpan: placed.colSpan,
        merge: placed.rowSpan === 1 ? 'none' : starts ? 'start' : 'continue',
        stands: isHead ? 'head' : standCell(placed, kinds[col]!, isKeyValue),
        bold,
        content: starts ? laid.get(placed)!.content : [],
      });
      col += placed.colSpan;
    }
    return { ...kept[r]!, cells };
  });
  return { widthTwips: fit.widthTwips, columnTwips, size: fit.size, landscape: fit.landscape, rows };
}

/** Alignment goes by column; a cell across several columns stands by its own text unless it is one more number of its column. */
function standCell({ cell, col, colSpan }: GridCell, kind: ColumnKind, isKeyValue: boolean): CellLayout['stands'] {
  if (kind === 'number' && (colSpan === 1 || cell.value !== null)) return 'number';
  if (colSpan > 1) return isShortText(cell.text, colSpan) ? 'center' : 'left';
  if (isKeyValue) return col === 0 ? 'center' : 'left';
  return kind === 'short' ? 'center' : 'left';
}

const NESTED_TABLE_MARK = '\uFFFC';

function layOutContent(
  placed: GridCell,
  widthTwips: number,
  fit: Fit,
  findTable: FindTable,
): { content: CellContent[]; heightTwips: number } {
  const { halfPoints } = TABLE_SIZES[fit.size];
  const innerTwips = widthTwips - CELL_PADDING_TWIPS;
  const nested = [...(placed.cell.nested ?? [])];
  const content: CellContent[] = [];
  let heightTwips = CELL_MARGINS_UPRIGHT_TWIPS;
  for (const line of placed.cell.text.split('\n')) {
    if (line.trim() === NESTED_TABLE_MARK) {
      const tableId = nested.shift();
      assert(tableId !== undefined, 'every nested table mark of a cell stands for one of its nested tables');
      const inner = layOutNestedTable(findTable(tableId), innerTwips, fit, findTable);
      content.push({ type: 'table', layout: inner.layout });
      heightTwips += inner.heightTwips;
      continue;
    }
    const text = stripAutospaceBlanks(line.trim());
    content.push({ type: 'line', text });
    heightTwips += countLines(text, innerTwips / (halfPoints * 10)) * halfPoints * LINE_TWIPS_PER_HALF_POINT;
  }
  assert(nested.length === 0, 'every nested table of a cell has its mark in the text');
  return { content, heightTwips };
}

/** A table inside a cell: as wide as the cell, in its size, with none of the rules of pages. */
function layOutNestedTable(
  table: DataTable,
  widthTwips: number,
  outer: Fit,
  findTable: FindTable,
): { layout: TableLayout; heightTwips: number } {
  assert(outer.depth < DEEPEST_NESTING, 'tables are nested eight deep at most');
  const grid = resolveGrid(table);
  const kinds = findColumnKinds(table, grid);
  const raw = measureColumns(table, grid, kinds, TABLE_SIZES[outer.size].halfPoints);
  const fit: Fit = { ...outer, widthTwips, needs: evenOutNumbers(raw, kinds), depth: outer.depth + 1 };
  const layout = layOutRows(table, grid, kinds, fit, findTable, false);
  const rows = layout.rows.map((row): RowLayout => ({ ...row, repeats: false, keepNext: false }));
  return { layout: { ...layout, rows }, heightTwips: rows.length * (LEAST_ROW_TWIPS + CELL_MARGINS_UPRIGHT_TWIPS) };
}
