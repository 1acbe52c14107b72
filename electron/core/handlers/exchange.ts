import { listExchanges } from '../db/queries/exchange';
import { controls, type HandlersOf, reads } from '../rpc/handlerKinds';
import { makeReviewCopy } from './makeReviewCopy';
import { mergeReturned } from './mergeReturned';

export const exchangeHandlers: HandlersOf<'exchange'> = {
  'exchange:list': reads(({ db }) => listExchanges(db)),

  'exchange:copy': controls(async (session, { target, password, isInsider = false, ...request }) => {
    session.getWritableProject();
    const file = session.getFile(target);
    return session.jobs.start('exchange:copy', (job) =>
      makeReviewCopy(session, job, { ...request, isInsider, password: password ?? null }, file),
    );
  }),

  'exchange:merge': controls(async (session, { file, password }) => {
    session.getWritableProject();
    const named = session.getFile(file);
    return session.jobs.start('exchange:merge', (job) => mergeReturned(session, job, named, password ?? null));
  }),
};
