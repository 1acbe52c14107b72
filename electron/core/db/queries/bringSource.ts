import type { FileHash, SourceId, TableId } from '../../../../shared/domain/ids';
import { assert } from '../../../../shared/util/assert';
import type { ReadableDb, WritableDb } from '../handles';
import { type Image, readAllImages } from '../history/rowImages';
import { addSearchEntry } from '../search/searchEntries';
import { sql } from '../sql';
import { toCellAmount } from './dataTables';
import { findFile, storeFile } from './files';

/**
 * Brings a source of another file of this project along, hidden: its bytes, paragraphs and tables with the values they have there. Ids stay, keys are
 * this file's own. Unrecorded, as an import is: it is seen once the source is shown.
 */
export function bringSource(db: WritableDb, theirs: ReadableDb, sourceId: SourceId): void {
  const [source] = readAllImages(theirs, 'source', sql`sourceId = ${sourceId}`);
  assert(source, 'a source to bring along is in the other file');
  bringFile(db, theirs, source.file as FileHash);
  db.run(sql`
    INSERT INTO source (sourceId, position, file, fileName, role, disclosed, importedAt, state)
    VALUES (${sourceId}, (SELECT count(*) FROM source), ${source.file!}, ${source.fileName!}, ${source.role!}, ${source.disclosed!},
      ${source.importedAt!}, 'hidden')`);
  const paragraphs = theirs.iterate<{ paragraphKey: number; position: number; text: string; place: string; searchable: number }>(sql`
    SELECT p.paragraphKey, p.position, p.text, p.place,
      EXISTS (SELECT 1 FROM search_entry WHERE kind = 'source' AND ownerId = CAST(p.paragraphKey AS TEXT)) AS searchable
    FROM source_paragraph p WHERE sourceId = ${sourceId} ORDER BY position`);
  for (const { position, text, place, searchable } of paragraphs) {
    const { lastKey } = db.run(
      sql`INSERT INTO source_paragraph (sourceId, position, text, place) VALUES (${sourceId}, ${position}, ${text}, ${place})`,
    );
    if (searchable === 1) addSearchEntry(db, 'source', String(lastKey), [text]);
  }
  for (const { tableId } of theirs.all<{ tableId: TableId }>(sql`SELECT tableId FROM data_table WHERE sourceId = ${sourceId}`)) {
    bringTable(db, theirs, tableId);
  }
}

/** Brings the bytes of a file along when the other file has them. */
export function bringFile(db: WritableDb, theirs: ReadableDb, hash: FileHash): void {
  const file = findFile(theirs, hash);
  if (file) storeFile(db, file.bytes, file.mime);
}

/** Brings a table along that is not here: head, rows, columns, cells and their corrections. Nothing for one that neither file has, or that is here. */
export function bringTable(db: WritableDb, theirs: ReadableDb, tableId: TableId): void {
  const [head] = readAllImages(theirs, 'data_table', sql`tableId = ${tableId}`);
  if (!head || db.get(sql`SELECT 1 FROM data_table WHERE tableId = ${tableId}`)) return;
  const { lastKey: tableKey } = db.run(sql`
    INSERT INTO data_table (tableId, kind, sourceId, position, place, caption, unit, period, headerRows, notes, doubts)
    VALUES (${tableId}, ${head.kind!}, ${head.sourceId!}, ${head.position!}, ${head.place!}, ${head.caption!}, ${head.unit!}, ${head.period!},
      ${head.headerRows!}, ${head.notes!}, ${head.doubts!})`);
  const ofTable = sql`tableKey = ${head.tableKey!}`;
  const colKeys = new Map(
    readAllImages(theirs, 'table_col', ofTable).map(({ colKey, colId, position, path }) => [
      colKey,
      db.run(sql`INSERT INTO table_col (colId, tableKey, position, path) VALUES (${colId!}, ${tableKey}, ${position!}, ${path!})`).lastKey,
    ]),
  );
  for (const { rowKey, rowId, position, role } of readAllImages(theirs, 'table_row', ofTable)) {
    const key = db.run(
      sql`INSERT INTO table_row (rowId, tableKey, position, role) VALUES (${rowId!}, ${tableKey}, ${position!}, ${role!})`,
    ).lastKey;
    const cells = readAllImages(theirs, 'cell', sql`rowKey = ${rowKey!}`);
    insertCells(db, key, cells, colKeys);
    const texts = cells.map(({ text }) => String(text));
    addSearchEntry(db, 'row', String(rowId), texts);
    for (const { correctionId, colKey, at, actor, kind, oldText, newText, why } of readAllImages(
      theirs,
      'cell_correction',
      sql`rowKey = ${rowKey!}`,
    )) {
      db.run(sql`
        INSERT INTO cell_correction (correctionId, rowKey, colKey, at, actor, kind, oldText, newText, why)
        VALUES (${correctionId!}, ${key}, ${colKeys.get(colKey!)!}, ${at!}, ${actor!}, ${kind!}, ${oldText!}, ${newText!}, ${why!})`);
    }
  }
  addSearchEntry(db, 'table', tableId, [String(head.caption ?? '')]);
  addSearchEntry(db, 'note', tableId, JSON.parse(String(head.notes)) as string[]);
  const inside = readAllImages(theirs, 'cell', sql`nested IS NOT NULL AND rowKey IN (SELECT rowKey FROM table_row WHERE ${ofTable})`);
  for (const { nested } of inside) for (const inner of JSON.parse(String(nested)) as TableId[]) bringTable(db, theirs, inner);
}

/** A row's cells in one statement: a statement for each takes most of the time of a long table. */
function insertCells(db: WritableDb, rowKey: number, cells: readonly Image[], colKeys: ReadonlyMap<unknown, number>): void {
  const lines = cells.map((cell) => [
    colKeys.get(cell.colKey),
    cell.text,
    cell.value,
    cell.unit,
    cell.rowSpan,
    cell.colSpan,
    cell.covered,
    cell.nested,
    cell.originalText,
    cell.originalValue,
    cell.originalUnit,
    toCellAmount(cell.value as string | null, cell.unit as string | null)?.toString() ?? null,
  ]);
  db.run(sql`
    INSERT INTO cell (rowKey, colKey, text, value, unit, rowSpan, colSpan, covered, revision, nested, originalText, originalValue, originalUnit, amount)
    SELECT ${rowKey}, value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6,
      value ->> 8 IS NOT NULL, value ->> 7, value ->> 8, value ->> 9, value ->> 10, CAST(value ->> 11 AS INTEGER)
    FROM json_each(${JSON.stringify(lines)})`);
}
