import type { ReadCell } from './dataTable';
import type { SourceId } from './ids';
import type { Place } from './place';

/** A rectangle of a page in points from its top left corner, rotation undone. */
export type PageBox = { x: number; y: number; width: number; height: number };

/** Where a grid position of a table is printed on a page. */
export type PlacedCell = { row: number; col: number; box: PageBox };

/** What of a table one page prints: the part's box around the cells that were found. Sizes in points. */
export type PlacedPart = { page: number; width: number; height: number; box: PageBox; cells: PlacedCell[] };

/** How the place a table was read from can be shown: as pages, as cells of its sheet, or as the text around it, null for another table there. */
export type TableOrigin =
  | { kind: 'pages'; sourceId: SourceId; fileName: string; page: number }
  | { kind: 'sheet'; sourceId: SourceId; fileName: string }
  | { kind: 'text'; sourceId: SourceId; fileName: string; before: (string | null)[]; after: (string | null)[] }
  /** Made or pasted here: there is no file to show. */
  | { kind: 'none' };

/** A paragraph of a source with what stands around it, null for a table there. */
export type ParagraphOrigin = { fileName: string; place: Place; before: (string | null)[]; text: string; after: (string | null)[] };

/** A row as its sheet shows it. `no` counts from 1; `tableRow` is the row of the table it was read into, null outside. */
export type SheetRow = {
  no: number;
  hidden: boolean;
  tableRow: number | null;
  cells: Pick<ReadCell, 'text' | 'rowSpan' | 'colSpan' | 'covered'>[];
};

/** Part of a sheet around a table: all columns, rows from `first` (0-based) of `rowCount`. The table has the columns [from, to). */
export type SheetWindow = {
  sheet: string | null;
  sheetHidden: boolean;
  columns: { name: string; hidden: boolean }[];
  rowCount: number;
  first: number;
  rows: SheetRow[];
  tableColumns: { from: number; to: number };
};
