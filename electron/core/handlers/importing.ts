import type { ReadPart, ReadPicture, Source } from '../../../shared/domain/dataTable';
import type { SourceId, TableId } from '../../../shared/domain/ids';
import type { SourceUpdate } from '../../../shared/domain/sourceUpdate';
import { matchTables, outlineTable } from '../../../shared/tables/update/matchTables';
import type { Warning } from '../../../shared/domain/place';
import type { ImportResult } from '../../../shared/ipc/results';
import { say } from '../../../shared/catalogue/catalogue';
import { storeFile } from '../db/queries/files';
import type { ReadableDb } from '../db/handles';
import { getTable, insertFurtherRows, insertTable } from '../db/queries/dataTables';
import { insertUpdate, listTablesOfSource } from '../db/queries/sourceUpdates';
import { beginSource, getSource, insertSourceParagraph, removeUnfinishedSource, showSource } from '../db/queries/sources';
import { listSourceUpdates } from './listSourceUpdates';
import type { JobContext } from '../jobs/jobRunner';
import { readNamedFile } from '../readNamedFile';
import { runWrite } from '../rpc/runWrite';
import type { NamedFile, Session } from '../session';
import { keepVersionBefore } from './keepVersionBefore';

/** What is stored in one transaction, each of which waits for the disk; other calls get their turn in between. A paragraph weighs five cells. */
const BATCH_CELLS = 20_000;
const PARAGRAPH_WEIGHT = 5;

/** A source whose rows are all stored and that nobody sees yet. `tables` are the ids of its own tables in reading order, nested ones left out. */
export type StoredSource = { sourceId: SourceId; fileName: string; parts: ReadPart[]; tables: TableId[]; warnings: Warning[] };

/** Reads a file and stores it whole, with its paragraphs and tables, unseen. Leaves nothing behind when it fails or is cancelled. */
export async function storeSource(
  session: Session,
  job: JobContext,
  file: NamedFile,
  role: Source['role'],
  disclosed: boolean,
): Promise<StoredSource> {
  const { language } = session.settings;
  job.progress(say(language, 'step.reading', { file: file.name }), 0, null);
  const bytes = await readNamedFile(file);
  await job.pause();
  const onPage = async (done: number, total: number) => {
    job.progress(say(language, 'step.reading', { file: file.name }), done, total);
    await job.pause();
  };
  const { parts, warnings } = await session.readers.source(bytes, file.name, { onPage, forReply: role === 'draft', signal: job.signal });
  await job.pause();
  const project = session.getProject();
  const sourceId = project.write((db) => {
    const hash = storeFile(db, bytes, 'application/octet-stream');
    return beginSource(db, { file: hash, fileName: file.name, role, disclosed });
  });
  try {
    const tables: TableId[] = [];
    let position = 0;
    let blank = 0;
    let done = 0;
    const batches = listBatches(parts);
    for (const batch of batches) {
      job.progress(say(language, 'step.storing', { file: file.name }), done, batches.length);
      project.write((db) => {
        for (const { part, index, firstRow, rowCount } of batch) {
          if (part.type === 'table' && firstRow === 0) {
            const { tableId, stored } = insertTable(db, part.table, sourceId, position, rowCount);
            tables.push(tableId);
            position += stored;
          } else if (part.type === 'table') {
            position += insertFurtherRows(db, { table: part.table, tableId: tables.at(-1)!, sourceId, position }, firstRow, rowCount);
          } else if (part.text.trim() === '') {
            // A picture alone. What is stored stays numbered without gaps but for the tables (listParagraphsAround).
            blank += 1;
          } else {
            const { text, place } = part;
            insertSourceParagraph(db, sourceId, { position: index - blank, text, place, searchable: role === 'evidence' });
          }
        }
      });
      done += 1;
      await job.pause();
    }
    return { sourceId, fileName: file.name, parts, tables, warnings };
  } catch (error) {
    project.write((db) => removeUnfinishedSource(db, sourceId));
    throw error;
  }
}

/**
 * Imports files as evidence: all of them become visible in one operation, or none when one fails or the user cancels. One that `updates` a source
 * stays out of sight: what it changes waits to be accepted.
 */
export async function importSources(
  session: Session,
  job: JobContext,
  files: readonly { file: NamedFile; updates: SourceId | null }[],
  disclosed: boolean,
): Promise<ImportResult> {
  const stored: (StoredSource & { updates: SourceId | null })[] = [];
  try {
    for (const { file, updates } of files) stored.push({ ...(await storeSource(session, job, file, 'evidence', disclosed)), updates });
    await job.pause();
    const newSources = stored.filter((one) => one.updates === null);
    const newVersions = stored.flatMap(({ sourceId, updates }) => (updates === null ? [] : [{ newSourceId: sourceId, sourceId: updates }]));
    keepVersionBefore(
      session,
      'version.beforeImport',
      files
        .map(({ file }) => file.name)
        .join('、')
        .slice(0, 200),
    );
    const sources = runWrite(session, 'source:import', ({ db, recorder, describe }) => {
      for (const { sourceId } of newSources) showSource(recorder, db, sourceId);
      for (const version of newVersions) insertUpdate(db, recorder, { ...version, matches: pairTables(db, version) });
      describe({ file: stored.map((one) => one.fileName).join('、') });
      return newSources.map(({ sourceId }) => getSource(db, sourceId));
    });
    const versions = new Set(newVersions.map(({ newSourceId }) => newSourceId));
    const updates = listSourceUpdates(session.getProject().db).filter(({ newSourceId }) => versions.has(newSourceId));
    return { sources, updates: updates.map(countChanges), warnings: stored.flatMap((one) => one.warnings) };
  } catch (error) {
    // Nothing stored means nothing changed, and the published file stays as it was.
    if (stored.length > 0) {
      session.getProject().write((db) => {
        for (const { sourceId } of stored) removeUnfinishedSource(db, sourceId);
      });
    }
    throw error;
  }
}

function pairTables(db: ReadableDb, { sourceId, newSourceId }: { sourceId: SourceId; newSourceId: SourceId }) {
  const outline = (id: SourceId) => listTablesOfSource(db, id).map((tableId) => outlineTable(getTable(db, tableId)));
  getSource(db, sourceId);
  return matchTables(outline(sourceId), outline(newSourceId));
}

function countChanges({ newSourceId, fileName, newFileName, tables, newTables }: SourceUpdate): ImportResult['updates'][number] {
  const inTables = tables.reduce(
    (sum, table) => sum + table.cells.length + table.rowsAdded.length + table.rowsRemoved.length + table.columnsAdded.length,
    0,
  );
  return { newSourceId, fileName, newFileName, changes: inTables + newTables.length };
}

/** Keeps a picture of a document; its bytes are found again by the hash. */
export function storePicture(db: Parameters<typeof storeFile>[0], picture: ReadPicture) {
  return storeFile(db, picture.bytes, picture.mime);
}

type Piece = { part: ReadPart; index: number; firstRow: number; rowCount: number };

/** Parts in batches that can each be stored at once; a table longer than a batch is spread over several, each behind the other. */
function listBatches(parts: readonly ReadPart[]): Piece[][] {
  const batches: Piece[][] = [];
  let room = 0;
  const put = (piece: Piece, weight: number) => {
    if (room <= 0) {
      batches.push([]);
      room = BATCH_CELLS;
    }
    batches.at(-1)!.push(piece);
    room -= weight;
  };
  parts.forEach((part, index) => {
    if (part.type === 'paragraph') return put({ part, index, firstRow: 0, rowCount: 0 }, PARAGRAPH_WEIGHT);
    const { rows, columns } = part.table;
    const width = Math.max(1, columns.length);
    const most = Math.ceil(BATCH_CELLS / width);
    for (let firstRow = 0; firstRow === 0 || firstRow < rows.length; firstRow += most) {
      const rowCount = Math.min(most, rows.length - firstRow);
      put({ part, index, firstRow, rowCount }, rowCount * width);
    }
  });
  return batches;
}
