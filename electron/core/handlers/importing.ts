import type { ReadPart, ReadPicture, Source } from '../../../shared/domain/dataTable';
import type { SourceId, TableId } from '../../../shared/domain/ids';
import type { SourceUpdate } from '../../../shared/domain/sourceUpdate';
import { matchTables, outlineTable } from '../../../shared/tables/update/matchTables';
import type { Warning } from '../../../shared/domain/place';
import { AppError } from '../../../shared/ipc/errors';
import type { ImportResult } from '../../../shared/ipc/results';
import { say } from '../../../shared/catalogue/catalogue';
import { storeFile } from '../db/queries/files';
import type { ReadableDb } from '../db/handles';
import { getTable, insertTable } from '../db/queries/dataTables';
import { insertUpdate, listTablesOfSource } from '../db/queries/sourceUpdates';
import { beginSource, getSource, insertSourceParagraph, removeUnfinishedSource, showSource } from '../db/queries/sources';
import { listSourceUpdates } from './listSourceUpdates';
import { readSource } from '../import/readSource';
import type { JobContext } from '../jobs/jobRunner';
import { readNamedFile } from '../readNamedFile';
import { runWrite } from '../rpc/runWrite';
import type { NamedFile, Session } from '../session';
import { message } from '../../../shared/domain/message';
import { keepVersionBefore } from './keepVersionBefore';

/** Parts stored in one transaction, each of which waits for the disk; other calls get their turn in between. */
const BATCH = 4_000;
/** Cells stored in one transaction, whichever is reached first. */
const BATCH_CELLS = 20_000;

/** A file of more cells is a system's dump, not evidence anyone can read; storing it would take minutes. */
const MOST_CELLS = 500_000;

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
  const { parts, warnings } = await readSource(bytes, file.name, onPage, role === 'draft');
  refuseTooManyCells(parts, file.name);
  await job.pause();
  const project = session.getProject();
  const sourceId = project.write((db) => {
    const hash = storeFile(db, bytes, 'application/octet-stream');
    return beginSource(db, { file: hash, fileName: file.name, role, disclosed });
  });
  try {
    const tables: TableId[] = [];
    let position = 0;
    for (let start = 0; start < parts.length; ) {
      job.progress(say(language, 'step.storing', { file: file.name }), start, parts.length);
      const end = findBatchEnd(parts, start);
      project.write((db) => {
        for (const [offset, part] of parts.slice(start, end).entries()) {
          if (part.type === 'table') {
            const { tableId, stored } = insertTable(db, part.table, sourceId, position);
            tables.push(tableId);
            position += stored;
          } else if (part.text.trim() !== '') {
            const { text, place } = part;
            insertSourceParagraph(db, sourceId, { position: start + offset, text, place, searchable: role === 'evidence' });
          }
        }
      });
      start = end;
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
  const inTables = tables.reduce((sum, table) => sum + table.cells.length + table.rowsAdded.length + table.rowsRemoved.length, 0);
  return { newSourceId, fileName, newFileName, changes: inTables + newTables.length };
}

/** Keeps a picture of a document; its bytes are found again by the hash. */
export function storePicture(db: Parameters<typeof storeFile>[0], picture: ReadPicture) {
  return storeFile(db, picture.bytes, picture.mime);
}

function refuseTooManyCells(parts: readonly ReadPart[], file: string): void {
  let cells = 0;
  for (const part of parts) if (part.type === 'table') cells += part.table.rows.length * part.table.columns.length;
  if (cells > MOST_CELLS) {
    const inWords = (count: number) => message('size.cells', { count: count.toLocaleString('en-US') });
    throw new AppError('file-too-large', { file, size: inWords(cells), limit: inWords(MOST_CELLS) });
  }
}

function findBatchEnd(parts: readonly ReadPart[], start: number): number {
  let cells = 0;
  let end = start;
  while (end < parts.length && end - start < BATCH && cells < BATCH_CELLS) {
    const part = parts[end]!;
    if (part.type === 'table') cells += part.table.rows.length * part.table.columns.length;
    end += 1;
  }
  return end;
}
