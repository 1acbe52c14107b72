import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { say } from '../../../shared/catalogue/catalogue';
import { getLetter } from '../../../shared/document/filingDocument';
import { makeRedactionSheet } from '../../../shared/document/redaction/redactionSheet';
import type { FilingSetResult } from '../../../shared/domain/filingSet';
import { message } from '../../../shared/domain/message';
import type { Printable } from '../../../shared/domain/variant';
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

  // The desktop program prints into files of our own, which the set then takes.
  'filingSet:beginPrinting': controls(async (session, { target }) => {
    const { db } = session.getProject();
    await forgetPrints(session);
    const { refuseTaken } = await import('../export/filingSet/writeFolder');
    await refuseTaken(session.getFile(target).path);
    const { listPrintables, planDocuments } = await import('../export/filingSet/planDocuments');
    const planned = planDocuments(readSnapshot(db), listFilingPapers(db), listRedactions(db).length > 0);
    const folder = await mkdtemp(join(session.settings.stateFolder, PRINT_FOLDER));
    return listPrintables(planned).map(({ document, title }) => ({
      document,
      title,
      target: session.registerFile(join(folder, `${document}.pdf`)),
    }));
  }),

  'filingSet:forgetPrints': controls(async (session) => {
    await forgetPrints(session);
    return null;
  }),

  'filingSet:make': controls(async (session, { target, filedOn, prints: printed }) => {
    const { db } = session.getWritableProject();
    const folder = session.getFile(target);
    const { language } = session.settings;
    return session.jobs.start('filingSet:make', async (job) => {
      const { makeFilingSet } = await import('../export/filingSet/makeFilingSet');
      const { refuseTaken, writeFolder } = await import('../export/filingSet/writeFolder');
      const prints = await takePrints(session, printed);
      await refuseTaken(folder.path);
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
        prints,
        signal: job.signal,
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
      const { entries, problems, warnings, shared } = made;
      return { folder: basename(folder.path), entries, problems, round, warnings, shared } satisfies FilingSetResult;
    });
  }),
};

/** Folders of prints begin so. */
const PRINT_FOLDER = 'print-';

/** Removes what was printed for a set, also what a crash left: it holds what is not announced yet. */
async function forgetPrints({ settings: { stateFolder } }: Session): Promise<void> {
  const folders = (await readdir(stateFolder)).filter((name) => name.startsWith(PRINT_FOLDER));
  await Promise.all(folders.map((name) => rm(join(stateFolder, name), { recursive: true, force: true })));
}

/** What was printed for the set, by document; the files go at once. */
async function takePrints(
  session: Session,
  printed: readonly { document: Printable; file: string }[],
): Promise<Map<Printable, Uint8Array>> {
  const prints = new Map<Printable, Uint8Array>();
  for (const { document, file } of printed) prints.set(document, await readNamedFile(session.getFile(file)));
  await forgetPrints(session);
  return prints;
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
  session.tellChanged({ nouns: ['filing', 'version'] });
  return filing.round;
}
