import type { Source } from '../../../../shared/domain/dataTable';
import { type FileHash, newId, type SourceId } from '../../../../shared/domain/ids';
import type { Place } from '../../../../shared/domain/place';
import { AppError } from '../../../../shared/ipc/errors';
import type { ReadableDb, WritableDb } from '../handles';
import type { Recorder } from '../history/recordedWrite';
import { addSearchEntry } from '../search/searchEntries';
import { sql } from '../sql';
import { message } from '../../../../shared/domain/message';
import { timestamp } from '../../timestamp';

type SourceRow = Omit<Source, 'disclosed'> & { disclosed: number };

/** Begins a source that nobody sees until `showSource`; its rows are written in between, in as many transactions as needed. */
export function beginSource(
  db: WritableDb,
  source: { file: FileHash; fileName: string; role: Source['role']; disclosed: boolean },
): SourceId {
  const sourceId = newId<'source'>();
  db.run(sql`
    INSERT INTO source (sourceId, position, file, fileName, role, disclosed, importedAt, state)
    VALUES (${sourceId}, (SELECT count(*) FROM source), ${source.file}, ${source.fileName}, ${source.role}, ${source.disclosed ? 1 : 0},
      ${timestamp()}, 'importing')`);
  return sourceId;
}

/** Makes a wholly stored source visible: the one recorded change of an import, so that undo hides it again. */
export function showSource(recorder: Recorder, db: WritableDb, sourceId: SourceId): void {
  // The row's life before the import is no state to go back to: undo leads to hidden.
  db.run(sql`UPDATE source SET state = 'hidden' WHERE sourceId = ${sourceId} AND state = 'importing'`);
  recorder.updateRow('source', { sourceId }, { state: 'shown' });
}

/** Takes a source out of sight; links and references to its tables stay. Throws not-found. */
export function hideSource(recorder: Recorder, db: ReadableDb, sourceId: SourceId): void {
  getSource(db, sourceId);
  recorder.updateRow('source', { sourceId }, { state: 'hidden' });
}

/** Stores one paragraph of a source. A draft's are not `searchable`: its text is found in the replies. */
export function insertSourceParagraph(
  db: WritableDb,
  sourceId: SourceId,
  { position, text, place, searchable }: { position: number; text: string; place: Place; searchable: boolean },
): void {
  const { lastKey } = db.run(sql`
    INSERT INTO source_paragraph (sourceId, position, text, place) VALUES (${sourceId}, ${position}, ${text}, ${JSON.stringify(place)})`);
  if (searchable) addSearchEntry(db, 'source', String(lastKey), [text]);
}

/** Visible sources in the order of import. */
export function listSources(db: ReadableDb): Source[] {
  return db
    .all<SourceRow>(sql`
      SELECT sourceId, file, fileName, role, disclosed, importedAt,
        (SELECT count(*) FROM data_table WHERE data_table.sourceId = source.sourceId) AS tableCount
      FROM source WHERE state = 'shown' ORDER BY position`)
    .map((row) => ({ ...row, disclosed: row.disclosed === 1 }));
}

/** A visible source; throws not-found. */
export function getSource(db: ReadableDb, sourceId: SourceId): Source {
  const source = listSources(db).find((one) => one.sourceId === sourceId);
  if (!source) throw new AppError('not-found', { what: message('what.source'), id: sourceId });
  return source;
}

/** Clears away a source whose import was cancelled or cut off; no one has seen it. */
export function removeUnfinishedSource(db: WritableDb, sourceId: SourceId): void {
  const ofTables = sql`(SELECT tableKey FROM data_table WHERE sourceId = ${sourceId})`;
  const ofRows = sql`(SELECT rowKey FROM table_row WHERE tableKey IN ${ofTables})`;
  const owned = sql`
    SELECT entryKey FROM search_entry WHERE (kind = 'source' AND ownerId IN (SELECT CAST(paragraphKey AS TEXT) FROM source_paragraph WHERE sourceId = ${sourceId}))
      OR (kind IN ('table', 'note') AND ownerId IN (SELECT tableId FROM data_table WHERE sourceId = ${sourceId}))
      OR (kind = 'row' AND ownerId IN (SELECT rowId FROM table_row WHERE tableKey IN ${ofTables}))`;
  const entries = db.all<{ entryKey: number }>(owned).map((row) => row.entryKey);
  db.run(sql`DELETE FROM search_text WHERE rowid IN ${sql.list(entries)}`);
  db.run(sql`DELETE FROM search_entry WHERE entryKey IN ${sql.list(entries)}`);
  db.run(sql`DELETE FROM cell WHERE rowKey IN ${ofRows}`);
  db.run(sql`DELETE FROM table_row WHERE tableKey IN ${ofTables}`);
  db.run(sql`DELETE FROM table_col WHERE tableKey IN ${ofTables}`);
  db.run(sql`DELETE FROM data_table WHERE sourceId = ${sourceId}`);
  db.run(sql`DELETE FROM source_paragraph WHERE sourceId = ${sourceId}`);
  db.run(sql`DELETE FROM source WHERE sourceId = ${sourceId} AND state = 'importing'`);
}

/** The file a source was read from, hidden or not. Throws not-found. */
export function findSourceFile(db: ReadableDb, sourceId: SourceId): { file: FileHash; fileName: string } {
  const row = db.get<{ file: FileHash; fileName: string }>(sql`SELECT file, fileName FROM source WHERE sourceId = ${sourceId}`);
  if (!row) throw new AppError('not-found', { what: message('what.source'), id: sourceId });
  return row;
}

/** Sources a crash left half imported. */
export function listUnfinishedSources(db: ReadableDb): SourceId[] {
  return db.all<{ sourceId: SourceId }>(sql`SELECT sourceId FROM source WHERE state = 'importing'`).map((row) => row.sourceId);
}
