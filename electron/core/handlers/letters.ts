import { listLetters, getQuestion, updateWork } from '../db/queries/letters';
import { readLetterText } from '../import/readLetterText';
import { readNamedFile } from '../readNamedFile';
import { parseLetter } from '../../../shared/letter/parseLetter';
import { controls, type HandlersOf, reads, writes } from '../rpc/handlerKinds';

export const letterHandlers: HandlersOf<'letter' | 'item'> = {
  'letter:preview': controls(async (session, { file }) => {
    const named = session.getFile(file);
    const { text, warnings } = await readLetterText(await readNamedFile(named), named.name);
    return { ...parseLetter(text), fileName: named.name, warnings };
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
