import type { CellRef } from '../../../../shared/domain/dataTable';
import type { ColId, RowId, SourceId, TableId } from '../../../../shared/domain/ids';
import { message } from '../../../../shared/domain/message';
import type { DisclosureDecision, SourceFile } from '../../../../shared/domain/sourceUpdate';
import { AppError } from '../../../../shared/ipc/errors';
import type { ReadableDb, WritableDb } from '../handles';
import type { Recorder } from '../history/recordedWrite';
import { sql } from '../sql';

/** A newer version of a source's file, as stored: which of its tables are which of the source's. */
export type StoredUpdate = {
  newSourceId: SourceId;
  sourceId: SourceId;
  fileName: string;
  newFileName: string;
  importedAt: string;
  disclosed: boolean;
  matches: [older: TableId, newer: TableId][];
};

/** Makes what was read of a newer file an update of a source: recorded, so that undo takes it back. Its rows stay out of sight. */
export function insertUpdate(
  db: WritableDb,
  recorder: Recorder,
  { newSourceId, sourceId, matches }: Pick<StoredUpdate, 'newSourceId' | 'sourceId' | 'matches'>,
): void {
  db.run(sql`UPDATE source SET state = 'hidden' WHERE sourceId = ${newSourceId} AND state = 'importing'`);
  const { position } = db.get<{ position: number }>(sql`SELECT count(*) AS position FROM source_update WHERE sourceId = ${sourceId}`)!;
  recorder.insertRow('source_update', { newSourceId, sourceId, position, matches: JSON.stringify(matches) });
}

/** Forgets an update that is not wanted; what was accepted of it stays. Throws not-found. */
export function removeUpdate(db: ReadableDb, recorder: Recorder, newSourceId: SourceId): StoredUpdate {
  const update = getUpdate(db, newSourceId);
  recorder.deleteRow('source_update', { newSourceId });
  return update;
}

/** The newest update of every visible source, in the order of sources. */
export function listUpdates(db: ReadableDb): StoredUpdate[] {
  const rows = db.all<Omit<StoredUpdate, 'disclosed' | 'matches'> & { disclosed: number; matches: string }>(sql`
    SELECT u.newSourceId, u.sourceId, s.fileName, n.fileName AS newFileName, n.importedAt, s.disclosed, u.matches
    FROM source_update u JOIN source s ON s.sourceId = u.sourceId JOIN source n ON n.sourceId = u.newSourceId
    WHERE s.state = 'shown' AND u.position = (SELECT max(position) FROM source_update o WHERE o.sourceId = u.sourceId)
    ORDER BY s.position`);
  return rows.map((row) => ({ ...row, disclosed: row.disclosed === 1, matches: JSON.parse(row.matches) as StoredUpdate['matches'] }));
}

/** One update in force; throws not-found. */
export function getUpdate(db: ReadableDb, newSourceId: SourceId): StoredUpdate {
  const update = listUpdates(db).find((one) => one.newSourceId === newSourceId);
  if (!update) throw new AppError('not-found', { what: message('what.update'), id: newSourceId });
  return update;
}

/** Tables of a source, hidden or not, nested ones left out, in reading order. */
export function listTablesOfSource(db: ReadableDb, sourceId: SourceId): TableId[] {
  return db
    .all<{ tableId: TableId }>(sql`
      SELECT tableId FROM data_table WHERE sourceId = ${sourceId} AND tableId NOT IN
        (SELECT j.value FROM data_table t JOIN table_row USING (tableKey) JOIN cell c USING (rowKey), json_each(c.nested) j
          WHERE t.sourceId = ${sourceId} AND c.nested IS NOT NULL)
      ORDER BY position`)
    .map((row) => row.tableId);
}

/** Every file a source was read from, newest first. */
export function listSourceFiles(db: ReadableDb, sourceId: SourceId): SourceFile[] {
  return db.all<SourceFile>(sql`
    SELECT file, fileName, importedAt FROM source WHERE sourceId = ${sourceId}
      OR sourceId IN (SELECT newSourceId FROM source_update WHERE sourceId = ${sourceId})
    ORDER BY importedAt DESC`);
}

/** Cells of a table that were corrected because they were misread, as "rowId colId". */
export function listMisreadCells(db: ReadableDb, tableId: TableId): Set<string> {
  const rows = db.all<{ rowId: RowId; colId: ColId }>(sql`
    SELECT r.rowId, k.colId FROM cell_correction o JOIN table_row r USING (rowKey) JOIN table_col k USING (colKey)
      JOIN data_table t ON t.tableKey = r.tableKey
    WHERE t.tableId = ${tableId} AND o.kind = 'misread'
      AND o.at = (SELECT max(at) FROM cell_correction l WHERE l.rowKey = o.rowKey AND l.colKey = o.colKey)`);
  return new Set(rows.map(({ rowId, colId }) => `${rowId} ${colId}`));
}

/** Of these cells those whose value reaches a reply, as "rowId colId" with the numbers of the questions: by a figure, a reply table or the table shown. */
export function listUsedCells(db: ReadableDb, tableId: TableId, cells: readonly CellRef[]): Record<string, string[]> {
  const shown = db
    .all<{ no: string }>(sql`
      SELECT DISTINCT q.no FROM block_use b JOIN block USING (blockId) JOIN section USING (sectionId) JOIN question q USING (questionId)
      WHERE b.kind = 'table' AND b.id = ${tableId}`)
    .map((row) => row.no);
  const used: Record<string, string[]> = {};
  for (const { rowId, colId } of cells) {
    const byFigures = db.all<{ no: string }>(sql`
      SELECT DISTINCT q.no FROM table_row r JOIN table_col k USING (tableKey) JOIN figure_cell f ON f.rowKey = r.rowKey AND f.colKey = k.colKey
        JOIN figure USING (figureId) JOIN question q USING (questionId) JOIN block_use b ON b.kind = 'figure' AND b.id = f.figureId
      WHERE r.rowId = ${rowId} AND k.colId = ${colId}`);
    const byReplyTables = db.all<{ no: string }>(sql`
      SELECT DISTINCT q.no FROM table_row r JOIN table_col k USING (tableKey)
        JOIN reply_table_source s ON s.rowKey = r.rowKey AND s.colKey = k.colKey JOIN data_table t ON t.tableKey = s.tableKey
        JOIN block_use b ON b.kind = 'table' AND b.id = t.tableId JOIN block USING (blockId) JOIN section USING (sectionId) JOIN question q USING (questionId)
      WHERE r.rowId = ${rowId} AND k.colId = ${colId}`);
    const numbers = new Set([...shown, ...byFigures.map((row) => row.no), ...byReplyTables.map((row) => row.no)]);
    if (numbers.size > 0) used[`${rowId} ${colId}`] = [...numbers].sort((a, b) => Number(a) - Number(b));
  }
  return used;
}

/** A change of a disclosed source as 数据调整, with its decision; its place by ids alone. */
export type RestatedCell = {
  correctionId: string;
  tableId: TableId;
  rowId: RowId;
  colId: ColId;
  fileName: string;
  unit: string | null;
  before: string;
  after: string;
  why: string;
  actor: string;
  at: string;
  decision: DisclosureDecision;
  note: string;
};

/** Changes of disclosed, visible sources as 数据调整, in the order made. */
export function listRestatedCells(db: ReadableDb): RestatedCell[] {
  return db.all<RestatedCell>(sql`
    SELECT o.correctionId, t.tableId, r.rowId, k.colId, s.fileName, c.unit, o.oldText AS before, o.newText AS after, o.why, o.actor, o.at,
      coalesce(d.decision, 'undecided') AS decision, coalesce(d.note, '') AS note
    FROM cell_correction o JOIN cell c USING (rowKey, colKey) JOIN table_row r USING (rowKey) JOIN table_col k USING (colKey)
      JOIN data_table t ON t.tableKey = r.tableKey JOIN source s USING (sourceId) LEFT JOIN intended_correction d USING (correctionId)
    WHERE o.kind = 'restated' AND s.disclosed = 1 AND s.state = 'shown' ORDER BY o.at, o.correctionId`);
}

/** Keeps what is decided about a changed disclosed number. Throws not-found. */
export function setDecision(
  db: ReadableDb,
  recorder: Recorder,
  { correctionId, decision, note }: { correctionId: string; decision: DisclosureDecision; note: string },
): void {
  const known = db.get<{ correctionId: string; decided: string | null }>(sql`
    SELECT o.correctionId, d.correctionId AS decided FROM cell_correction o LEFT JOIN intended_correction d USING (correctionId)
    WHERE o.correctionId = ${correctionId}`);
  if (!known) throw new AppError('not-found', { what: message('what.correction'), id: correctionId });
  if (known.decided === null) recorder.insertRow('intended_correction', { correctionId, decision, note });
  else recorder.updateRow('intended_correction', { correctionId }, { decision, note });
}
