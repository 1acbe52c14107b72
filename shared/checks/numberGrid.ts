import type { DataTable, RowRole } from '../domain/dataTable';
import { type Interval, printedInterval, toFixedPoint } from './interval';

/** A printed number of a table, ready for exact checks. */
export type GridNumber = { value: bigint; printed: Interval; text: string; decimals: number; percent: boolean };

/** One row below the header: label from its text cells, numbers by grid column. */
export type GridRow = { index: number; role: RowRole; label: string; numbers: (GridNumber | null)[] };

/** A table seen as numbers: what relations are looked for in. `heads[c]` is the header path of column c joined by " / ". */
export type NumberGrid = {
  rows: GridRow[];
  heads: string[];
  numericColumns: number[];
  /** Columns most of whose numbers are percentages. */
  percentColumns: ReadonlySet<number>;
  /** The last total row; null where there is none. */
  total: GridRow | null;
};

const PRINTED_DIGITS = /\d[\d,，]*(?:\.(\d+))?/;

/** The numbers of a table below its header rows; second header bands split the rows into grids of their own. */
export function readNumberGrids(table: DataTable): NumberGrid[] {
  const heads = table.columns.map((column) => column.path.join(' / '));
  const grids: NumberGrid[] = [];
  let rows: GridRow[] = [];
  const close = () => {
    if (rows.length > 0) grids.push(createGrid(rows, heads));
    rows = [];
  };
  table.rows.forEach((row, index) => {
    if (index < table.headerRows || row.role === 'header') return;
    if (row.role === 'band') {
      close();
      return;
    }
    const numbers = row.cells.map((cell): GridNumber | null => {
      if (cell.covered || cell.value === null) return null;
      const text = withPrintedDecimals(cell.value, cell.text);
      const decimals = text.includes('.') ? text.length - text.indexOf('.') - 1 : 0;
      const value = toFixedPoint(text);
      return {
        value,
        printed: printedInterval(text, value),
        text,
        decimals,
        percent: cell.unit === '%' || cell.text.includes('%'),
      };
    });
    const label = row.cells.find((cell, column) => numbers[column] === null && cell.text.trim() !== '')?.text ?? '';
    rows.push({ index, role: row.role, label: label.replace(/\s+/g, ''), numbers });
  });
  close();
  return grids;
}

/** The value with as many decimals as are printed, so that 35.10 keeps its precision of two digits. */
function withPrintedDecimals(value: string, text: string): string {
  const printed = PRINTED_DIGITS.exec(text)?.[1]?.length ?? 0;
  const point = value.indexOf('.');
  const have = point < 0 ? 0 : value.length - point - 1;
  if (have >= printed) return value;
  return `${point < 0 ? `${value}.` : value}${'0'.repeat(printed - have)}`;
}

function createGrid(rows: GridRow[], heads: string[]): NumberGrid {
  const numericColumns = listNumericColumns(rows, heads.length);
  const percentColumns = new Set(numericColumns.filter((column) => isPercentColumn(rows, column)));
  return { rows, heads, numericColumns, percentColumns, total: rows.findLast((row) => row.role === 'total') ?? null };
}

function isPercentColumn(rows: readonly GridRow[], column: number): boolean {
  const numbers = rows.flatMap((row) => row.numbers[column] ?? []);
  return numbers.filter((number) => number.percent).length * 2 > numbers.length;
}

function listNumericColumns(rows: readonly GridRow[], columns: number): number[] {
  const result: number[] = [];
  for (let column = 0; column < columns; column++) {
    const numeric = rows.filter((row) => row.numbers[column]).length;
    const filled = rows.filter((row) => row.numbers[column] !== undefined).length;
    if (numeric > 0 && numeric * 2 >= Math.min(filled, rows.length) - 2) result.push(column);
  }
  return result;
}
