import type { ReadPart, TableDoubt } from '../domain/dataTable';
import type { Place } from '../domain/place';
import type { DecimalString } from '../util/decimal';

/**
 * A grid position as the file states it, before anything is understood. Readers that know spans (DOCX, XLSX, HTML) set them and `covered`;
 * readers that do not (tab-separated text) give every position span 1 and leave blanks blank. Paragraphs inside a cell are separated by \n;
 * U+FFFC on a line of its own stands for the next table of `nested`.
 */
export type RawCell = {
  text: string;
  rowSpan: number;
  colSpan: number;
  covered: boolean;
  /** Exact value where the file stores one apart from the printed text (a workbook cell); absent otherwise. */
  stored?: DecimalString;
  nested?: RawTable[];
};

/** A table as the file states it. `spansKnown` false means blank cells may be parts of spans and have to be inferred. */
export type RawTable = {
  cells: RawCell[][];
  spansKnown: boolean;
  /** Header rows the file itself marks (w:tblHeader, frozen panes); null when it marks none. */
  markedHeaderRows: number | null;
  place: Place;
  /** Columns as the file prints them, blank ones at the right included, where they were trimmed: pages of one table print the same number. */
  printedWidth?: number;
  /** What the file shows of the last row where a page ends: that it ends there, or goes on in the next page's first row. */
  lastRow?: 'whole' | 'cut' | undefined;
  /** Per column the room left behind the last line of the last row's cell, in em; null where nothing stands. Known where the file is drawn. */
  lastRoom?: (number | null)[];
  /** What the reader itself was not sure of: joins at page ends, dropped repetitions. Rows count in `cells`. */
  doubts?: TableDoubt[];
};

/** A document in reading order as the file states it: what format readers give to `describeParts`. */
export type RawPart = Extract<ReadPart, { type: 'paragraph' }> | { type: 'table'; table: RawTable; bookmarks?: string[] };
