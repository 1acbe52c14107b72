import type { ChangedCell, DataTable } from '../../../shared/domain/dataTable';
import type { ChangedFigure } from '../../../shared/domain/figure';
import type { RowId, TableId } from '../../../shared/domain/ids';
import type { AcceptedChange, TableUpdate } from '../../../shared/domain/sourceUpdate';
import { alignTables, isUpToDate } from '../../../shared/tables/update/diffTables';
import { type CellKey, findCell, getCellKey, insertCorrection, updateCell } from '../db/queries/cells';
import { getTable, getTableKey } from '../db/queries/dataTables';
import { listFiguresDependingOn } from '../db/queries/figures';
import { insertNewerColumn } from '../db/queries/newerColumns';
import { editRows } from '../db/queries/newerRows';
import { keepOrigin } from '../db/queries/tableOrigins';
import { listTablesOfSource, type StoredUpdate } from '../db/queries/sourceUpdates';
import type { WriteContext } from '../rpc/handlerKinds';
import { compareTables } from './listSourceUpdates';
import { recomputeFigures } from './recomputeFigures';
import { recomputeReplyTables } from './recomputeReplyTables';

/** What followed from taking changes over. */
export type AcceptedUpdate = { accepted: number; changedCells: ChangedCell[]; changedFigures: ChangedFigure[] };

/**
 * Takes changes of a newer version over into the source's tables, all or those named, as 数据调整; reply tables and figures follow. What is not
 * taken stays listed.
 */
export function acceptUpdate(
  context: Pick<WriteContext, 'db' | 'recorder' | 'session'>,
  update: StoredUpdate,
  changes: readonly AcceptedChange[] | null,
): AcceptedUpdate {
  const { db, recorder } = context;
  const keys: CellKey[] = [];
  let accepted = 0;
  for (const [older, newer] of update.matches) {
    const chosen = changes?.filter((change) => concerns(change, older)) ?? null;
    if (chosen?.length === 0) continue;
    const written = acceptTable(context, update, getTable(db, older), getTable(db, newer), chosen);
    keys.push(...written.keys);
    accepted += written.count;
  }
  const newTables = listTablesOfSource(db, update.newSourceId).filter((tableId) => !update.matches.some(([, newer]) => newer === tableId));
  let position = listTablesOfSource(db, update.sourceId).length;
  for (const tableId of newTables) {
    if (changes && !changes.some((change) => change.kind === 'newTable' && change.tableId === tableId)) continue;
    const tableKey = getTableKey(db, tableId);
    keepOrigin(db, tableKey);
    recorder.updateRow('data_table', { tableKey }, { sourceId: update.sourceId, position: position++ });
    accepted += 1;
  }
  const { changes: changedCells, keys: followed } = recomputeReplyTables(db, recorder, keys);
  const changedFigures = recomputeFigures(db, recorder, listFiguresDependingOn(db, [...keys, ...followed]));
  return { accepted, changedCells, changedFigures };
}

function concerns(change: AcceptedChange, tableId: TableId): boolean {
  return (change.kind === 'cell' ? change.cell.tableId : change.tableId) === tableId;
}

function acceptTable(
  { db, recorder, session }: Pick<WriteContext, 'db' | 'recorder' | 'session'>,
  { newFileName }: StoredUpdate,
  older: DataTable,
  newer: DataTable,
  chosen: readonly AcceptedChange[] | null,
): { keys: CellKey[]; count: number } {
  const update = compareTables(db, older, newer);
  const whole = chosen === null || chosen.some((change) => change.kind === 'table');
  const cells = update.cells.filter(
    ({ cell }) => whole || chosen.some((one) => one.kind === 'cell' && one.cell.rowId === cell.rowId && one.cell.colId === cell.colId),
  );
  const takesRow = ({ rowId }: { rowId: RowId }) => whole || chosen.some((one) => one.kind === 'row' && one.rowId === rowId);
  const keys: CellKey[] = [];
  for (const { cell, newCell, before } of cells) {
    const key = getCellKey(db, cell);
    const content = findCell(db, newCell)!;
    updateCell(db, recorder, key, content);
    const { actor } = session.settings;
    insertCorrection(recorder, key, { actor, kind: 'restated', oldText: before, newText: content.text, why: newFileName });
    keys.push(key);
  }
  const added = update.rowsAdded.filter(takesRow);
  const removed = update.rowsRemoved.filter(takesRow);
  if (added.length + removed.length > 0) {
    keys.push(
      ...moveRows(
        { db, recorder },
        older,
        newer,
        added.map(({ rowId }) => rowId),
        removed.map(({ rowId }) => rowId),
      ),
    );
  }
  takeHeader({ db, recorder }, older, newer, cells);
  const columns = whole ? takeColumns({ db, recorder }, older, newer) : 0;
  if (isUpToDate(compareTables(db, getTable(db, older.tableId), newer))) takeHead({ db, recorder }, older, newer);
  return { keys, count: cells.length + added.length + removed.length + columns };
}

/** Added rows go where the newer version has them: behind the nearest row above that both have. */
function moveRows(
  { db, recorder }: Pick<WriteContext, 'db' | 'recorder'>,
  older: DataTable,
  newer: DataTable,
  added: readonly RowId[],
  removed: readonly RowId[],
): CellKey[] {
  const { rows, cols } = alignTables(older, newer);
  const edit = editRows(db, recorder, getTable(db, older.tableId));
  const olderRow = new Map(rows.pairs.map(([from, to]) => [to, older.rows[from]!.rowId]));
  const newCol = new Map(cols.pairs);
  const keys: CellKey[] = [];
  newer.rows.forEach((row, at) => {
    if (!added.includes(row.rowId)) return;
    let above = at - 1;
    while (above >= 0 && !olderRow.has(above)) above -= 1;
    const cells = older.columns.map((_, col) => {
      const from = newCol.get(col);
      return from === undefined ? null : row.cells[from]!;
    });
    const inserted = edit.insert(above < 0 ? null : olderRow.get(above)!, row.role, cells);
    olderRow.set(at, inserted.rowId);
    keys.push(...inserted.keys);
  });
  for (const rowId of removed) keys.push(...edit.remove(rowId));
  edit.finish();
  return keys;
}

/** Columns only the newer version has go where it has them: behind the nearest column before them that both have. Returns how many there were. */
function takeColumns({ db, recorder }: Pick<WriteContext, 'db' | 'recorder'>, older: DataTable, newer: DataTable): number {
  const { added } = alignTables(older, newer).cols;
  for (const col of added) {
    const table = getTable(db, older.tableId);
    const { rows, cols } = alignTables(table, newer);
    const olderCol = new Map(cols.pairs.map(([from, to]) => [to, from]));
    const newerRow = new Map(rows.pairs);
    let before = col - 1;
    while (before >= 0 && !olderCol.has(before)) before -= 1;
    const at = before < 0 ? 0 : olderCol.get(before)! + 1;
    const cells = table.rows.map((_, row) => {
      const from = newerRow.get(row);
      return from === undefined ? null : newer.rows[from]!.cells[col]!;
    });
    insertNewerColumn(db, recorder, table, { at, path: newer.columns[col]!.path, cells });
  }
  return added.length;
}

/** Header paths of columns whose header cells were taken over. */
function takeHeader(
  { db, recorder }: Pick<WriteContext, 'db' | 'recorder'>,
  older: DataTable,
  newer: DataTable,
  cells: TableUpdate['cells'],
): void {
  const headers = new Set(older.rows.slice(0, older.headerRows).map((row) => row.rowId));
  for (const { cell, newCell } of cells) {
    if (!headers.has(cell.rowId)) continue;
    const path = newer.columns.find((column) => column.colId === newCell.colId)!.path;
    recorder.updateRow('table_col', { colKey: getCellKey(db, cell).colKey }, { path: JSON.stringify(path) });
  }
}

/** A table that now says all the newer version says takes its unit line, period and place as well. */
function takeHead({ db, recorder }: Pick<WriteContext, 'db' | 'recorder'>, older: DataTable, newer: DataTable): void {
  const { unit, period, notes, place } = newer;
  const head = { unit, period, notes: JSON.stringify(notes), place: JSON.stringify(place) };
  recorder.updateRow('data_table', { tableKey: getTableKey(db, older.tableId) }, head);
}
