import { say } from '../../../shared/catalogue/catalogue';
import { makeRedactionSheet } from '../../../shared/document/redaction/redactionSheet';
import { makeCorrectionSheet } from '../../../shared/document/register/correctionSheet';
import { makeFigureSheet } from '../../../shared/document/register/figureSheet';
import type { Sheet } from '../../../shared/document/register/sheet';
import { makeTableSheet } from '../../../shared/document/register/tableSheet';
import type { RegisterResult } from '../../../shared/ipc/results';
import type { ReadableDb } from '../db/handles';
import { listRedactions } from '../db/queries/redactions';
import { findDefinition, listReplyTables } from '../db/queries/replyTables';
import { readSnapshot } from '../db/queries/snapshot';
import { writeFileWhole } from '../export/writeFileWhole';
import { writeWorkbook } from '../export/xlsx/writeWorkbook';
import { controls, type HandlersOf } from '../rpc/handlerKinds';
import { listIntendedCorrections } from './listSourceUpdates';

export const registerHandlers: HandlersOf<'register'> = {
  'register:export': controls(async (session, { target, withheldOnly }) => {
    session.getProject();
    const file = session.getFile(target);
    const { language } = session.settings;
    return session.jobs.start('register:export', async (job): Promise<RegisterResult> => {
      job.progress(say(language, 'step.assembling'), 0, 2);
      await job.pause();
      const { db } = session.getProject();
      const sheets = withheldOnly ? [makeRedactionSheet(readSnapshot(db), listRedactions(db))] : makeSheets(db);
      job.progress(say(language, 'step.writing', { file: file.name }), 1, 2);
      await job.pause();
      await writeFileWhole(file.path, writeWorkbook(sheets));
      return { fileName: file.name, sheets: sheets.map(({ name, rows }) => ({ name, rows: rows.length })) };
    });
  }),
};

/** The sheets of the register, in order; each is made by a function of its own. */
function makeSheets(db: ReadableDb): Sheet[] {
  const snapshot = readSnapshot(db);
  const definitions = new Map(listReplyTables(db).map((tableId) => [tableId, findDefinition(db, tableId)!]));
  const corrections = listIntendedCorrections(db);
  const redactions = listRedactions(db);
  return [
    makeFigureSheet(snapshot),
    makeTableSheet(snapshot, definitions),
    ...(corrections.length > 0 ? [makeCorrectionSheet(corrections)] : []),
    ...(redactions.length > 0 ? [makeRedactionSheet(snapshot, redactions)] : []),
  ];
}
