import { controls, type HandlersOf } from '../rpc/handlerKinds';
import { exportPrintout } from './exportPrintout';
import { sendTasks } from './sendTasks';
import { takeBackRequests } from './takeBackRequests';

export const taskHandlers: HandlersOf<'task' | 'printout'> = {
  'task:send': controls(async (session, { target, ...request }) => {
    session.getWritableProject();
    const folder = session.getFile(target);
    return session.jobs.start('task:send', (job) => sendTasks(session, job, request, folder));
  }),

  'task:takeBack': controls(async (session, { files }) => {
    session.getWritableProject();
    const named = files.map((file) => session.getFile(file));
    return session.jobs.start('task:takeBack', (job) => takeBackRequests(session, job, named));
  }),

  'printout:export': controls(async (session, { kind, role, target }) => {
    const file = session.getFile(target);
    session.getProject();
    return session.jobs.start('printout:export', (job) => exportPrintout(session, job, kind, role ?? null, file));
  }),
};
