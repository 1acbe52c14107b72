import type { FileHash, SourceId, TableId } from '../../../../shared/domain/ids';
import type { Place } from '../../../../shared/domain/place';
import type { ParagraphOrigin } from '../../../../shared/domain/tableOrigin';
import type { ReadableDb, WritableDb } from '../handles';
import { sql } from '../sql';

/** The file a table was read from, and its position among what was read of it. */
export type StoredOrigin = { sourceId: SourceId; file: FileHash; fileName: string; position: number; place: Place };

/** Notes where a table was read before it moves to the source that its file is a newer version of. */
export function keepOrigin(db: WritableDb, tableKey: number): void {
  db.run(sql`
    INSERT INTO table_origin (tableKey, sourceId, position)
    SELECT tableKey, sourceId, position FROM data_table WHERE tableKey = ${tableKey} ON CONFLICT DO NOTHING`);
}

/** Where a table was read; null for one made or pasted here. */
export function findOrigin(db: ReadableDb, tableId: TableId): StoredOrigin | null {
  const row = db.get<Omit<StoredOrigin, 'place'> & { place: string }>(sql`
    SELECT s.sourceId, s.file, s.fileName, coalesce(o.position, t.position) AS position, t.place
    FROM data_table t LEFT JOIN table_origin o USING (tableKey) JOIN source s ON s.sourceId = coalesce(o.sourceId, t.sourceId)
    WHERE t.tableId = ${tableId}`);
  return row ? { ...row, place: JSON.parse(row.place) as Place } : null;
}

/** A table's texts as they were read, before any correction, row by row. */
export function listOriginalTexts(db: ReadableDb, tableId: TableId): string[][] {
  const rows: string[][] = [];
  const cells = db.iterate<{ row: number; text: string }>(sql`
    SELECT r.position AS row, coalesce(c.originalText, c.text) AS text
    FROM data_table t JOIN table_row r USING (tableKey) JOIN cell c USING (rowKey) JOIN table_col k USING (colKey)
    WHERE t.tableId = ${tableId} ORDER BY r.position, k.position`);
  for (const { row, text } of cells) (rows[row] ??= []).push(text);
  return rows;
}

/** What stands around a table, nearest first to last in reading order, null for another table; nothing where the reading did not keep the order. */
export function listParagraphsAround(
  db: ReadableDb,
  { sourceId, position }: Pick<StoredOrigin, 'sourceId' | 'position'>,
  count: number,
): { before: (string | null)[]; after: (string | null)[] } {
  const paragraphs = db.all<{ position: number; text: string }>(
    sql`SELECT position, text FROM source_paragraph WHERE sourceId = ${sourceId} ORDER BY position`,
  );
  const tables = listTopTables(db, sourceId);
  // Paragraphs and tables share one numbering; where a paragraph is missing from it stands a table.
  const order: (string | null)[] = Array.from({ length: paragraphs.length + tables.length }, () => null);
  for (const paragraph of paragraphs) order[paragraph.position] = paragraph.text;
  const ownTable = tables.findLastIndex((top) => top <= position);
  const places = order.flatMap((text, at) => (text === null ? [at] : []));
  const at = places[ownTable];
  if (at === undefined || places.length !== tables.length || order.length > paragraphs.length + tables.length)
    return { before: [], after: [] };
  return { before: order.slice(Math.max(0, at - count), at), after: order.slice(at + 1, at + 1 + count) };
}

/** A paragraph of a source in sight, named by its key, with up to `count` on either side; null for what is none. */
export function findParagraph(db: ReadableDb, sourceId: SourceId, paragraph: string, count: number): ParagraphOrigin | null {
  const found = db.get<{ position: number; text: string; place: string; fileName: string }>(sql`
    SELECT p.position, p.text, p.place, s.fileName FROM source_paragraph p JOIN source s USING (sourceId)
    WHERE sourceId = ${sourceId} AND p.paragraphKey = CAST(${paragraph} AS INTEGER) AND s.state = 'shown'`);
  if (!found) return null;
  const { position, text, fileName } = found;
  const near = db.all<{ position: number; text: string }>(sql`
    SELECT position, text FROM source_paragraph
    WHERE sourceId = ${sourceId} AND position BETWEEN ${position - count} AND ${position + count} ORDER BY position`);
  const byPosition = new Map(near.map((one) => [one.position, one.text]));
  // Where a paragraph is missing between others stands a table.
  const list = (from: number, to: number) => Array.from({ length: Math.max(0, to - from) }, (_, at) => byPosition.get(from + at) ?? null);
  const [first, last] = [near[0]!.position, near.at(-1)!.position];
  return { fileName, place: JSON.parse(found.place) as Place, text, before: list(first, position), after: list(position + 1, last + 1) };
}

/** Positions of what was read as tables of their own, nested ones left out. */
function listTopTables(db: ReadableDb, sourceId: SourceId): number[] {
  return db
    .all<{ position: number }>(sql`
      SELECT coalesce(o.position, t.position) AS position FROM data_table t LEFT JOIN table_origin o USING (tableKey)
      WHERE coalesce(o.sourceId, t.sourceId) = ${sourceId} AND t.tableId NOT IN
        (SELECT j.value FROM data_table n JOIN table_row USING (tableKey) JOIN cell c USING (rowKey), json_each(c.nested) j
          LEFT JOIN table_origin m ON m.tableKey = n.tableKey
          WHERE coalesce(m.sourceId, n.sourceId) = ${sourceId} AND c.nested IS NOT NULL)
      ORDER BY position`)
    .map((row) => row.position);
}
