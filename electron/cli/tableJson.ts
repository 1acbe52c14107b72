import { listBandTexts } from '../../shared/tables/headerBands';
import type { Cell, DataTable } from '../../shared/domain/dataTable';

/** A grid position as the terminal prints it; a covered one is empty text and says so. */
type CellJson =
  | { text: string; covered: true }
  | { text: string; value: string | null; unit: string | null; rowSpan: number; colSpan: number };

function toCellJson(cell: Cell): CellJson {
  if (cell.covered) return { text: '', covered: true };
  return { text: cell.text, value: cell.value, unit: cell.unit, rowSpan: cell.rowSpan, colSpan: cell.colSpan };
}

/**
 * A table as the terminal prints it: every grid position, header rows included; `columns[j]` is the header path of grid column j, and behind it what
 * further header bands of the table print over the column.
 */
export function toTableJson(table: DataTable) {
  return {
    id: table.tableId,
    source: table.sourceId,
    place: table.place,
    caption: table.caption,
    unit: table.unit,
    period: table.period,
    headerRows: table.headerRows,
    columns: table.columns.map(({ path }, col) => [...path, ...listBandTexts(table.rows, path, col)]),
    rows: table.rows.map((row) => row.cells.map(toCellJson)),
    notes: table.notes,
  };
}

/** A table's grid for people: cells separated by │, covered positions left blank. */
export function printTable(table: DataTable): string {
  return table.rows.map((row) => row.cells.map((cell) => cell.text.replaceAll('\n', ' ')).join(' │ ')).join('\n');
}
