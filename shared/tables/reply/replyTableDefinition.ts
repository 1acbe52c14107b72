import type { ColId, RowId, TableId } from '../../domain/ids';

/** How the cells of a column are printed. Rounding happens here alone: everything is computed from unrounded values. */
export type CellFormat = {
  unit: string;
  decimals: number;
  /** Thousands separators. */
  grouping: boolean;
  /** The unit stands in every cell (33.35%) instead of the unit line. */
  showUnit: boolean;
};

/**
 * Where a column's cells come from: a column of a source table, or a computation over other columns of this table. `margin` is (a−b)/a, `share` a/b,
 * `shareOfTotal` a column's part of its row `whole` (null: of the sum of all rows taken from sources). `typed` words print as they are;
 * a column of typed numbers alone is totalled and computed with as any other (typedNumbers).
 */
export type ColumnContent =
  | { kind: 'source'; tableId: TableId; colId: ColId }
  | { kind: 'difference' | 'growth' | 'share' | 'ratio' | 'margin'; of: [ColId, ColId] }
  | { kind: 'shareOfTotal'; of: ColId; whole: RowId | null }
  | { kind: 'sum' | 'average'; of: ColId[] }
  | { kind: 'typed'; texts: TypedText[] };

/** What was typed into a row of a column that no source has. */
export type TypedText = { rowId: RowId; text: string };

/** A column computed from others. */
export type ComputedContent = Exclude<ColumnContent, { kind: 'source' | 'typed' }>;

/** A column. `path` is its header, outermost first; `format` null copies words as they are; a `hidden` one is only computed with. */
export type ReplyColumn = {
  colId: ColId;
  path: string[];
  format: CellFormat | null;
  content: ColumnContent;
  hidden: boolean;
  /** False prints — in computed rows, where a total says nothing (unit prices). */
  totalled: boolean;
};

/** Where a row comes from: rows of source tables (several of one table are added up, as in 其他; none where all is typed), or a computation over rows of this table. */
export type RowContent =
  | { kind: 'source'; from: { tableId: TableId; rowId: RowId }[] }
  | { kind: 'sum' | 'average' | 'difference' | 'share'; of: RowId[] };

/** A row. `format` replaces the columns' own where a row has another unit (毛利率 among amounts). */
export type ReplyRow = { rowId: RowId; label: string; format: CellFormat | null; content: RowContent };

/**
 * 前 N 名: of the source rows only the `count` with the largest values of a column print, largest first. The others are added up in the row `others`,
 * or left out when it is null. The ranking is no choice of rows: it follows the sources.
 */
export type TopRanking = { colId: ColId; count: number; others: RowId | null };

/** 回复用表: what is taken from source tables and how it prints. Its ids are those of the stored table. */
export type ReplyTableDefinition = {
  caption: string | null;
  /** The unit line without 单位：. */
  unit: string | null;
  /** The column of row labels and its header. */
  stub: { colId: ColId; path: string[] };
  columns: ReplyColumn[];
  rows: ReplyRow[];
  top?: TopRanking;
  notes: string[];
};

/** Source tables a definition reads, each once. */
export function listSourceTables({ columns, rows }: ReplyTableDefinition): TableId[] {
  const ids = new Set<TableId>();
  for (const { content } of columns) if (content.kind === 'source') ids.add(content.tableId);
  for (const { content } of rows) if (content.kind === 'source') for (const { tableId } of content.from) ids.add(tableId);
  return [...ids];
}

/** Columns a column is computed from. */
export function listOperandColumns(content: ColumnContent): readonly ColId[] {
  if (content.kind === 'source' || content.kind === 'typed') return [];
  return content.kind === 'shareOfTotal' ? [content.of] : content.of;
}
