import type { TableId } from '../../../shared/domain/ids';
import { readPastedTable } from '../import/readPastedTable';
import { getTable, getTableHead, insertTable, listTables } from '../db/queries/dataTables';
import { listShownTables } from '../db/queries/replies';
import { findRowPosition, findTableText, listTableRows, openTable } from '../db/queries/tableRows';
import { type HandlersOf, reads, type WriteContext, writes } from '../rpc/handlerKinds';
import { nameTable } from './nameTable';
import { refuseComputed } from './refuseComputed';
import { rereadTable, setCaption } from './rereadTable';

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
    setCaption({ db, recorder }, tableId, caption);
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
    session.tellChanged({ nouns: ['table'], tableIds: [tableId] });
    return { table: getTable(db, tableId), consumed };
  }),
};

/** Reads the table anew with what the user knows better. */
function redescribe(context: WriteContext, tableId: TableId, known: { headerRows?: number; unit?: string | null }) {
  const table = getTable(context.db, tableId);
  refuseComputed(context.db, table);
  context.describe({ table: nameTable(table) });
  const changes = rereadTable(context, tableId, known);
  context.announceFigures(changes);
  return changes;
}
