import { AppError } from '../../../shared/ipc/errors';
import { message } from '../../../shared/domain/message';
import { findFile } from '../db/queries/files';
import { getSource } from '../db/queries/sources';
import { getUpdate, listSourceFiles, removeUpdate, setDecision } from '../db/queries/sourceUpdates';
import { writeFileWhole } from '../export/writeFileWhole';
import { controls, type HandlersOf, reads, writes } from '../rpc/handlerKinds';
import { acceptUpdate } from './acceptUpdate';
import { listIntendedCorrections, listSourceUpdates } from './listSourceUpdates';

export const sourceUpdateHandlers: HandlersOf<'sourceUpdate' | 'correction'> = {
  'sourceUpdate:list': reads(({ db }) => listSourceUpdates(db)),

  'sourceUpdate:accept': writes((context, { newSourceId, changes }) => {
    const { db, describe, announceFigures } = context;
    const update = getUpdate(db, newSourceId);
    const result = acceptUpdate(context, update, changes);
    describe({ file: update.newFileName, count: result.accepted });
    announceFigures(result.changedFigures);
    return result;
  }),

  'sourceUpdate:discard': writes(({ db, recorder, describe }, { newSourceId }) => {
    describe({ file: removeUpdate(db, recorder, newSourceId).newFileName });
    return null;
  }),

  'sourceUpdate:files': reads(({ db }, { sourceId }) => listSourceFiles(db, sourceId)),

  'sourceUpdate:saveFile': controls(async (session, { sourceId, file, target }) => {
    const { db } = session.getProject();
    getSource(db, sourceId);
    const kept = listSourceFiles(db, sourceId).some((one) => one.file === file) ? findFile(db, file) : null;
    if (!kept) throw new AppError('not-found', { what: message('what.file'), id: file });
    await writeFileWhole(session.getFile(target).path, kept.bytes);
    return null;
  }),

  'correction:list': reads(({ db }) => listIntendedCorrections(db)),

  'correction:decide': writes(({ db, recorder, describe }, decided) => {
    setDecision(db, recorder, decided);
    const correction = listIntendedCorrections(db).find(({ correctionId }) => correctionId === decided.correctionId);
    describe({ before: correction?.before ?? '', after: correction?.after ?? '' });
    return null;
  }),
};
