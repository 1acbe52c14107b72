import { controls, type HandlersOf } from '../rpc/handlerKinds';
import { runLiveChecks } from './liveChecks';

export const checkHandlers: HandlersOf<'check'> = {
  'check:run': controls(async (session, { changedOnly }) => {
    session.getProject();
    return session.jobs.start('check:run', (job) => runLiveChecks(session, job, changedOnly ?? false));
  }),
};
