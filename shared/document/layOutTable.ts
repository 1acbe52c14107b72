import type { DataTable } from '../domain/dataTable';
import type { TableId } from '../domain/ids';
import { assert } from '../util/assert';
import { isShortText } from './columnKinds';
import { CELL_PADDING_TWIPS, sum } from './columnNeeds';
import { type FittedTable, fitToCell, fitToPage } from './fitTable';
import { LANDSCAPE_HEIGHT_TWIPS, TEXT_HEIGHT_TWIPS } from './pageGeometry';
import { printLines } from './printLines';
import { keepRows, type KeptRow, type MeasuredRow } from './rowKeeping';
import type { GridCell } from './tableGrid';
import { type CellContent, type CellLayout, type RowLayout, TABLE_SIZES, type TableLayout } from './tableLayout';
import { countLines, measureEms } from './textMeasure';

/** Looks up a nested table; throws when the project does not hold it. */
export type FindTable = (tableId: TableId) => DataTable;

const CELL_MARGINS_UPRIGHT_TWIPS = 2 * 28;
const LEAST_ROW_TWIPS = 340;

/** Line height of table text in twips for each half point of its size: single spacing of Chinese fonts. */
const LINE_TWIPS_PER_HALF_POINT = 13;

/** Lays a table out on the page of the house format. `hasNotes` says that notes follow it and should stay with it. */
export function layOutTable(table: DataTable, findTable: FindTable, hasNotes: boolean): TableLayout {
  const fitted = fitToPage(table);
  const contents = layOutContents(fitted, findTable);
  const pageTwips = fitted.landscape ? LANDSCAPE_HEIGHT_TWIPS : TEXT_HEIGHT_TWIPS;
  return assembleRows(fitted, contents, keepRows(measureRows(fitted, contents), table.headerRows, pageTwips, hasNotes));
}

/** What a cell holds, with its estimated height. */
type LaidContent = { content: CellContent[]; heightTwips: number };
type LaidContents = ReadonlyMap<GridCell, LaidContent>;

function layOutContents(fitted: FittedTable, findTable: FindTable): LaidContents {
  return new Map(fitted.grid.cells.map((placed) => [placed, layOutContent(placed, fitted, findTable)]));
}

const NESTED_TABLE_MARK = '\uFFFC';

function layOutContent(placed: GridCell, fitted: FittedTable, findTable: FindTable): LaidContent {
  const { halfPoints } = TABLE_SIZES[fitted.size];
  const innerTwips = getWidth(placed, fitted) - CELL_PADDING_TWIPS;
  const nested = [...(placed.cell.nested ?? [])];
  const content: CellContent[] = [];
  let heightTwips = CELL_MARGINS_UPRIGHT_TWIPS;
  for (const text of printLines(placed.cell.text)) {
    if (text === NESTED_TABLE_MARK) {
      const tableId = nested.shift();
      assert(tableId !== undefined, 'every nested table mark of a cell stands for one of its nested tables');
      const layout = layOutNestedTable(fitToCell(findTable(tableId), innerTwips, fitted), findTable);
      content.push({ type: 'table', layout });
      heightTwips += layout.rows.length * (LEAST_ROW_TWIPS + CELL_MARGINS_UPRIGHT_TWIPS);
      continue;
    }
    content.push({ type: 'line', text });
    heightTwips += countLines(text, measureEms(text), innerTwips / (halfPoints * 10)) * halfPoints * LINE_TWIPS_PER_HALF_POINT;
  }
  assert(nested.length === 0, 'every nested table of a cell has its mark in the text');
  return { content, heightTwips };
}

/** Keeping rows together and repeating heads are the outer table's affair; only the splitting of rows is settled here. */
function layOutNestedTable(fitted: FittedTable, findTable: FindTable): TableLayout {
  const contents = layOutContents(fitted, findTable);
  const kept = keepRows(measureRows(fitted, contents), 0, TEXT_HEIGHT_TWIPS, false);
  return assembleRows(
    fitted,
    contents,
    kept.map(({ cantSplit }): KeptRow => ({ cantSplit, repeats: false, keepNext: false })),
  );
}

function measureRows({ table, grid }: FittedTable, contents: LaidContents): MeasuredRow[] {
  return table.rows.map((row, r) => {
    const starting = [...new Set(grid.owners[r])].filter((placed) => placed.row === r);
    const measured = starting.map((placed) => ({ rowSpan: placed.rowSpan, heightTwips: contents.get(placed)!.heightTwips }));
    const heights = measured.filter((cell) => cell.rowSpan === 1).map((cell) => cell.heightTwips);
    return {
      role: r < table.headerRows ? 'header' : row.role,
      heightTwips: Math.max(LEAST_ROW_TWIPS, ...heights),
      groups: measured.filter((cell) => cell.rowSpan > 1),
    };
  });
}

function assembleRows(fitted: FittedTable, contents: LaidContents, kept: readonly KeptRow[]): TableLayout {
  const { table, size, landscape, widthTwips, columnTwips } = fitted;
  const rows = table.rows.map((_, r): RowLayout => ({ ...kept[r]!, cells: assembleCells(r, fitted, contents) }));
  return { widthTwips, columnTwips, size, landscape, rows };
}

function assembleCells(r: number, fitted: FittedTable, contents: LaidContents): CellLayout[] {
  const { role } = fitted.table.rows[r]!;
  const isHead = r < fitted.table.headerRows || role === 'band';
  return [...new Set(fitted.grid.owners[r])].map((placed) => {
    const starts = placed.row === r;
    return {
      widthTwips: getWidth(placed, fitted),
      colSpan: placed.colSpan,
      merge: placed.rowSpan === 1 ? 'none' : starts ? 'start' : 'continue',
      stands: isHead ? 'head' : standCell(placed, fitted),
      bold: role === 'total' || role === 'subtotal',
      content: starts ? contents.get(placed)!.content : [],
    };
  });
}

/** Alignment goes by column; a cell across several columns stands by its own text unless it is one more number of its column. */
function standCell({ cell, col, colSpan }: GridCell, { kinds, isKeyValue }: FittedTable): CellLayout['stands'] {
  const kind = kinds[col]!;
  if (kind === 'number' && (colSpan === 1 || cell.value !== null)) return 'number';
  if (colSpan > 1) return isShortText(cell.text, colSpan) ? 'center' : 'left';
  if (isKeyValue) return col === 0 ? 'center' : 'left';
  return kind === 'short' ? 'center' : 'left';
}

function getWidth({ col, colSpan }: GridCell, { columnTwips }: FittedTable): number {
  return sum(columnTwips.slice(col, col + colSpan));
}
