import type { FilingInline } from './filingBlock';

/** 五号, 小五, 六号. */
export type TableSize = 'M' | 'S' | 'XS';
export const TABLE_SIZES: Readonly<Record<TableSize, { halfPoints: number }>> = {
  M: { halfPoints: 21 },
  S: { halfPoints: 18 },
  XS: { halfPoints: 15 },
};

/** A line of a cell; `inlines` say the same text where part of it is marked. */
export type CellLine = { type: 'line'; text: string; inlines?: FilingInline[] };
export type CellContent = CellLine | { type: 'table'; layout: TableLayout };

/** A cell as laid out. `continue` is the empty remainder of a cell above. */
export type CellLayout = {
  widthTwips: number;
  colSpan: number;
  merge: 'none' | 'start' | 'continue';
  stands: 'head' | 'left' | 'center' | 'number';
  bold: boolean;
  content: CellContent[];
};

export type RowLayout = {
  /** Repeated on every page the table reaches. */
  repeats: boolean;
  cantSplit: boolean;
  /** Stays on the page of the next row. */
  keepNext: boolean;
  /** A bar beside the row: it changed since the copy it is compared with, or a row before it is gone. */
  changeBar?: true;
  cells: CellLayout[];
};

/** A table ready to be drawn: sizes, widths and page-break rules settled (DOCX.md A5). Column widths add up to `widthTwips`. */
export type TableLayout = { widthTwips: number; columnTwips: number[]; size: TableSize; landscape: boolean; rows: RowLayout[] };
