import type { DataTable } from '../../../shared/domain/dataTable';
import type { IntendedCorrection, SourceUpdate, TableUpdate } from '../../../shared/domain/sourceUpdate';
import { diffTables } from '../../../shared/tables/update/diffTables';
import type { ReadableDb } from '../db/handles';
import { getTable } from '../db/queries/dataTables';
import {
  listMisreadCells,
  listRestatedCells,
  listTablesOfSource,
  listUpdates,
  listUsedCells,
  type StoredUpdate,
} from '../db/queries/sourceUpdates';
import { describeCell } from '../db/queries/tableRows';

/** Newer versions of sources with what still differs, and which of it a reply uses. An update whose changes are all accepted is not listed. */
export function listSourceUpdates(db: ReadableDb): SourceUpdate[] {
  return listUpdates(db)
    .map((update) => describeUpdate(db, update))
    .filter(({ tables, newTables }) => tables.length > 0 || newTables.length > 0);
}

/** What a newer version of one table still changes. */
export function compareTables(db: ReadableDb, older: DataTable, newer: DataTable): TableUpdate {
  return diffTables(older, newer, listMisreadCells(db, older.tableId));
}

function describeUpdate(db: ReadableDb, update: StoredUpdate): SourceUpdate {
  const { matches, ...head } = update;
  const tables: TableUpdate[] = [];
  const used: SourceUpdate['used'] = {};
  for (const [older, newer] of matches) {
    const table = compareTables(db, getTable(db, older), getTable(db, newer));
    if (!hasChanges(table)) continue;
    tables.push(table);
    Object.assign(
      used,
      listUsedCells(
        db,
        older,
        table.cells.map(({ cell }) => cell),
      ),
    );
  }
  const matched = new Set(matches.flat());
  // A new table that was accepted belongs to the updated source.
  const newTables = listTablesOfSource(db, update.newSourceId).filter((tableId) => !matched.has(tableId));
  const missing = listTablesOfSource(db, update.sourceId).filter((tableId) => !matched.has(tableId));
  return {
    ...head,
    tables,
    used,
    newTables: newTables.map((tableId) => {
      const { caption, rows, columns } = getTable(db, tableId);
      return { tableId, caption, rowCount: rows.length, columnCount: columns.length };
    }),
    missingTables: missing.map((tableId) => ({ tableId, caption: getTable(db, tableId).caption })),
  };
}

function hasChanges({ cells, rowsAdded, rowsRemoved, columnsAdded, columnsRemoved }: TableUpdate): boolean {
  return [cells, rowsAdded, rowsRemoved, columnsAdded, columnsRemoved].some((list) => list.length > 0);
}

/** 拟更正事项: changed numbers of disclosed sources, each with its cell's words. */
export function listIntendedCorrections(db: ReadableDb): IntendedCorrection[] {
  return listRestatedCells(db).map(({ tableId, rowId, colId, ...correction }) => {
    const cell = { tableId, rowId, colId };
    const found = describeCell(db, cell);
    return {
      ...correction,
      cell,
      caption: found?.caption ?? null,
      row: found?.rowPath.join(' / ') ?? '',
      column: found?.columnPath.join(' / ') ?? '',
    };
  });
}
