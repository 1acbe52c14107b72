import { mkdtemp, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { say } from '../../../shared/catalogue/catalogue';
import { getLetter } from '../../../shared/document/filingDocument';
import { makeRedactionSheet } from '../../../shared/document/redaction/redactionSheet';
import type { FilingSetResult } from '../../../shared/domain/filingSet';
import { message } from '../../../shared/domain/message';
import { AppError } from '../../../shared/ipc/errors';
import { getLetterName } from '../../../shared/letter/getLetterName';
import { findFile, storeFile } from '../db/queries/files';
import { getFilingPlan, insertFilingPaper, listFilingPapers, removeFilingPaper, setFilingPlan } from '../db/queries/filingPapers';
import { insertFiling } from '../db/queries/filings';
import { listRedactions } from '../db/queries/redactions';
import { readSnapshot } from '../db/queries/snapshot';
import { insertVersion } from '../db/queries/versions';
import { readNamedFile } from '../readNamedFile';
import { controls, type HandlersOf, reads, writes } from '../rpc/handlerKinds';
import { runWrite } from '../rpc/runWrite';
import type { Session } from '../session';
import { readProjectTemplate } from './templates';
import type { MadeFilingSet } from '../export/filingSet/makeFilingSet';

export const filingSetHandlers: HandlersOf<'filingSet'> = {
  'filingSet:get': reads(({ db }) => ({ papers: listFilingPapers(db), plan: getFilingPlan(db) })),

  'filingSet:addPaper': controls(async (session, { file: token, kind, verifier, title }) => {
    const file = session.getFile(token);
    const bytes = await readNamedFile(file);
    session.getWritableProject();
    return runWrite(session, 'filingSet:addPaper', ({ db, recorder, describe }) => {
      const hash = storeFile(db, bytes, 'application/octet-stream');
      describe({ file: file.name });
      return insertFilingPaper(db, recorder, { kind, verifier, title, file: hash, fileName: file.name });
    });
  }),

  'filingSet:removePaper': writes(({ db, recorder, describe }, { paperId }) => {
    describe({ file: removeFilingPaper(db, recorder, paperId).fileName });
    return null;
  }),

  'filingSet:setPlan': writes(({ db, recorder }, plan) => {
    setFilingPlan(db, recorder, plan);
    return null;
  }),

  // The desktop program prints into a file of our own, which the set then takes.
  'filingSet:pdfTarget': controls(async (session) => {
    const { db } = session.getProject();
    const folder = await mkdtemp(join(session.settings.stateFolder, 'print-'));
    const variant = listRedactions(db).length > 0 ? 'redacted' : 'announcement';
    return { target: session.registerFile(join(folder, 'announcement.pdf')), variant };
  }),

  'filingSet:make': controls(async (session, { target, filedOn, pdf: printed }) => {
    const { db } = session.getWritableProject();
    const folder = session.getFile(target);
    const { language } = session.settings;
    return session.jobs.start('filingSet:make', async (job) => {
      const { makeFilingSet } = await import('../export/filingSet/makeFilingSet');
      const { writeFolder } = await import('../export/filingSet/writeFolder');
      const pdf = printed === null ? null : await takePrinted(session, printed);
      const snapshot = readSnapshot(db);
      const redactions = listRedactions(db);
      const template = await readProjectTemplate(db);
      const made = await makeFilingSet({
        snapshot,
        context: { former: null, redactions, ...(template && { template }) },
        papers: listFilingPapers(db),
        plan: getFilingPlan(db),
        readPaper: ({ file }) => {
          const kept = findFile(db, file);
          if (!kept) throw new AppError('not-found', { what: message('what.paper'), id: file });
          return kept.bytes;
        },
        pdf,
        makeRegister: async () => {
          const { writeWorkbook } = await import('../export/xlsx/writeWorkbook');
          return writeWorkbook([makeRedactionSheet(snapshot, redactions)]);
        },
        onDocument: async (title, done, total) => {
          job.progress(title, done, total);
          await job.pause();
        },
      });
      await writeFolder(folder.path, made.files, async (done) => {
        job.progress(say(language, 'step.writing', { file: made.files[done]!.name }), done, made.files.length);
        await job.pause();
      });
      const isClean = made.problems.length === 0;
      const round = isClean ? freeze(session, made, filedOn) : null;
      const { entries, problems, warnings } = made;
      return { folder: basename(folder.path), entries, problems, round, warnings } satisfies FilingSetResult;
    });
  }),
};

/** What was printed for the set; the file it came in goes at once, for it holds what is not announced yet. */
async function takePrinted(session: Session, token: string): Promise<Uint8Array> {
  const file = session.getFile(token);
  const bytes = await readNamedFile(file);
  await rm(dirname(file.path), { recursive: true, force: true });
  return bytes;
}

/** Keeps the version the set was made from with the files and their hashes; returns the round it is of its letter. */
function freeze(session: Session, { files }: MadeFilingSet, filedOn: string): number {
  const project = session.getWritableProject();
  const { actor, language } = session.settings;
  const filing = project.write((db) => {
    const letter = getLetter(readSnapshot(db));
    const name = say(language, 'version.filed', { letter: getLetterName(letter), date: filedOn });
    const { versionId } = insertVersion(db, { name, why: '', actor, automatic: false });
    const kept = files.map(({ name: fileName, bytes }) => ({
      name: fileName,
      file: storeFile(db, bytes, 'application/octet-stream'),
      size: bytes.length,
    }));
    return insertFiling(db, { letterId: letter.letterId, versionId, questionIds: [], filedOn, note: '', actor, files: kept });
  });
  session.emit('project:changed', { nouns: ['filing', 'version'] });
  session.publishSoon();
  return filing.round;
}
