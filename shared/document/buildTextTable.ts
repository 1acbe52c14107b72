import type { Cell, DataTable, RowRole } from '../domain/dataTable';
import type { ColId, RowId, TableId } from '../domain/ids';

/** A table of plain texts whose first row is the header: a list a document prints that no project stores. */
export function buildTextTable(texts: readonly (readonly string[])[]): DataTable {
  const [header = []] = texts;
  return {
    tableId: 'list' as TableId,
    kind: 'reply',
    sourceId: null,
    position: 0,
    place: {},
    caption: null,
    unit: null,
    period: null,
    headerRows: 1,
    columns: header.map((text, c) => ({ colId: `c${c}` as ColId, path: [text] })),
    rows: texts.map((cells, r) => ({
      rowId: `r${r}` as RowId,
      role: (r === 0 ? 'header' : 'body') satisfies RowRole,
      cells: cells.map((text): Cell => ({ text, rowSpan: 1, colSpan: 1, covered: false, value: null, unit: null, revision: 0 })),
    })),
    notes: [],
    doubts: [],
  };
}
