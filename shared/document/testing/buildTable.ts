import type { Cell, DataTable, RowRole } from '../../domain/dataTable';
import type { ColId, RowId, TableId } from '../../domain/ids';

/** A cell as a test writes it: its text, or text with spans and nested tables. Positions under spans are not written. */
export type CellText = string | { text: string; colSpan?: number; rowSpan?: number; nested?: string[] };

export type TableText = {
  headerRows?: number;
  unit?: string | null;
  notes?: string[];
  rows: CellText[][];
  /** Roles of rows by index; header rows need none. */
  roles?: Record<number, RowRole>;
};

const AMOUNT = /^-?\d[\d,]*(?:\.\d+)?%?$/;

/** A stored table from the cells that start in each row. Numbers get their exact value, as readers give it. */
export function buildTable(tableId: string, { headerRows = 1, unit = null, notes = [], rows, roles = {} }: TableText): DataTable {
  const grid: (Cell | undefined)[][] = rows.map(() => []);
  for (const [r, row] of rows.entries()) {
    let c = 0;
    for (const written of row) {
      while (grid[r]![c]) c++;
      const { text, colSpan = 1, rowSpan = 1, nested } = typeof written === 'string' ? { text: written } : written;
      for (let i = r; i < r + rowSpan; i++) {
        for (let j = c; j < c + colSpan; j++)
          grid[i]![j] = { text: '', rowSpan: 1, colSpan: 1, covered: true, value: null, unit: null, revision: 0 };
      }
      const isAmount = AMOUNT.test(text);
      grid[r]![c] = {
        text,
        rowSpan,
        colSpan,
        covered: false,
        value: isAmount ? text.replace(/[,%]/g, '') : null,
        unit: isAmount ? (text.endsWith('%') ? '%' : unit) : null,
        revision: 0,
        ...(nested && { nested: nested as TableId[] }),
      };
      c += colSpan;
    }
  }
  const columnCount = Math.max(...grid.map((row) => row.length));
  return {
    tableId: tableId as TableId,
    kind: 'source',
    sourceId: null,
    position: 0,
    place: {},
    caption: null,
    unit,
    period: null,
    headerRows,
    columns: Array.from({ length: columnCount }, (_, c) => ({
      colId: `${tableId}c${c}` as ColId,
      path: grid.slice(0, headerRows).flatMap((row) => (row[c] && row[c].text !== '' ? [row[c].text] : [])),
    })),
    rows: grid.map((cells, r) => ({
      rowId: `${tableId}r${r}` as RowId,
      role: roles[r] ?? (r < headerRows ? 'header' : 'body'),
      cells: cells as Cell[],
    })),
    notes,
    doubts: [],
  };
}
