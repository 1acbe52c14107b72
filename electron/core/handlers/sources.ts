import { getSource, hideSource, listSources } from '../db/queries/sources';
import { controls, type HandlersOf, reads, writes } from '../rpc/handlerKinds';
import { importSources } from './importing';
import { pasteSource } from './pastingSources';

export const sourceHandlers: HandlersOf<'source'> = {
  'source:import': controls(async (session, { files, disclosed, updates = {} }) => {
    session.getWritableProject();
    const named = files.map((token) => ({ file: session.getFile(token), updates: updates[token] ?? null }));
    return session.jobs.start('source:import', (job) => importSources(session, job, named, disclosed));
  }),

  'source:paste': writes((context, pasted) => {
    const source = pasteSource(context, pasted);
    context.describe({ file: source.fileName });
    return source;
  }),

  'source:list': reads(({ db }) => listSources(db)),

  'source:remove': writes(({ db, recorder, describe }, { sourceId }) => {
    describe({ file: getSource(db, sourceId).fileName });
    hideSource(recorder, db, sourceId);
    return null;
  }),
};
