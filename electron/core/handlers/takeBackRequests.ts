import { say } from '../../../shared/catalogue/catalogue';
import type { RequestItem } from '../../../shared/document/task/buildDataRequest';
import {
  compareReturned,
  compareTerms,
  findEmptyFields,
  findPage,
  joinGrids,
  readTerms,
} from '../../../shared/document/task/readDataRequest';
import { TASK_WORDS } from '../../../shared/document/task/taskWords';
import type { Exchange } from '../../../shared/domain/exchange';
import type { ExchangeId, SourceId } from '../../../shared/domain/ids';
import { AppError } from '../../../shared/ipc/errors';
import type { ReturnedRequest } from '../../../shared/ipc/results';
import type { ReadableDb } from '../db/handles';
import { getTable, listTables } from '../db/queries/dataTables';
import { findExchange, insertExchange, listReturnDetails } from '../db/queries/exchange';
import { hashBytes } from '../db/queries/files';
import { addLink } from '../db/queries/links';
import { showSource } from '../db/queries/sources';
import { insertVersion } from '../db/queries/versions';
import { findRequestMark, readRequestMark } from '../import/xlsx/readRequestMark';
import type { JobContext } from '../jobs/jobRunner';
import { readNamedFile } from '../readNamedFile';
import { runWrite } from '../rpc/runWrite';
import type { NamedFile, Session } from '../session';
import { storeSource } from './importing';
import type { RequestDetail } from './sendTasks';

/**
 * Takes returned 取数表 in, under whatever names: each is known by the mark in it, kept whole as a source, each page linked to its item, compared with what
 * came back before, and looked through for blanks. A file without a mark of this project is named and left out.
 */
export async function takeBackRequests(session: Session, job: JobContext, files: readonly NamedFile[]): Promise<ReturnedRequest[]> {
  const results: ReturnedRequest[] = [];
  for (const file of files) results.push(...(await takeBackRequest(session, job, file)));
  return results;
}

async function takeBackRequest(session: Session, job: JobContext, file: NamedFile): Promise<ReturnedRequest[]> {
  const { language, actor } = session.settings;
  const project = session.getWritableProject();
  const bytes = await readNamedFile(file);
  const sent = await findRequest(session, job, bytes, file.name);
  if (!sent) return [{ fileName: file.name, item: null, party: '', terms: readTerms([]), empty: [], differences: [], sourceId: null }];
  const { party, exchangeId } = sent.exchange;
  const { items } = sent.detail;
  const hash = hashBytes(bytes);
  const before = listReturnDetails<{ sourceId: SourceId }>(project.db, exchangeId).at(-1);
  if (before?.file === hash) return reportPages(project.db, file.name, sent, before.detail.sourceId, null);
  const stored = await storeSource(session, job, file, 'evidence', false);
  runWrite(session, 'task:takeBack', ({ db, recorder, describe }) => {
    const version = insertVersion(db, { name: say(language, 'version.beforeReturn', { party }), why: file.name, actor, automatic: true });
    showSource(recorder, db, stored.sourceId);
    for (const { tableId, item } of placeTables(db, stored.sourceId, items)) {
      const { questionId, itemId } = item;
      addLink(db, recorder, { questionId, itemId, tableId, reason: file.name });
    }
    const returned = { direction: 'returned' as const, kind: 'dataRequest' as const, party, fileName: file.name, file: hash };
    const questionIds = [...new Set(items.map(({ questionId }) => questionId))];
    insertExchange(db, { ...returned, versionId: version.versionId, answers: exchangeId, questionIds }, [], { sourceId: stored.sourceId });
    describe({ item: items.map(({ name }) => name).join('、'), party, file: file.name });
  });
  session.tellChanged({ nouns: ['version', 'review'] });
  return reportPages(project.db, file.name, sent, stored.sourceId, before?.detail.sourceId ?? null);
}

type SentRequest = { exchange: Exchange; detail: RequestDetail };

/** The request a file answers: by its mark, or, in whatever it was saved or copied into, by the number printed on its pages. */
async function findRequest(session: Session, job: JobContext, bytes: Uint8Array, fileName: string): Promise<SentRequest | null> {
  const mark = readRequestMark(bytes, fileName) ?? (await readPrintedMark(session, job, bytes, fileName));
  const found = mark === null ? null : findExchange(session.getProject().db, mark as ExchangeId);
  return found?.exchange.kind === 'dataRequest' ? { exchange: found.exchange, detail: readDetail(found.detail) } : null;
}

async function readPrintedMark(session: Session, job: JobContext, bytes: Uint8Array, fileName: string): Promise<string | null> {
  try {
    const { parts } = await session.readers.source(bytes, fileName, { signal: job.signal });
    const cells = parts.flatMap((part) => (part.type === 'table' ? part.table.rows.flat() : []));
    for (const { text } of cells) {
      const mark = findRequestMark(text);
      if (mark !== null) return mark;
    }
    return null;
  } catch (error) {
    // What cannot be read is named with those that are no request; only a broken invariant ends the whole.
    if (error instanceof AppError && !job.signal.aborted) return null;
    throw error;
  }
}

/** Requests sent before they held several pages asked for one item in one sheet. */
function readDetail(detail: unknown): RequestDetail {
  const known = detail as RequestDetail | Omit<RequestItem, 'sheet' | 'dueOn' | 'text'>;
  if ('items' in known) return known;
  const terms = { basis: '', period: '', unit: '', dueOn: null, preparer: '', reviewer: '' };
  return { items: [{ ...known, text: '', sheet: TASK_WORDS.dataRequest, dueOn: '' }], terms };
}

function reportPages(
  db: ReadableDb,
  fileName: string,
  { exchange: { party }, detail: { items, terms } }: SentRequest,
  sourceId: SourceId,
  before: SourceId | null,
): ReturnedRequest[] {
  const grids = readGrids(db, sourceId);
  const former = before === null ? null : readGrids(db, before);
  return items.map((item) => {
    const page = findPage(grids, item, items);
    const formerPage = former && findPage(former, item, items);
    const read = readTerms(page ?? []);
    const differences = [
      ...(page ? compareTerms(terms, item.dueOn, read) : []),
      ...(page && formerPage ? compareReturned(formerPage, page, item.fields) : []),
    ];
    return { fileName, item: item.name, party, terms: read, empty: findEmptyFields(page ?? [], item.fields), differences, sourceId };
  });
}

/** The tables of a returned file with the item whose page they stand on; what stands on another page belongs to the first. */
function placeTables(db: ReadableDb, sourceId: SourceId, items: readonly RequestItem[]) {
  const tables = listTables(db, sourceId).map(({ tableId }) => getTable(db, tableId));
  const grids = joinGrids(tables);
  const pages = items.map((item) => ({ item, page: findPage(grids, item, items) }));
  return tables.map((table) => {
    const grid = grids.get(table.place.sheet ?? '');
    return { tableId: table.tableId, item: pages.find(({ page }) => page === grid)?.item ?? items[0]! };
  });
}

function readGrids(db: ReadableDb, sourceId: SourceId) {
  return joinGrids(listTables(db, sourceId).map(({ tableId }) => getTable(db, tableId)));
}
