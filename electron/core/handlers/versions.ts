import { say } from '../../../shared/catalogue/catalogue';
import { insertVersion, listVersions, restoreVersion } from '../db/queries/versions';
import { controls, type HandlersOf, reads, writes } from '../rpc/handlerKinds';
import { rebuildReplyTables } from './recomputeReplyTables';

export const versionHandlers: HandlersOf<'version'> = {
  'version:list': reads(({ db }) => listVersions(db)),

  // A version is added beside the matter, not a change of it: undo must not take it away.
  'version:create': controls(async (session, { name, why }) => {
    const version = session.getProject().write((db) => insertVersion(db, { name, why, actor: session.settings.actor, automatic: false }));
    session.emit('project:changed', { nouns: ['version'] });
    session.publishSoon();
    return version;
  }),

  'version:restore': writes(({ db, session, recorder, describe }, { versionId }) => {
    const { language, actor } = session.settings;
    insertVersion(db, { name: say(language, 'version.beforeRestore'), why: '', actor, automatic: true });
    const version = restoreVersion(db, recorder, versionId);
    rebuildReplyTables(db, recorder);
    describe({ name: version.name });
    return null;
  }),
};
