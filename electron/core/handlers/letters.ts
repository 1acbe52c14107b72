import { listLetters, getQuestion, updateWork } from '../db/queries/letters';
import { readLetter } from './addLetter';
import { controls, type HandlersOf, reads, writes } from '../rpc/handlerKinds';

export const letterHandlers: HandlersOf<'letter' | 'item'> = {
  'letter:preview': controls(async (session, input) => {
    const { parsed, fileName, text, cleaned, scanPages, warnings } = await readLetter(session, input);
    return { ...parsed, cleaned, fileName, text, scanPages, warnings };
  }),

  'letter:list': reads(({ db }) => listLetters(db)),

  'item:setStatus': writes(({ db, recorder, describe }, { questionId, itemId, status }) => {
    updateWork(db, recorder, questionId, itemId, { status });
    describe({ question: getQuestion(db, questionId).no });
    return null;
  }),

  'item:setOwner': writes(({ db, recorder, describe }, { questionId, itemId, owner }) => {
    updateWork(db, recorder, questionId, itemId, { owner });
    describe({ question: getQuestion(db, questionId).no });
    return null;
  }),
};
