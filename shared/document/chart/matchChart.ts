import type { DataTable } from '../../domain/dataTable';
import type { ReadChart } from '../../domain/readChart';
import type { Chart } from '../../domain/reply';
import { Decimal, type DecimalString } from '../../util/decimal';
import { nameColumn, nameRow, plotChart } from './chartData';
import { nameSeries } from './chartLook';
import { sayChart } from './sayChart';

/** The chart of a table that a file's chart was drawn from: the same words along the axis and in the legend, the same values. Null when it is none. */
export function matchChart(read: ReadChart, table: DataTable, source: string): Chart | null {
  for (const along of ['rows', 'columns'] as const) {
    const chart = chooseLines(read, table, source, along);
    if (chart !== null && isDrawnFrom(read, chart, table)) return { ...chart, alt: dropSaid(chart, table) };
  }
  return null;
}

/** An alternative text that says no more than the export says by itself is none of the writer's. */
function dropSaid(chart: Chart, table: DataTable): string {
  return chart.alt === sayChart(plotChart(chart, table)) ? '' : chart.alt;
}

function chooseLines({ kind, title, alt, ...read }: ReadChart, table: DataTable, source: string, along: Chart['along']): Chart | null {
  const onAxis = (name: string, at: number) => name === read.categories[at];
  // The legend may name the unit behind the name.
  const inLegend = (name: string, at: number) => read.series[at]?.name.startsWith(name) === true;
  const [ofRows, ofColumns] = along === 'rows' ? [onAxis, inLegend] : [inLegend, onAxis];
  const rows = pickInOrder(table.rows.slice(table.headerRows), (row) => nameRow(row, table), ofRows);
  const columns = pickInOrder(table.columns, nameColumn, ofColumns);
  const [axis, legend] = along === 'rows' ? [rows, columns] : [columns, rows];
  if (axis.length !== read.categories.length || legend.length !== read.series.length) return null;
  const rowIds = rows.map(({ rowId }) => rowId);
  return { tableId: table.tableId, kind, along, rowIds, colIds: columns.map(({ colId }) => colId), title, alt, source };
}

function pickInOrder<Line>(
  lines: readonly Line[],
  nameLine: (line: Line) => string,
  isNext: (name: string, at: number) => boolean,
): Line[] {
  const picked: Line[] = [];
  for (const line of lines) if (isNext(nameLine(line), picked.length)) picked.push(line);
  return picked;
}

function isDrawnFrom(read: ReadChart, chart: Chart, table: DataTable): boolean {
  const drawn = plotChart(chart, table);
  return (
    drawn.categories.every((name, at) => name === read.categories[at]) &&
    drawn.series.length === read.series.length &&
    drawn.series.every((series, index) => {
      const { name, values } = read.series[index]!;
      return nameSeries(series) === name && series.values.every((value, at) => isSameValue(value, values[at] ?? null));
    })
  );
}

function isSameValue(one: DecimalString | null, other: DecimalString | null): boolean {
  return one === null || other === null ? one === other : new Decimal(one).equals(other);
}
