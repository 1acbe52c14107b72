import type { TableId } from '../../../shared/domain/ids';
import { readPastedTable } from '../import/readPastedTable';
import { redescribeTable } from '../import/redescribeTable';
import { getTable, getTableHead, getTableKey, insertTable, listTables } from '../db/queries/dataTables';
import { findDefinition, updateDefinition } from '../db/queries/replyTables';
import { listShownTables } from '../db/queries/replies';
import { findRowPosition, findTableText, listTableRows, openTable } from '../db/queries/tableRows';
import { updateTable } from '../db/queries/tableChanges';
import { listFiguresDependingOn } from '../db/queries/figures';
import { type HandlersOf, reads, type WriteContext, writes } from '../rpc/handlerKinds';
import { nameTable } from './nameTable';
import { recomputeReplyTables } from './recomputeReplyTables';
import { refuseComputed } from './refuseComputed';
import { recomputeFigures } from './recomputeFigures';

export const tableHandlers: HandlersOf<'table'> = {
  'table:list': reads(({ db }, { sourceId }) => listTables(db, sourceId)),

  'table:get': reads(({ db }, { tableId }) => getTable(db, tableId)),

  'table:open': reads(({ db }, { tableId }) => openTable(db, tableId)),

  'table:rows': reads(({ db }, { tableId, from, count }) => listTableRows(db, tableId, from, count)),

  'table:findRow': reads(({ db }, { tableId, rowId }) => findRowPosition(db, tableId, rowId)),

  'table:findText': reads(({ db }, { tableId, ...search }) => findTableText(db, tableId, search)),

  'table:setHeaderRows': writes((context, { tableId, headerRows }) => {
    redescribe(context, tableId, { headerRows });
    return getTable(context.db, tableId);
  }),

  'table:setUnit': writes((context, { tableId, unit }) => {
    const changedFigures = redescribe(context, tableId, { unit });
    return { ...getTable(context.db, tableId), changedFigures };
  }),

  'table:setCaption': writes(({ db, recorder, describe }, { tableId, caption }) => {
    describe({ table: nameTable(getTable(db, tableId)) });
    recorder.updateRow('data_table', { tableKey: getTableKey(db, tableId) }, { caption });
    const definition = findDefinition(db, tableId);
    if (definition) updateDefinition(db, recorder, tableId, { ...definition, caption });
    return getTable(db, tableId);
  }),

  'table:settleDoubt': writes(({ db, recorder, describe }, { tableId, index }) => {
    const { tableKey, doubts, ...head } = getTableHead(db, tableId);
    describe({ table: nameTable(head) });
    recorder.updateRow('data_table', { tableKey }, { doubts: JSON.stringify(doubts.filter((_, at) => at !== index)) });
    return null;
  }),

  'table:listShown': reads(({ db }) => listShownTables(db)),

  'table:fromPaste': writes(({ db, session }, pasted) => {
    const { table: read, consumed } = readPastedTable(pasted);
    const { tableId } = insertTable(db, read, null, listTables(db, null).length);
    // The rows are seen through the reply that will refer to them, so the log has no entry of their own.
    session.emit('project:changed', { nouns: ['table'], tableIds: [tableId] });
    session.publishSoon();
    return { table: getTable(db, tableId), consumed };
  }),
};

/** Reads the table anew with what the user knows better, and lets every figure follow. */
function redescribe(context: WriteContext, tableId: TableId, known: { headerRows?: number; unit?: string | null }) {
  const { db, recorder } = context;
  const table = getTable(db, tableId);
  refuseComputed(db, table);
  context.describe({ table: nameTable(table) });
  const changedCells = updateTable(db, recorder, table, redescribeTable(table, known));
  const followed = recomputeReplyTables(db, recorder, changedCells);
  const changes = recomputeFigures(db, recorder, listFiguresDependingOn(db, [...changedCells, ...followed.keys]));
  context.announceFigures(changes);
  return changes;
}
