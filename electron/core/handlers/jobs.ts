import { controls, type HandlersOf } from '../rpc/handlerKinds';

export const jobHandlers: HandlersOf<'job'> = {
  'job:cancel': controls(async (session, { jobId }) => {
    session.jobs.cancel(jobId);
    return null;
  }),
};
