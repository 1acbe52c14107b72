import type { ColId, QuestionId, RowId, SourceId, TableId } from '../../../../shared/domain/ids';
import type { ReadableDb } from '../handles';
import type { SearchEntryKind } from '../search/searchEntries';
import { type Sql, sql } from '../sql';

/** A cell found by what it holds. `place` is its table's, as JSON. */
export type FoundCell = { tableId: TableId; rowId: RowId; colId: ColId; text: string; caption: string | null; place: string };

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
  cells?: { colId: ColId; text: string }[];
};

type Range = { from: bigint; to: bigint };
type EntryRow = { entryKey: number; kind: SearchEntryKind; ownerId: string };

/** Cells of visible tables whose amount lies in any of the ranges. */
export function findCellsByAmounts(db: ReadableDb, ranges: readonly Range[], limit: number): FoundCell[] {
  const found = new Map<string, FoundCell>();
  for (const { from, to } of ranges) {
    const rows = db.all<FoundCell>(sql`
      SELECT t.tableId, r.rowId, k.colId, c.text, t.caption, t.place FROM cell c JOIN table_row r USING (rowKey) JOIN table_col k USING (colKey)
        JOIN data_table t ON t.tableKey = r.tableKey LEFT JOIN source s USING (sourceId)
      WHERE c.amount BETWEEN ${from} AND ${to} AND (t.sourceId IS NULL OR s.state = 'shown')
      ORDER BY s.position, t.position, r.position, k.position LIMIT ${limit}`);
    for (const row of rows) found.set(`${row.rowId} ${row.colId}`, row);
  }
  return [...found.values()].slice(0, limit);
}

/** Visible entries that hold the words, best first. */
export function findEntriesByWords(db: ReadableDb, phrases: string, limit: number): EntryHit[] {
  return readEntries(
    db,
    sql`
      SELECT e.entryKey, e.kind, e.ownerId FROM search_text JOIN search_entry e ON e.entryKey = search_text.rowid
      WHERE search_text MATCH ${phrases} ORDER BY rank`,
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

function readEntries(db: ReadableDb, query: Sql, limit: number): EntryHit[] {
  const hits: EntryHit[] = [];
  for (const entry of db.iterate<EntryRow>(query)) {
    const hit = describeEntry(db, entry);
    if (hit) hits.push(hit);
    if (hits.length >= limit) break;
  }
  return hits;
}

type Details = Partial<Omit<EntryHit, 'kind' | 'ownerId'>>;

/** Null when the entry's owner is out of sight (its source is hidden). */
function describeEntry(db: ReadableDb, { kind, ownerId }: EntryRow): EntryHit | null {
  const details = readDetails(db, kind, ownerId);
  if (!details) return null;
  const empty = { text: '', place: '{}', caption: null, questionId: null, questionNo: null, tableId: null, sourceId: null };
  return { kind, ownerId, ...empty, ...details };
}

function readDetails(db: ReadableDb, kind: SearchEntryKind, ownerId: string): Details | undefined {
  switch (kind) {
    case 'letter':
      return db.get<Details>(sql`SELECT questionId, no AS questionNo, text FROM question WHERE questionId = ${ownerId}`);
    case 'reply': {
      const row = db.get<{ questionId: QuestionId; questionNo: string; document: string }>(sql`
        SELECT q.questionId, q.no AS questionNo, b.document FROM block b JOIN section s USING (sectionId) JOIN question q USING (questionId)
        WHERE b.blockId = ${ownerId}`);
      return row && { questionId: row.questionId, questionNo: row.questionNo, text: readDocumentText(row.document) };
    }
    case 'source':
      return db.get<Details>(sql`
        SELECT sourceId, text, place FROM source_paragraph JOIN source USING (sourceId)
        WHERE paragraphKey = ${Number(ownerId)} AND state = 'shown'`);
    case 'table':
    case 'note': {
      const row = db.get<Details & { notes: string }>(sql`
        SELECT t.tableId, t.sourceId, t.caption, t.place, t.notes FROM data_table t LEFT JOIN source s USING (sourceId)
        WHERE t.tableId = ${ownerId} AND (t.sourceId IS NULL OR s.state = 'shown')`);
      return row && { ...row, text: kind === 'table' ? (row.caption ?? '') : (JSON.parse(row.notes) as string[]).join(' ') };
    }
    case 'row': {
      const row = db.get<Details & { rowKey: number }>(sql`
        SELECT r.rowKey, t.tableId, t.sourceId, t.caption, t.place
        FROM table_row r JOIN data_table t USING (tableKey) LEFT JOIN source s USING (sourceId)
        WHERE r.rowId = ${ownerId} AND (t.sourceId IS NULL OR s.state = 'shown')`);
      if (!row) return undefined;
      const cells = db.all<{ colId: ColId; text: string }>(sql`
        SELECT k.colId, c.text FROM cell c JOIN table_col k USING (colKey) WHERE c.rowKey = ${row.rowKey} AND c.text <> '' ORDER BY k.position`);
      return { ...row, cells, text: cells.map((cell) => cell.text).join(' ') };
    }
  }
}

function readDocumentText(document: string): string {
  const { inlines = [], alt = '' } = JSON.parse(document) as { inlines?: { text?: string }[]; alt?: string };
  return inlines.map((inline) => inline.text ?? ' ').join('') || alt;
}
