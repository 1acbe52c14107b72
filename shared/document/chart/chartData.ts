import type { Cell, DataTable, TableColumn, TableRow } from '../../domain/dataTable';
import type { Chart, ChartKind } from '../../domain/reply';
import { Decimal, type DecimalString } from '../../util/decimal';
import { convertUnit } from '../../util/units';

/** One row of values of a chart, in `unit` (null where the table says none); null where a cell holds no number. `secondary`: against the second axis. */
export type ChartSeries = {
  name: string;
  unit: string | null;
  values: (DecimalString | null)[];
  drawn: 'column' | 'line' | 'pie';
  secondary: boolean;
};

/** A chart as drawn: what stands along its axis, and its series. What the editor, DOCX and print draw from alike. */
export type ChartData = { kind: ChartKind; title: string; categories: string[]; series: ChartSeries[] };

/**
 * A chart with the values its table holds now. Rows and columns that are gone are left out; a combined chart draws its last series as a line. A
 * series in another unit than the first stands against a second axis, as a line: columns of two axes would cover each other. A pie has one series.
 */
export function plotChart(chart: Chart, table: DataTable): ChartData {
  const rows = table.rows.filter(({ rowId }) => chart.rowIds.includes(rowId));
  const columns = table.columns.filter(({ colId }) => chart.colIds.includes(colId));
  const alongRows = chart.along === 'rows';
  const rowNames = rows.map((row) => nameRow(row, table));
  const columnNames = columns.map(nameColumn);
  const lists = alongRows
    ? columns.map((column) => rows.map((row) => getCell(table, row, column)))
    : rows.map((row) => columns.map((column) => getCell(table, row, column)));
  const names = alongRows ? columnNames : rowNames;
  const read = lists.map((cells, index) => readSeries(names[index]!, cells));
  return {
    kind: chart.kind,
    title: chart.title,
    categories: alongRows ? rowNames : columnNames,
    series: (chart.kind === 'pie' ? read.slice(0, 1) : read).map((series, index, all) => {
      const secondary = chart.kind !== 'pie' && index > 0 && series.unit !== all[0]!.unit;
      return { ...series, drawn: chooseDrawing(chart.kind, { secondary, last: index > 0 && index === all.length - 1 }), secondary };
    }),
  };
}

/** What the table calls a row: the first text in it that is no number. */
export function nameRow(row: TableRow, table: DataTable): string {
  const at = row.cells.findIndex((cell) => cell.value === null && cell.text.trim() !== '');
  if (at >= 0) return row.cells[at]!.text.replace(/\s+/g, ' ').trim();
  return row.cells[0]?.text ?? String(table.rows.indexOf(row) + 1);
}

/** What the table calls a column: its header, the innermost words last. */
export function nameColumn({ path }: TableColumn): string {
  return path
    .filter((part, index) => part !== path[index - 1])
    .join(' ')
    .replace(/\s+/g, ' ')
    .trim();
}

function chooseDrawing(kind: ChartKind, { secondary, last }: { secondary: boolean; last: boolean }): ChartSeries['drawn'] {
  if (kind === 'pie' || kind === 'line') return kind;
  return secondary || (kind === 'combined' && last) ? 'line' : 'column';
}

function getCell(table: DataTable, row: TableRow, column: TableColumn): Cell {
  return row.cells[table.columns.indexOf(column)]!;
}

/** Cells in the unit of the first number; a number in a unit of another kind stays out. */
function readSeries(name: string, cells: readonly Cell[]): Pick<ChartSeries, 'name' | 'unit' | 'values'> {
  const unit = cells.find((cell) => cell.value !== null)?.unit ?? null;
  const values = cells.map(({ value, unit: own }) => {
    if (value === null || own === unit) return value;
    const converted = own === null || unit === null ? null : convertUnit(new Decimal(value), own, unit);
    return converted === null ? null : converted.toFixed();
  });
  return { name, unit, values };
}
