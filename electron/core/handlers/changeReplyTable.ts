import type { ChangedFigure } from '../../../shared/domain/figure';
import type { TableId } from '../../../shared/domain/ids';
import { AppError } from '../../../shared/ipc/errors';
import { findDefinitionProblem } from '../../../shared/tables/reply/findDefinitionProblem';
import { listSourceTables, type ReplyTableDefinition } from '../../../shared/tables/reply/replyTableDefinition';
import type { ReadableDb } from '../db/handles';
import { getTableKey } from '../db/queries/dataTables';
import { listFiguresDependingOn } from '../db/queries/figures';
import { findDefinition, insertReplyTable, updateDefinition } from '../db/queries/replyTables';
import type { WriteContext } from '../rpc/handlerKinds';
import { recomputeFigures } from './recomputeFigures';
import { buildAndWrite, recomputeReplyTables } from './recomputeReplyTables';

type Context = Pick<WriteContext, 'db' | 'recorder'>;

/** Makes a reply table, under an id it has elsewhere or a new one. Throws reply-table-broken and not-found for a source table that is not here. */
export function makeReplyTable({ db, recorder }: Context, definition: ReplyTableDefinition, tableId?: TableId): TableId {
  requireBuildable(db, definition, null);
  const made = insertReplyTable(db, recorder, definition, tableId);
  buildAndWrite(db, recorder, made, definition);
  return made;
}

/** Gives a reply table another definition; tables and figures made from it follow. Throws what making one throws. */
export function changeReplyTable({ db, recorder }: Context, tableId: TableId, definition: ReplyTableDefinition): ChangedFigure[] {
  requireBuildable(db, definition, tableId);
  updateDefinition(db, recorder, tableId, definition);
  const keys = buildAndWrite(db, recorder, tableId, definition).map((cell) => cell.key);
  const followed = recomputeReplyTables(db, recorder, keys);
  return recomputeFigures(db, recorder, listFiguresDependingOn(db, [...keys, ...followed.keys]));
}

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
