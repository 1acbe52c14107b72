import { listTerms } from '../../../shared/document/terms/listTerms';
import { addDefinedTerm, getDefinedTerm, listDefinedTerms, removeDefinedTerm, updateDefinedTerm } from '../db/queries/definedTerms';
import { listLetters } from '../db/queries/letters';
import { getProject } from '../db/queries/projectDetails';
import { readShownTables } from '../db/queries/readShownTables';
import { listReplies } from '../db/queries/replies';
import { type HandlersOf, reads, writes } from '../rpc/handlerKinds';

export const termHandlers: HandlersOf<'term'> = {
  'term:list': reads(({ db }) =>
    listTerms({
      terms: listDefinedTerms(db),
      preamble: getProject(db).details.preamble,
      letters: listLetters(db),
      replies: listReplies(db),
      tables: readShownTables(db),
    }),
  ),

  'term:add': writes(({ db, recorder, describe }, entry) => {
    describe({ term: entry.term });
    return addDefinedTerm(db, recorder, entry);
  }),

  'term:update': writes(({ db, recorder, describe }, term) => {
    describe({ term: term.term });
    return updateDefinedTerm(db, recorder, term);
  }),

  'term:remove': writes(({ db, recorder, describe }, { termId }) => {
    describe({ term: getDefinedTerm(db, termId).term });
    removeDefinedTerm(db, recorder, termId);
    return null;
  }),
};
