import { AppError } from '../../../shared/ipc/errors';
import type { TableId } from '../../../shared/domain/ids';
import { findDefinitionProblem } from '../../../shared/tables/reply/findDefinitionProblem';
import { listSourceTables, type ReplyTableDefinition } from '../../../shared/tables/reply/replyTableDefinition';
import type { ReadableDb } from '../db/handles';
import { getTable, getTableHead, getTableKey } from '../db/queries/dataTables';
import { listFiguresDependingOn } from '../db/queries/figures';
import { addLink } from '../db/queries/links';
import { findDefinition, insertReplyTable, updateDefinition } from '../db/queries/replyTables';
import { type HandlersOf, reads, writes } from '../rpc/handlerKinds';
import { nameTable } from './nameTable';
import { recomputeFigures } from './recomputeFigures';
import { removeReplyTable } from './removeReplyTable';
import { buildAndWrite, recomputeReplyTables } from './recomputeReplyTables';
import { message } from '../../../shared/domain/message';

export const replyTableHandlers: HandlersOf<'replyTable'> = {
  'replyTable:get': reads(({ db }, { tableId }) => findDefinition(db, tableId)),

  'replyTable:create': writes(({ db, recorder, describe }, { questionId, definition }) => {
    requireBuildable(db, definition, null);
    const tableId = insertReplyTable(db, recorder, definition);
    buildAndWrite(db, recorder, tableId, definition);
    if (questionId !== null) addLink(db, recorder, { questionId, itemId: null, tableId, reason: '' });
    const table = getTable(db, tableId);
    describe({ table: nameTable(table) });
    return table;
  }),

  'replyTable:update': writes(({ db, recorder, describe, announceFigures }, { tableId, definition }) => {
    if (!findDefinition(db, tableId)) throw new AppError('not-found', { what: message('what.replyTable'), id: tableId });
    requireBuildable(db, definition, tableId);
    updateDefinition(db, recorder, tableId, definition);
    const keys = buildAndWrite(db, recorder, tableId, definition).map((cell) => cell.key);
    const followed = recomputeReplyTables(db, recorder, keys);
    const changedFigures = recomputeFigures(db, recorder, listFiguresDependingOn(db, [...keys, ...followed.keys]));
    const table = getTable(db, tableId);
    describe({ table: nameTable(table) });
    announceFigures(changedFigures);
    return { ...table, changedFigures };
  }),

  'replyTable:remove': writes(({ db, recorder, describe }, { tableId }) => {
    describe({ table: nameTable(getTableHead(db, tableId)) });
    removeReplyTable(db, recorder, tableId);
    return null;
  }),
};

/** Refuses a definition that cannot be built, that reads a table that is not there, or that would read itself. */
function requireBuildable(db: ReadableDb, definition: ReplyTableDefinition, itself: TableId | null): void {
  const problem = findDefinitionProblem(definition);
  if (problem) throw new AppError('reply-table-broken', { place: 'name' in problem ? problem.name : (definition.caption ?? '') });
  const seen = new Set<TableId>();
  const waiting = listSourceTables(definition);
  while (waiting.length > 0) {
    const tableId = waiting.pop()!;
    if (seen.has(tableId)) continue;
    seen.add(tableId);
    if (tableId === itself) throw new AppError('reply-table-broken', { place: definition.caption ?? '' });
    getTableKey(db, tableId);
    const inner = findDefinition(db, tableId);
    if (inner) waiting.push(...listSourceTables(inner));
  }
}
