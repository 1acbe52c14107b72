import { say } from '../../../shared/catalogue/catalogue';
import { insertVersion, listVersions, restoreVersion } from '../db/queries/versions';
import { controls, type HandlersOf, reads, writes } from '../rpc/handlerKinds';
import { getQuestion } from '../db/queries/letters';
import { saveSections } from '../db/queries/replies';
import { readVersionState } from '../db/queries/versionSnapshot';
import { compareVersions } from './compareVersions';
import { rebuildReplyTables } from './recomputeReplyTables';
import { withPresentFigures } from './replies';

export const versionHandlers: HandlersOf<'version'> = {
  'version:list': reads(({ db }) => listVersions(db)),

  // A version is added beside the matter, not a change of it: undo must not take it away.
  'version:create': controls(async (session, { name, why }) => {
    const version = session.getProject().write((db) => insertVersion(db, { name, why, actor: session.settings.actor, automatic: false }));
    session.tellChanged({ nouns: ['version'] });
    return version;
  }),

  'version:compare': reads(({ db }, { from, to }) => compareVersions(db, from, to)),

  'version:restoreQuestion': writes(({ db, session, recorder, describe }, { versionId, questionId }) => {
    const { language, actor } = session.settings;
    const former = readVersionState(db, versionId).replies.find((reply) => reply.questionId === questionId);
    const version = listVersions(db).find((one) => one.versionId === versionId);
    const { no } = getQuestion(db, questionId);
    insertVersion(db, { name: say(language, 'version.beforeRestore'), why: '', actor, automatic: true });
    saveSections(db, recorder, questionId, withPresentFigures(db, former?.sections ?? []));
    describe({ question: no, name: version?.name ?? '' });
    return null;
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
