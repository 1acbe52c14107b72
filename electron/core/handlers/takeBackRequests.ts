import { say } from '../../../shared/catalogue/catalogue';
import { compareReturned, findEmptyFields, joinGrids } from '../../../shared/document/task/readDataRequest';
import type { ExchangeId, SourceId } from '../../../shared/domain/ids';
import type { ReturnedRequest } from '../../../shared/ipc/results';
import type { ReadableDb } from '../db/handles';
import { getTable, listTables } from '../db/queries/dataTables';
import { findExchange, insertExchange, listReturnDetails } from '../db/queries/exchange';
import { hashBytes } from '../db/queries/files';
import { addLink } from '../db/queries/links';
import { showSource } from '../db/queries/sources';
import { insertVersion } from '../db/queries/versions';
import { readRequestMark } from '../import/xlsx/readRequestMark';
import type { JobContext } from '../jobs/jobRunner';
import { readNamedFile } from '../readNamedFile';
import { runWrite } from '../rpc/runWrite';
import type { NamedFile, Session } from '../session';
import { storeSource } from './importing';
import type { RequestDetail } from './sendTasks';

/**
 * Takes returned 取数表 in, under whatever names: each is known by the mark in it, kept whole as a source, linked to its item, compared with what came
 * back before, and looked through for blanks. A file without a mark of this project is named and left out.
 */
export async function takeBackRequests(session: Session, job: JobContext, files: readonly NamedFile[]): Promise<ReturnedRequest[]> {
  const results: ReturnedRequest[] = [];
  for (const file of files) results.push(await takeBackRequest(session, job, file));
  return results;
}

async function takeBackRequest(session: Session, job: JobContext, file: NamedFile): Promise<ReturnedRequest> {
  const { language, actor } = session.settings;
  const project = session.getWritableProject();
  const bytes = await readNamedFile(file);
  const mark = readRequestMark(bytes, file.name);
  const sent = mark === null ? null : findExchange(project.db, mark as ExchangeId);
  if (!sent || sent.exchange.kind !== 'dataRequest')
    return { fileName: file.name, item: null, party: '', empty: [], differences: [], sourceId: null };
  const { questionId, itemId, name, fields } = sent.detail as RequestDetail;
  const { party, exchangeId } = sent.exchange;
  const hash = hashBytes(bytes);
  const before = listReturnDetails<{ sourceId: SourceId }>(project.db, exchangeId).at(-1);
  if (before?.file === hash) {
    const grid = readGrid(project.db, before.detail.sourceId);
    return {
      fileName: file.name,
      item: name,
      party,
      empty: findEmptyFields(grid, fields),
      differences: [],
      sourceId: before.detail.sourceId,
    };
  }
  const stored = await storeSource(session, job, file, 'evidence', false);
  runWrite(session, 'task:takeBack', ({ db, recorder, describe }) => {
    const version = insertVersion(db, { name: say(language, 'version.beforeReturn', { party }), why: file.name, actor, automatic: true });
    showSource(recorder, db, stored.sourceId);
    for (const tableId of stored.tables) addLink(db, recorder, { questionId, itemId, tableId, reason: file.name });
    const returned = { direction: 'returned' as const, kind: 'dataRequest' as const, party, fileName: file.name, file: hash };
    insertExchange(db, { ...returned, versionId: version.versionId, answers: exchangeId, questionIds: [questionId] }, [], {
      sourceId: stored.sourceId,
    });
    describe({ item: name, party, file: file.name });
  });
  const grid = readGrid(project.db, stored.sourceId);
  const differences = before ? compareReturned(readGrid(project.db, before.detail.sourceId), grid, fields) : [];
  return { fileName: file.name, item: name, party, empty: findEmptyFields(grid, fields), differences, sourceId: stored.sourceId };
}

function readGrid(db: ReadableDb, sourceId: SourceId): string[][] {
  return joinGrids(listTables(db, sourceId).map(({ tableId }) => getTable(db, tableId)));
}
