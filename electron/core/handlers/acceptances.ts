import { listAcceptances, putAcceptance, removeAcceptance } from '../db/queries/acceptances';
import { type HandlersOf, reads, writes } from '../rpc/handlerKinds';
import { timestamp } from '../timestamp';

export const acceptanceHandlers: HandlersOf<'acceptance'> = {
  'acceptance:list': reads(({ db }) => listAcceptances(db)),

  'acceptance:add': writes(({ db, session, recorder, describe }, { key, rule, reason }) => {
    putAcceptance(db, recorder, { key, rule, reason, actor: session.settings.actor, at: timestamp() });
    describe({ reason });
    return null;
  }),

  'acceptance:remove': writes(({ db, recorder }, { key }) => {
    removeAcceptance(db, recorder, key);
    return null;
  }),
};
