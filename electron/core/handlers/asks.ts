import { answerAsks } from '../../../shared/letter/answerAsks';
import { listAsks, setAskState } from '../db/queries/asks';
import { getQuestion, listQuestions } from '../db/queries/letters';
import { readShownTables } from '../db/queries/readShownTables';
import { listReplies } from '../db/queries/replies';
import { type HandlersOf, reads, writes } from '../rpc/handlerKinds';

export const askHandlers: HandlersOf<'ask'> = {
  'ask:list': reads(({ db }) => answerAsks(listAsks(db), listQuestions(db), listReplies(db), readShownTables(db))),

  'ask:setState': writes(({ db, recorder, describe }, { askId, state, reason }) => {
    const ask = setAskState(db, recorder, askId, state, reason);
    describe({ question: getQuestion(db, ask.questionId).no, ask: `${ask.verb}${ask.object}` });
    return null;
  }),
};
