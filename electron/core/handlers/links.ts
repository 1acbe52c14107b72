import { getTable } from '../db/queries/dataTables';
import { getQuestion } from '../db/queries/letters';
import { addLink, listLinks, removeLink } from '../db/queries/links';
import { type HandlersOf, reads, writes } from '../rpc/handlerKinds';
import { nameTable } from './nameTable';

export const linkHandlers: HandlersOf<'link'> = {
  'link:list': reads(({ db }) => listLinks(db)),

  'link:add': writes(({ db, recorder, describe }, params) => {
    const link = addLink(db, recorder, params);
    describe({ question: getQuestion(db, link.questionId).no, table: nameTable(getTable(db, link.tableId)) });
    return link;
  }),

  'link:remove': writes(({ db, recorder, describe }, { linkId }) => {
    const link = removeLink(db, recorder, linkId);
    describe({ table: nameTable(getTable(db, link.tableId)) });
    return null;
  }),
};
