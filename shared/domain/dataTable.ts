import type { DecimalString } from '../util/decimal';
import type { ColId, FileHash, RowId, SourceId, TableId } from './ids';
import type { Message } from './message';
import type { Place } from './place';
import type { ReadChart } from './readChart';
import type { ReadRun } from './readRun';

/**
 * One grid position as a reader found it. Every position of the grid is present; a position under a span is `covered` with empty text.
 * Paragraphs inside a cell are separated by \n; U+FFFC on a line of its own stands for the next table of `nested`.
 */
export type ReadCell = {
  text: string;
  rowSpan: number;
  colSpan: number;
  covered: boolean;
  /** Exact value in `unit` when the cell is a number: "-7134.91"; null for text, nil marks and blanks. */
  value: DecimalString | null;
  /** 万元, %, 件…; null when the cell is not a number or its unit is not known. */
  unit: string | null;
  nested?: ReadTable[];
};

/** What a reader was not sure of, with the reason, so that one click can settle it. Older projects hold reasons as text. */
export type TableDoubt = {
  about: 'headerRows' | 'unit' | 'period' | 'span' | 'join' | 'value';
  row?: number;
  col?: number;
  reason: Message | string;
};

/** A table as read from a file: grid with spans, understood header, unit and period; before it has ids. */
export type ReadTable = {
  place: Place;
  /** The sentence or title that introduces it. */
  caption: string | null;
  /** The unit line as printed without 单位：, e.g. 万元 or 万元、件、元/件; null when none is printed (cells may still carry an inherited unit). */
  unit: string | null;
  period: string | null;
  /** Leading rows that are header; 0 for a key-value table. */
  headerRows: number;
  /** Header path of each grid column, outermost first; empty array when there is no header. */
  columns: string[][];
  rows: ReadCell[][];
  /** Rows that head a second band, or total and subtotal rows; 'body' elsewhere. One entry per row. */
  rowRoles: RowRole[];
  /** Notes under the table, with their 注： as printed. */
  notes: string[];
  doubts: TableDoubt[];
};

export type RowRole = 'header' | 'body' | 'total' | 'subtotal' | 'band';

/** One part of a document in reading order: what both `add` (evidence) and `draft` (an existing reply) are made from. */
export type ReadPart =
  | {
      type: 'paragraph';
      text: string;
      place: Place /** Outline level 1-9 where the file's own style says heading. */;
      outline?: number;
      bold?: boolean /** Style name as the file calls it. */;
      style?: string;
      pictures?: ReadPicture[];
      /** Present where they say more than the text. */
      runs?: ReadRun[];
      charts?: ReadChart[];
      /** An item of a list whose mark or number the file makes itself: it is none of the text. */
      list?: { kind: 'bullet' | 'number'; depth: number };
      /** Names of the bookmarks that begin in it, or right before a table. */
      bookmarks?: string[];
    }
  | { type: 'table'; table: ReadTable; bookmarks?: string[] };

export type ReadPicture = {
  bytes: Uint8Array;
  mime: 'image/png' | 'image/jpeg' | 'image/gif' | 'image/svg+xml';
  alt: string;
  widthPx: number;
  heightPx: number;
};

export type CellRef = { tableId: TableId; rowId: RowId; colId: ColId };

/** A cell as a list names it: what it prints, its row's and column's words, its table's caption and file. */
export type DescribedCell = {
  cell: CellRef;
  text: string;
  unit: string | null;
  rowPath: string[];
  columnPath: string[];
  caption: string | null;
  fileName: string | null;
  place: Place;
};

/** A stored cell. `original` is the text as first read, present once it was corrected. */
export type Cell = Omit<ReadCell, 'nested'> & { revision: number; original?: string; nested?: TableId[] };

export type TableRow = { rowId: RowId; role: RowRole; cells: Cell[] };

export type TableColumn = { colId: ColId; path: string[] };

/** A stored table of a source, or made for the reply (`kind` reply, then `sourceId` is null). `rows[r].cells[c]` is grid position (r, c). */
export type DataTable = {
  tableId: TableId;
  kind: 'source' | 'reply';
  sourceId: SourceId | null;
  /** Position among the tables of its source, from 0. */
  position: number;
  place: Place;
  caption: string | null;
  unit: string | null;
  period: string | null;
  headerRows: number;
  columns: TableColumn[];
  rows: TableRow[];
  notes: string[];
  doubts: TableDoubt[];
};

/**
 * A table opened to be looked at: its head and its first rows, the others to be read as they come in sight. For a table longer than `rows`, `tall`
 * names the rows whose cells reach over several, and `widest` per column the widest text in halves of a Han character; else both are empty.
 */
export type OpenTable = Omit<DataTable, 'rows'> & {
  rowCount: number;
  rows: TableRow[];
  tall: { row: number; rowSpan: number }[];
  widest: number[];
};

/** A table's head for lists, without its cells. */
export type TableSummary = Pick<
  DataTable,
  'tableId' | 'kind' | 'sourceId' | 'position' | 'place' | 'caption' | 'unit' | 'period' | 'headerRows' | 'doubts'
> & {
  rowCount: number;
  columnCount: number;
  /** First header row's texts, for telling tables apart. */
  headline: string;
};

/** A received file kept whole. `disclosed` 已披露 or internal 内部. `role` says how it came in. */
export type Source = {
  sourceId: SourceId;
  file: FileHash;
  fileName: string;
  role: 'evidence' | 'draft';
  disclosed: boolean;
  importedAt: string;
  tableCount: number;
};

/** A cell of a reply table that came out different because a cell it is computed from changed; `row` and `column` name it. */
export type ChangedCell = { cell: CellRef; caption: string | null; row: string; column: string; before: string; after: string };

/** 识别更正: we misread it; 数据调整: the owner changed it. */
export type CorrectionKind = 'misread' | 'restated';
export type CellCorrection = CellRef & { at: string; actor: string; kind: CorrectionKind; oldText: string; newText: string; why: string };
