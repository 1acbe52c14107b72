import { say } from '../../../shared/catalogue/catalogue';
import type { Language } from '../../../shared/catalogue/defineWords';
import type { CellRef } from '../../../shared/domain/dataTable';
import type { ChangeId, QuestionId, SourceId, TableId } from '../../../shared/domain/ids';
import type { MatterRecord } from '../../../shared/domain/matterRecord';
import type { ReviewAnchor, ReviewChange, ReviewPayload } from '../../../shared/domain/review';
import { deriveId } from '../../../shared/review/deriveId';
import type { ReadableDb } from '../db/handles';
import type { RecordedTable } from '../db/history/recordedTables';
import { listFormerImages, type Parting } from '../db/history/rollBack';
import { type Image, parseKey, readImage } from '../db/history/rowImages';
import { listRecordChanges, nameRecord } from '../db/queries/matterRecords';
import { findDefinition } from '../db/queries/replyTables';
import { sql } from '../db/sql';

type Origin = Pick<ReviewChange, 'author' | 'at' | 'baseVersionId'>;

/** Told by what is shown of them: words by blocks, cells by cells, and a merge by its changes. */
const TOLD_OTHERWISE = ['change', 'decision', 'reply', 'block', 'cell', 'cell_correction', 'table_row', 'table_col'] as const;
/** Nothing of these is merged: they belong to one import, one scan or one correction of one file. */
const BY_HAND = ['letter_page', 'source_update', 'intended_correction'] as const;
type Handled = (typeof TOLD_OTHERWISE)[number] | (typeof BY_HAND)[number] | MatterRecord;
type None<T extends never> = T;
/** Does not compile while a recorded table is neither merged nor named. */
export type UnhandledTable = None<Exclude<RecordedTable, Handled>>;

/** What a colleague's copy changed beside the words of the replies, as suggestions: cells, rows and columns, and records of the matter. */
export function diffMatter(ours: ReadableDb, theirs: ReadableDb, parting: Parting, origin: Origin, language: Language): ReviewChange[] {
  const isHere = (tableId: string) => ours.get(sql`SELECT 1 FROM data_table WHERE tableId = ${tableId}`) !== undefined;
  const changes = [
    ...diffCells(theirs, parting, origin).filter(({ anchor }) => isHere(anchor.cell!.tableId)),
    ...diffLines(theirs, parting, origin, isHere),
    ...diffRecords(theirs, parting, origin, isHere),
    ...remarkWhatIsNotMerged(theirs, parting, origin, language),
  ];
  return changes.filter(({ changeId, payload, anchor }) => {
    const tableId = findTable(payload, anchor);
    return tableId === null || isChangeHere(ours, changeId) || !isNewThere(theirs, parting, tableId) || !isSameTable(ours, theirs, tableId);
  });
}

/** The table a change is made in; null for one that stands elsewhere. */
function findTable(payload: ReviewPayload, { cell }: ReviewAnchor): TableId | null {
  if (payload.kind === 'setRecord') return payload.record === 'data_table' ? ((payload.key.tableId ?? null) as TableId | null) : null;
  return cell?.tableId ?? ('tableId' in payload ? payload.tableId : null);
}

function isChangeHere(ours: ReadableDb, changeId: ChangeId): boolean {
  return ours.get(sql`SELECT 1 FROM change WHERE changeId = ${changeId}`) !== undefined;
}

/** Whether a table came with a source that was added there since the parting: it was brought here as it stands, with what was changed in it. */
function isNewThere(theirs: ReadableDb, parting: Parting, tableId: TableId): boolean {
  const source = theirs.get<{ sourceId: SourceId | null }>(sql`SELECT sourceId FROM data_table WHERE tableId = ${tableId}`);
  return [...listFormerImages(theirs, 'source', parting)].some(
    ([rowKey, before]) => before?.state !== 'shown' && parseKey('source', rowKey).sourceId === source?.sourceId,
  );
}

/** Whether both files have the table alike: its head, its lines and every cell. */
function isSameTable(ours: ReadableDb, theirs: ReadableDb, tableId: TableId): boolean {
  const [here, there] = [ours, theirs].map((db) => {
    const ofTable = sql`(SELECT tableKey FROM data_table WHERE tableId = ${tableId})`;
    return JSON.stringify([
      db.all(sql`SELECT caption, unit, period, headerRows, notes FROM data_table WHERE tableId = ${tableId}`),
      db.all(sql`SELECT colId, path FROM table_col WHERE tableKey = ${ofTable} ORDER BY position`),
      db.all(sql`SELECT rowId, role FROM table_row WHERE tableKey = ${ofTable} ORDER BY position`),
      db.all(sql`
        SELECT rowId, colId, text FROM cell JOIN table_row USING (rowKey) JOIN table_col USING (colKey)
        WHERE table_row.tableKey = ${ofTable} ORDER BY rowId, colId`),
    ]);
  });
  return here === there;
}

/** Cells corrected in a copy. Those of reply tables follow from others. */
export function diffCells(theirs: ReadableDb, parting: Parting, origin: Origin): ReviewChange[] {
  return [...listFormerImages(theirs, 'cell', parting)].flatMap(([rowKey, before]) => {
    const now = readImage(theirs, 'cell', parseKey('cell', rowKey));
    if (!before || !now || before.text === now.text) return [];
    const cell = theirs.get<CellRef>(sql`
      SELECT tableId, rowId, colId FROM table_row JOIN data_table USING (tableKey) JOIN table_col USING (tableKey)
      WHERE rowKey = ${now.rowKey!} AND colKey = ${now.colKey!}`);
    if (!cell || findDefinition(theirs, cell.tableId)) return [];
    const anchor = { ...anchorOf(findQuestionShowing(theirs, cell.tableId)), quote: String(before.text), cell };
    return [makeChange(origin, anchor, { kind: 'setCell', text: String(now.text) })];
  });
}

/** Rows and columns that came and went in tables both files have. */
function diffLines(theirs: ReadableDb, parting: Parting, origin: Origin, isHere: (tableId: string) => boolean): ReviewChange[] {
  return (['table_row', 'table_col'] as const).flatMap((table) => {
    const [key, id] = table === 'table_row' ? (['rowKey', 'rowId'] as const) : (['colKey', 'colId'] as const);
    const former = listFormerImages(theirs, table, parting);
    const isNew = (line: Image) => former.get(JSON.stringify([line[key]])) === null;
    return [...former].flatMap(([rowKey, before]): ReviewChange[] => {
      const now = readImage(theirs, table, parseKey(table, rowKey));
      const line = before ?? now;
      const tableId = line && findTableId(theirs, Number(line.tableKey));
      if (!line || !tableId || !isHere(tableId) || findDefinition(theirs, tableId) || (before === null) === (now === null)) return [];
      const anchor = anchorOf(findQuestionShowing(theirs, tableId));
      if (before) {
        const gone =
          table === 'table_row' ? { kind: 'deleteRow', tableId, rowId: before[id] } : { kind: 'deleteColumn', tableId, colId: before[id] };
        return [makeChange(origin, { ...anchor, quote: listFormerTexts(theirs, parting, key, before).join(' | ') }, gone as ReviewPayload)];
      }
      const others = theirs.all<Image>(sql`
        SELECT ${sql.identifier(key)}, ${sql.identifier(id)} FROM ${sql.identifier(table)}
        WHERE tableKey = ${line.tableKey!} AND position < ${line.position!} ORDER BY position DESC`);
      const after = others.find((other) => !isNew(other))?.[id] ?? null;
      const kind = table === 'table_row' ? 'insertRow' : 'insertColumn';
      const payload = { kind, tableId, after, texts: listTexts(theirs, key, line) } as ReviewPayload;
      return [makeChange(origin, { ...anchor, order: Number(line.position) }, payload)];
    });
  });
}

function listTexts(theirs: ReadableDb, key: 'rowKey' | 'colKey', line: Image): string[] {
  const across = key === 'rowKey' ? sql`table_col JOIN cell USING (colKey)` : sql`table_row JOIN cell USING (rowKey)`;
  return theirs
    .all<{ text: string }>(sql`SELECT cell.text FROM ${across} WHERE cell.${sql.identifier(key)} = ${line[key]!} ORDER BY position`)
    .map(({ text }) => text);
}

function listFormerTexts(theirs: ReadableDb, parting: Parting, key: 'rowKey' | 'colKey', line: Image): string[] {
  return [...listFormerImages(theirs, 'cell', parting).values()].flatMap((cell) =>
    cell && cell[key] === line[key] ? [String(cell.text)] : [],
  );
}

/** Records changed in a copy; not those of a table that came with a source, which comes as it is, or went again with it. */
function diffRecords(theirs: ReadableDb, parting: Parting, origin: Origin, isHere: (tableId: string) => boolean): ReviewChange[] {
  return listRecordChanges(theirs, parting).flatMap((change) => {
    const fields = change.becomes ?? change.was ?? {};
    const tableId = (change.key.tableId ?? fields.tableId ?? null) as TableId | null;
    // The caption and unit of a table made for the reply stand in its definition.
    if (change.record === 'data_table' && (!isHere(tableId!) || findDefinition(theirs, tableId!))) return [];
    if (change.record === 'link' && tableId && !isHere(tableId) && !isSeen(theirs, tableId)) return [];
    const questionId = fields.questionId ?? change.key.questionId ?? null;
    const label = nameRecord(theirs, change.record, change.key, { ...change.was, ...fields });
    return [makeChange(origin, anchorOf(questionId as QuestionId | null), { kind: 'setRecord', ...change, label })];
  });
}

function isSeen(theirs: ReadableDb, tableId: TableId): boolean {
  const seen = sql`SELECT 1 FROM data_table LEFT JOIN source USING (sourceId) WHERE tableId = ${tableId} AND coalesce(state, 'shown') = 'shown'`;
  return theirs.get(seen) !== undefined;
}

/** Sources only the other file has, seen there. */
export function listNewSources(ours: ReadableDb, theirs: ReadableDb): SourceId[] {
  const known = ours.all<{ sourceId: SourceId }>(sql`SELECT sourceId FROM source`).map(({ sourceId }) => sourceId);
  return theirs
    .all<{ sourceId: SourceId }>(
      sql`SELECT sourceId FROM source WHERE state = 'shown' AND sourceId NOT IN ${sql.list(known)} ORDER BY position`,
    )
    .map(({ sourceId }) => sourceId);
}

/** A remark that names what was done in the copy and is not merged; none where all is. */
function remarkWhatIsNotMerged(theirs: ReadableDb, parting: Parting, origin: Origin, language: Language): ReviewChange[] {
  const left = BY_HAND.filter((table) =>
    [...listFormerImages(theirs, table, parting)].some(
      ([rowKey, before]) => JSON.stringify(before) !== JSON.stringify(readImage(theirs, table, parseKey(table, rowKey))),
    ),
  );
  if (left.length === 0) return [];
  const text = say(language, 'record.byHand', { what: left.map((table) => say(language, `record.${table}`)).join('、') });
  return [makeChange(origin, anchorOf(null), { kind: 'comment', text, replyTo: null })];
}

function anchorOf(questionId: QuestionId | null): ReviewAnchor {
  return { questionId, blockId: null, from: 0, to: 0, quote: '' };
}

function makeChange(origin: Origin, anchor: ReviewAnchor, payload: ReviewPayload): ReviewChange {
  return { changeId: deriveId<'change'>(origin.author, anchor, payload), ...origin, anchor, payload };
}

function findTableId(db: ReadableDb, tableKey: number): TableId | null {
  return db.get<{ tableId: TableId }>(sql`SELECT tableId FROM data_table WHERE tableKey = ${tableKey}`)?.tableId ?? null;
}

/** The first question whose reply shows a table. */
function findQuestionShowing(theirs: ReadableDb, tableId: TableId): QuestionId | null {
  const found = theirs.get<{ questionId: QuestionId }>(sql`
    SELECT questionId FROM block_use JOIN block USING (blockId) JOIN section USING (sectionId)
    WHERE block_use.kind = 'table' AND id = ${tableId} ORDER BY questionId LIMIT 1`);
  return found?.questionId ?? null;
}
