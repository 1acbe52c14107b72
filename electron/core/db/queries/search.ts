import type { ColId, QuestionId, RowId, SourceId, TableId } from '../../../../shared/domain/ids';
import type { ReadableDb } from '../handles';
import type { SearchEntryKind } from '../search/searchEntries';
import { type Sql, sql } from '../sql';

/** A cell found by what it holds. `place` is its table's, as JSON. */
export type FoundCell = {
  tableId: TableId;
  rowId: RowId;
  colId: ColId;
  sourceId: SourceId | null;
  text: string;
  caption: string | null;
  place: string;
} & CellTerms;

/** What a cell is filtered by: its own unit, its column's header path as JSON, its table's period. */
export type CellTerms = { unit: string | null; path: string; period: string | null };

/** An entry of the index that is in sight, with what it takes to show it. `place` is JSON, "{}" where there is none; `cells` are a row's. */
export type EntryHit = {
  kind: SearchEntryKind;
  ownerId: string;
  text: string;
  place: string;
  caption: string | null;
  questionId: QuestionId | null;
  questionNo: string | null;
  tableId: TableId | null;
  sourceId: SourceId | null;
  cells?: ({ colId: ColId; text: string } & CellTerms)[];
};

type Range = { from: bigint; to: bigint };
const KIND_ORDER = sql`CASE e.kind WHEN 'letter' THEN 0 WHEN 'reply' THEN 1 WHEN 'table' THEN 2 WHEN 'row' THEN 3 WHEN 'note' THEN 4 ELSE 5 END`;
type EntryRow = { entryKey: number; kind: SearchEntryKind; ownerId: string };

/** Cells of visible tables whose amount lies in any of the ranges. */
export function findCellsByAmounts(db: ReadableDb, ranges: readonly Range[], limit: number): FoundCell[] {
  const found = new Map<string, FoundCell>();
  for (const { from, to } of ranges) {
    const rows = db.all<FoundCell>(sql`
      SELECT t.tableId, t.sourceId, r.rowId, k.colId, c.text, t.caption, t.place, c.unit, k.path, t.period FROM cell c JOIN table_row r USING (rowKey) JOIN table_col k USING (colKey)
        JOIN data_table t ON t.tableKey = r.tableKey LEFT JOIN source s USING (sourceId)
      WHERE c.amount BETWEEN ${from} AND ${to} AND (t.sourceId IS NULL OR s.state = 'shown')
      ORDER BY s.position, t.position, r.position, k.position LIMIT ${limit}`);
    for (const row of rows) found.set(`${row.rowId} ${row.colId}`, row);
  }
  return [...found.values()].slice(0, limit);
}

/** Entries looked at for the best ones: what more have in common is too common to be told apart. */
const MOST_LOOKED_AT = 1_000;

/** Visible entries that hold the words: letter and replies first, then captions, rows, notes and paragraphs, each in the order they were written. */
export function findEntriesByWords(db: ReadableDb, phrases: string, limit: number): EntryHit[] {
  return readEntries(
    db,
    sql`
      SELECT e.entryKey, e.kind, e.ownerId
      FROM (SELECT rowid AS entryKey FROM search_text WHERE search_text MATCH ${phrases} LIMIT ${Math.max(limit, MOST_LOOKED_AT)}) f
        CROSS JOIN search_entry e USING (entryKey)
      ORDER BY ${KIND_ORDER}, e.entryKey`,
    limit,
  );
}

/** Visible entries that state an amount in any of the ranges, in the order they were written. */
export function findEntriesByAmounts(db: ReadableDb, ranges: readonly Range[], limit: number): EntryHit[] {
  const hits = new Map<string, EntryHit>();
  for (const { from, to } of ranges) {
    const query = sql`
      SELECT DISTINCT e.entryKey, e.kind, e.ownerId FROM search_amount a JOIN search_entry e USING (entryKey)
      WHERE a.amount BETWEEN ${from} AND ${to} ORDER BY e.entryKey`;
    for (const hit of readEntries(db, query, limit)) hits.set(`${hit.kind} ${hit.ownerId}`, hit);
  }
  return [...hits.values()].slice(0, limit);
}

/** Texts of a row's cells in order, blanks left out. */
export function readRowTexts(db: ReadableDb, rowId: RowId): string[] {
  const cells = db.all<{ text: string }>(sql`
    SELECT c.text FROM cell c JOIN table_row r USING (rowKey) JOIN table_col k USING (colKey)
    WHERE r.rowId = ${rowId} AND c.text <> '' ORDER BY k.position`);
  return cells.map((cell) => cell.text);
}

/** The first `limit` entries in sight, described together: one reading for each kind. */
function readEntries(db: ReadableDb, query: Sql, limit: number): EntryHit[] {
  const entries = db.all<EntryRow>(query);
  const hits: EntryHit[] = [];
  for (let from = 0; from < entries.length && hits.length < limit; from += limit) {
    const chunk = entries.slice(from, from + limit);
    const details = new Map<string, Details>();
    for (const kind of new Set(chunk.map((entry) => entry.kind))) {
      const ids = JSON.stringify(chunk.flatMap((entry) => (entry.kind === kind ? [entry.ownerId] : [])));
      for (const { ownerId, ...found } of readDetails(db, kind, ids)) details.set(`${kind} ${ownerId}`, found);
    }
    for (const { kind, ownerId } of chunk) {
      const found = details.get(`${kind} ${ownerId}`);
      if (found && hits.length < limit) hits.push({ kind, ownerId, ...EMPTY, ...found });
    }
  }
  return hits;
}

type Details = Partial<Omit<EntryHit, 'kind' | 'ownerId'>>;

const EMPTY = { text: '', place: '{}', caption: null, questionId: null, questionNo: null, tableId: null, sourceId: null };
const IN_SIGHT = sql`(t.sourceId IS NULL OR s.state = 'shown')`;

/** What is shown of owners of one kind, named by a JSON list; one that is out of sight (its source is hidden) is left out. */
function readDetails(db: ReadableDb, kind: SearchEntryKind, ids: string): (Details & { ownerId: string })[] {
  switch (kind) {
    case 'letter':
      return db.all<Details & { ownerId: string }>(sql`
        SELECT questionId AS ownerId, questionId, no AS questionNo, text FROM question WHERE questionId IN (SELECT value FROM json_each(${ids}))`);
    case 'reply':
      return db
        .all<{ ownerId: string; questionId: QuestionId; questionNo: string; document: string }>(sql`
          SELECT b.blockId AS ownerId, q.questionId, q.no AS questionNo, b.document
          FROM block b JOIN section s USING (sectionId) JOIN question q USING (questionId)
          WHERE b.blockId IN (SELECT value FROM json_each(${ids}))`)
        .map(({ document, ...row }) => ({ ...row, text: readDocumentText(document) }));
    case 'source':
      return db.all<Details & { ownerId: string }>(sql`
        SELECT CAST(paragraphKey AS TEXT) AS ownerId, sourceId, text, place FROM source_paragraph JOIN source USING (sourceId)
        WHERE paragraphKey IN (SELECT CAST(value AS INTEGER) FROM json_each(${ids})) AND state = 'shown'`);
    case 'table':
    case 'note':
      return db
        .all<Details & { ownerId: string; notes: string }>(sql`
          SELECT t.tableId AS ownerId, t.tableId, t.sourceId, t.caption, t.place, t.notes FROM data_table t LEFT JOIN source s USING (sourceId)
          WHERE t.tableId IN (SELECT value FROM json_each(${ids})) AND ${IN_SIGHT}`)
        .map(({ notes, ...row }) => ({ ...row, text: kind === 'table' ? (row.caption ?? '') : (JSON.parse(notes) as string[]).join(' ') }));
    case 'row':
      return readRows(db, ids);
  }
}

function readRows(db: ReadableDb, ids: string): (Details & { ownerId: string })[] {
  const rows = db.all<Details & { ownerId: string; rowKey: number; period: string | null }>(sql`
    SELECT r.rowId AS ownerId, r.rowKey, t.tableId, t.sourceId, t.caption, t.place, t.period
    FROM table_row r JOIN data_table t USING (tableKey) LEFT JOIN source s USING (sourceId)
    WHERE r.rowId IN (SELECT value FROM json_each(${ids})) AND ${IN_SIGHT}`);
  const cells = db.all<{ rowKey: number; colId: ColId; text: string; unit: string | null; path: string }>(sql`
    SELECT c.rowKey, k.colId, c.text, c.unit, k.path FROM json_each(${JSON.stringify(rows.map(({ rowKey }) => rowKey))}) j
      CROSS JOIN cell c ON c.rowKey = j.value JOIN table_col k USING (colKey) WHERE c.text <> '' ORDER BY k.position`);
  const byRow = new Map<number, { colId: ColId; text: string; unit: string | null; path: string }[]>(
    rows.map(({ rowKey }) => [rowKey, []]),
  );
  for (const { rowKey, ...cell } of cells) byRow.get(rowKey)!.push(cell);
  return rows.map(({ rowKey, period, ...row }) => {
    const own = byRow.get(rowKey)!.map((cell) => ({ ...cell, period }));
    return { ...row, cells: own, text: own.map((cell) => cell.text).join(' ') };
  });
}

function readDocumentText(document: string): string {
  const { inlines = [], alt = '' } = JSON.parse(document) as { inlines?: { text?: string }[]; alt?: string };
  return inlines.map((inline) => inline.text ?? ' ').join('') || alt;
}
