import type { CellRef } from './dataTable';
import type { FileHash, RowId, SourceId, TableId } from './ids';

/** A cell that reads otherwise in a newer version of its file; `row` and `column` name it. A cell's uses are read apart (`cell:whereUsed`). */
export type UpdatedCell = { cell: CellRef; newCell: CellRef; row: string; column: string; before: string; after: string };

/** A row only one of the versions has: of the newer one when added, of the older when removed. */
export type UpdatedRow = { rowId: RowId; texts: string[] };

/**
 * A table against the same table in a newer version of its file. Columns only the newer has come with the whole table; those only the
 * older has are named and stay. */
export type TableUpdate = {
  tableId: TableId;
  newTableId: TableId;
  caption: string | null;
  cells: UpdatedCell[];
  rowsAdded: UpdatedRow[];
  rowsRemoved: UpdatedRow[];
  columnsAdded: string[];
  columnsRemoved: string[];
  /** The unit lines, where they differ. */
  unit: { before: string | null; after: string | null } | null;
};

/**
 * A newer version of a source's file that waits to be accepted (待确认的更新): what differs still, table by table. Nothing of it shows anywhere until it
 * is accepted. `newSourceId` holds what was read of the newer file.
 */
export type SourceUpdate = {
  newSourceId: SourceId;
  sourceId: SourceId;
  fileName: string;
  newFileName: string;
  importedAt: string;
  disclosed: boolean;
  tables: TableUpdate[];
  newTables: { tableId: TableId; caption: string | null; rowCount: number; columnCount: number }[];
  missingTables: { tableId: TableId; caption: string | null }[];
  /** Cells that differ and are used, by "rowId colId", with the questions whose replies use them. */
  used: Record<string, string[]>;
};

/** What of an update is accepted: single cells or rows, a table with all its changes, or a table only the newer version has. */
export type AcceptedChange =
  | { kind: 'cell'; cell: CellRef }
  | { kind: 'row'; tableId: TableId; rowId: RowId }
  | { kind: 'table'; tableId: TableId }
  | { kind: 'newTable'; tableId: TableId };

/** One file a source was read from, newest first; all of them stay in the project. */
export type SourceFile = { file: FileHash; fileName: string; importedAt: string };

/** 是否同步更正: what the company does about a disclosed number it has changed. */
export const DISCLOSURE_DECISIONS = ['undecided', 'correct', 'keep'] as const;
export type DisclosureDecision = (typeof DISCLOSURE_DECISIONS)[number];

/** 拟更正事项: a cell of a disclosed source that was changed as 数据调整, and what is to be done about the disclosed file. */
export type IntendedCorrection = {
  correctionId: string;
  cell: CellRef;
  fileName: string;
  caption: string | null;
  row: string;
  column: string;
  before: string;
  after: string;
  unit: string | null;
  why: string;
  actor: string;
  at: string;
  decision: DisclosureDecision;
  note: string;
};
