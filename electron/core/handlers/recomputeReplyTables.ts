import type { CellRef, ChangedCell } from '../../../shared/domain/dataTable';
import type { RowId, TableId } from '../../../shared/domain/ids';
import { listFormulaCells } from '../../../shared/figures/listFormulaCells';
import { buildFormulas } from '../../../shared/tables/reply/buildFormulas';
import { buildReplyTable } from '../../../shared/tables/reply/buildReplyTable';
import { findDefinitionProblem } from '../../../shared/tables/reply/findDefinitionProblem';
import type { GetSourceCell } from '../../../shared/tables/reply/printReplyCell';
import { type RankedDefinition, rankRows } from '../../../shared/tables/reply/rankRows';
import type { ReplyTableDefinition } from '../../../shared/tables/reply/replyTableDefinition';
import { OTHERS_LABEL } from '../../../shared/tables/reply/replyTableTerms';
import { assert } from '../../../shared/util/assert';
import { memoize } from '../../../shared/util/memoize';
import type { ReadableDb } from '../db/handles';
import type { Recorder } from '../db/history/recordedWrite';
import { type CellKey, findCell } from '../db/queries/cells';
import { findDefinition, listReplyTables, listReplyTablesReading, type WrittenCell, writeReplyTable } from '../db/queries/replyTables';

/** What followed from a change: cells of reply tables in the user's words, and the keys of all that were written. */
export type Recomputed = { changes: ChangedCell[]; keys: CellKey[] };

/** Brings every reply table that reads any of the cells, and those made from these, to the present values. */
export function recomputeReplyTables(db: ReadableDb, recorder: Recorder, cells: readonly CellKey[]): Recomputed {
  const result: Recomputed = { changes: [], keys: [] };
  const most = listReplyTables(db).length;
  let waiting = listReplyTablesReading(db, cells);
  for (let round = 0; waiting.length > 0; round += 1) {
    assert(round <= most, 'reply tables are not made from themselves');
    const written = waiting.flatMap((tableId) => rebuild(db, recorder, tableId, result));
    waiting = listReplyTablesReading(
      db,
      written.map((cell) => cell.key),
    );
  }
  return result;
}

/** Builds every reply table anew, until nothing changes: after a version was restored. */
export function rebuildReplyTables(db: ReadableDb, recorder: Recorder): Recomputed {
  const result: Recomputed = { changes: [], keys: [] };
  const tableIds = listReplyTables(db);
  for (let round = 0; round <= tableIds.length; round += 1) {
    if (tableIds.flatMap((tableId) => rebuild(db, recorder, tableId, result)).length === 0) break;
  }
  return result;
}

/** Builds one reply table by its definition and stores what came out different. */
export function buildAndWrite(db: ReadableDb, recorder: Recorder, tableId: TableId, definition: ReplyTableDefinition): WrittenCell[] {
  return writeReplyTable(db, recorder, tableId, buildReplyTable(definition, readOnce(db)));
}

/** Cells of reply tables whose formula reads a cell, those of tables made from them included. */
export function listDependentCells(db: ReadableDb, cell: CellRef, key: CellKey, findKey: (ref: CellRef) => CellKey | null): CellRef[] {
  const found = new Map<string, CellRef>();
  const getCell = readOnce(db);
  const waiting: { ref: CellRef; key: CellKey }[] = [{ ref: cell, key }];
  while (waiting.length > 0) {
    const { ref, key: readKey } = waiting.shift()!;
    for (const tableId of listReplyTablesReading(db, [readKey])) {
      const ranked = rankRows(findDefinition(db, tableId)!, getCell);
      for (const dependent of listCellsReading(ranked, tableId, ref)) {
        const dependentKey = findKey(dependent);
        if (!dependentKey || found.has(nameRef(dependent))) continue;
        found.set(nameRef(dependent), dependent);
        waiting.push({ ref: dependent, key: dependentKey });
      }
    }
  }
  return [...found.values()];
}

function rebuild(db: ReadableDb, recorder: Recorder, tableId: TableId, result: Recomputed): WrittenCell[] {
  const definition = findDefinition(db, tableId);
  if (!definition || findDefinitionProblem(definition)) return [];
  const written = buildAndWrite(db, recorder, tableId, definition);
  result.keys.push(...written.map((cell) => cell.key));
  for (const { cell, before, after } of written) {
    if (before === after) continue;
    result.changes.push({
      cell,
      caption: definition.caption,
      row: nameRow(definition, cell.rowId),
      column: definition.columns.find((column) => column.colId === cell.colId)?.path.join(' / ') ?? '',
      before,
      after,
    });
  }
  return written;
}

function nameRow({ rows, top }: ReplyTableDefinition, rowId: RowId): string {
  return rows.find((row) => row.rowId === rowId)?.label ?? (rowId === top?.others ? OTHERS_LABEL : '');
}

function listCellsReading(definition: RankedDefinition, tableId: TableId, ref: CellRef): CellRef[] {
  const find = buildFormulas(definition, definition.unprinted);
  const cells: CellRef[] = [];
  for (const { rowId, content } of definition.rows) {
    for (const { colId, hidden, totalled } of definition.columns) {
      if (hidden || (content.kind !== 'source' && !totalled)) continue;
      const formula = find(rowId, colId);
      if (formula && listFormulaCells(formula).some((read) => nameRef(read) === nameRef(ref))) cells.push({ tableId, rowId, colId });
    }
  }
  return cells;
}

/** Reads each cell once: a total and its shares ask for the same cells again and again. */
function readOnce(db: ReadableDb): GetSourceCell {
  return memoize((ref: CellRef) => findCell(db, ref), nameRef);
}

function nameRef({ tableId, rowId, colId }: CellRef): string {
  return `${tableId} ${rowId} ${colId}`;
}
