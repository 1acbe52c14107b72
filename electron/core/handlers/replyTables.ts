import { AppError } from '../../../shared/ipc/errors';
import { getTable, getTableHead } from '../db/queries/dataTables';
import { addLink } from '../db/queries/links';
import { findDefinition } from '../db/queries/replyTables';
import { type HandlersOf, reads, writes } from '../rpc/handlerKinds';
import { changeReplyTable, makeReplyTable } from './changeReplyTable';
import { nameTable } from './nameTable';
import { removeReplyTable } from './removeReplyTable';
import { message } from '../../../shared/domain/message';

export const replyTableHandlers: HandlersOf<'replyTable'> = {
  'replyTable:get': reads(({ db }, { tableId }) => findDefinition(db, tableId)),

  'replyTable:create': writes(({ db, recorder, describe }, { questionId, definition }) => {
    const tableId = makeReplyTable({ db, recorder }, definition);
    if (questionId !== null) addLink(db, recorder, { questionId, itemId: null, tableId, reason: '' });
    const table = getTable(db, tableId);
    describe({ table: nameTable(table) });
    return table;
  }),

  'replyTable:update': writes(({ db, recorder, describe, announceFigures }, { tableId, definition }) => {
    if (!findDefinition(db, tableId)) throw new AppError('not-found', { what: message('what.replyTable'), id: tableId });
    const changedFigures = changeReplyTable({ db, recorder }, tableId, definition);
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
