import { addDeferral, listDeferrals, removeDeferral } from '../db/queries/deferrals';
import { type HandlersOf, reads, writes } from '../rpc/handlerKinds';

export const deferralHandlers: HandlersOf<'deferral'> = {
  'deferral:list': reads(({ db }) => listDeferrals(db)),

  'deferral:add': writes(({ db, recorder, describe }, params) => {
    const deferral = addDeferral(db, recorder, params);
    describe({ date: deferral.dueOn ?? '' });
    return deferral;
  }),

  'deferral:remove': writes(({ db, recorder }, { deferralId }) => {
    removeDeferral(db, recorder, deferralId);
    return null;
  }),
};
