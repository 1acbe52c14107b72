import { say } from '../../../shared/catalogue/catalogue';
import { message } from '../../../shared/domain/message';
import { AppError } from '../../../shared/ipc/errors';
import { storeFile } from '../db/queries/files';
import { insertFiling, listFilings } from '../db/queries/filings';
import { listLetters } from '../db/queries/letters';
import { insertVersion } from '../db/queries/versions';
import { readNamedFile } from '../readNamedFile';
import { controls, type HandlersOf, reads } from '../rpc/handlerKinds';
import { getLetterName } from '../../../shared/letter/getLetterName';

export const filingHandlers: HandlersOf<'filing'> = {
  'filing:list': reads(({ db }) => listFilings(db)),

  // What was filed is a fact: undo must not take it away.
  'filing:record': controls(async (session, { letterId, questionIds, files, filedOn, note }) => {
    const project = session.getWritableProject();
    const letter = listLetters(project.db).find((one) => one.letterId === letterId);
    if (!letter) throw new AppError('not-found', { what: message('what.letter'), id: letterId });
    const unknown = questionIds.find((id) => !letter.questions.some(({ questionId }) => questionId === id));
    if (unknown !== undefined) throw new AppError('not-found', { what: message('what.question'), id: unknown });
    const named = files.map((token) => session.getFile(token));
    const read = await Promise.all(named.map(async (file) => ({ name: file.name, bytes: await readNamedFile(file) })));
    const { actor, language } = session.settings;
    const filing = project.write((db) => {
      const name = say(language, 'version.filed', { letter: getLetterName(letter), date: filedOn });
      const { versionId } = insertVersion(db, { name, why: note, actor, automatic: false });
      const kept = read.map(({ name: fileName, bytes }) => ({
        name: fileName,
        file: storeFile(db, bytes, 'application/octet-stream'),
        size: bytes.length,
      }));
      return insertFiling(db, { letterId, versionId, questionIds, filedOn, note, actor, files: kept });
    });
    session.tellChanged({ nouns: ['filing', 'version'] });
    return filing;
  }),
};
