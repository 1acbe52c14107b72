import type { ChangedFigure } from '../../../shared/domain/figure';
import type { TableId } from '../../../shared/domain/ids';
import { getTable, getTableKey } from '../db/queries/dataTables';
import { listFiguresDependingOn } from '../db/queries/figures';
import { findDefinition, updateDefinition } from '../db/queries/replyTables';
import { updateTable } from '../db/queries/tableChanges';
import { redescribeTable } from '../import/redescribeTable';
import type { WriteContext } from '../rpc/handlerKinds';
import { recomputeFigures } from './recomputeFigures';
import { recomputeReplyTables } from './recomputeReplyTables';

type Context = Pick<WriteContext, 'db' | 'recorder'>;

/** Reads a table anew with what the user knows better, and lets every figure follow. Throws not-found. */
export function rereadTable(
  { db, recorder }: Context,
  tableId: TableId,
  known: { headerRows?: number; unit?: string | null },
): ChangedFigure[] {
  const table = getTable(db, tableId);
  const changedCells = updateTable(db, recorder, table, redescribeTable(table, known));
  const followed = recomputeReplyTables(db, recorder, changedCells);
  return recomputeFigures(db, recorder, listFiguresDependingOn(db, [...changedCells, ...followed.keys]));
}

/** Gives a table another caption; of a table made for the reply, in its definition too. */
export function setCaption({ db, recorder }: Context, tableId: TableId, caption: string | null): void {
  recorder.updateRow('data_table', { tableKey: getTableKey(db, tableId) }, { caption });
  const definition = findDefinition(db, tableId);
  if (definition) updateDefinition(db, recorder, tableId, { ...definition, caption });
}
