import type { DataTable, TableRow } from '../../domain/dataTable';
import type { Chart } from '../../domain/reply';

/** A year or a date, alone or with words about it: 2023年度, 2024/9/30, 2023年9-12月. */
const TIME = /(?:19|20)\d\d|[一二三四1-4]季度|\d{1,2}月/;

/** What follows from other columns: changes, rates, shares. */
const CHANGE = /变动|增减|增长|同比|环比|占比|比例|比重/;

/** How a sentence that leads to a table ends, and a title does not: 具体如下：, 如下表所示：, 详见下表。 */
const LEADING_ON = /(?:(?:具体)?如下[表图]?(?:所示)?|详?见下[表图])?\s*[：:。]?\s*$/;

/**
 * The chart a table suggests: its body rows and the columns that hold numbers, with time (or else the rows) along the axis. Totals are left out: they
 * would dwarf what they are made of.
 */
export function proposeChart(table: DataTable): Chart {
  const rows = listChartRows(table).filter((row) => row.role === 'body');
  const numbers = listChartColumns(table, rows).filter(({ path }) => !path.some((part) => CHANGE.test(part)));
  const unitOf = (column: DataTable['columns'][number]) =>
    rows.map((row) => row.cells[table.columns.indexOf(column)]!).find((cell) => cell.value !== null)?.unit;
  // One unit on one axis reads best; more can be chosen.
  const columns = numbers.filter((column) => unitOf(column) === unitOf(numbers[0]!));
  const columnsAreTime = columns.length > 1 && columns.every(({ path }) => path.some((part) => TIME.test(part)));
  const caption = table.caption?.replace(LEADING_ON, '') ?? '';
  return {
    tableId: table.tableId,
    kind: 'column',
    along: columnsAreTime ? 'columns' : 'rows',
    rowIds: rows.map(({ rowId }) => rowId),
    colIds: columns.map(({ colId }) => colId),
    title: caption.length <= 40 ? caption : '',
    alt: '',
    source: '',
  };
}

/** Rows a chart can show: those with at least one number. */
export function listChartRows(table: DataTable): TableRow[] {
  return table.rows.slice(table.headerRows).filter((row) => row.cells.some((cell) => cell.value !== null));
}

/** Columns a chart can show: those with a number in one of the rows that is none of a serial number. */
export function listChartColumns(table: DataTable, rows: readonly TableRow[]): DataTable['columns'] {
  return table.columns.filter(({ path }, index) => {
    if (path.some((part) => /^序号$/.test(part.replace(/\s/g, '')))) return false;
    return rows.some((row) => row.cells[index]!.value !== null);
  });
}
