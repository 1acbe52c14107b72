import { answerAsks } from '../../../shared/letter/answerAsks';
import type { TableId } from '../../../shared/domain/ids';
import { listAsks, setAskState } from '../db/queries/asks';
import { listTablesById } from '../db/queries/dataTables';
import { getQuestion, listQuestions } from '../db/queries/letters';
import { listReplies, listShownIds } from '../db/queries/replies';
import { type HandlersOf, reads, writes } from '../rpc/handlerKinds';

export const askHandlers: HandlersOf<'ask'> = {
  'ask:list': reads(({ db }) => {
    const tables = listTablesById(db, listShownIds(db, 'table') as TableId[]);
    return answerAsks(listAsks(db), listQuestions(db), listReplies(db), new Map(tables.map((table) => [table.tableId, table])));
  }),

  'ask:setState': writes(({ db, recorder, describe }, { askId, state, reason }) => {
    const ask = setAskState(db, recorder, askId, state, reason);
    describe({ question: getQuestion(db, ask.questionId).no, ask: `${ask.verb}${ask.object}` });
    return null;
  }),
};
