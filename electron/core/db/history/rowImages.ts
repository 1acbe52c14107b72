import type { ReadableDb, WritableDb } from '../handles';
import { type Sql, type SqlValue, sql } from '../sql';
import { RECORDED_TABLES, type RecordedTable } from './recordedTables';

/** A row without its counter and derived columns, by column name in a fixed order, so that equal rows have equal JSON. */
export type Image = Record<string, string | number | null>;

const COMMA = sql`, `;
const AND = sql` AND `;

function keyColumns(table: RecordedTable): readonly string[] {
  return RECORDED_TABLES[table].key;
}

function imageColumns(table: RecordedTable): string[] {
  return [...keyColumns(table), ...RECORDED_TABLES[table].columns];
}

function whereKey(table: RecordedTable, key: Image): Sql {
  return sql.join(
    keyColumns(table).map((column) => sql`${sql.identifier(column)} = ${key[column] as SqlValue}`),
    AND,
  );
}

/** The key of a row as one text: what `operation_change.rowKey` holds. */
export function printKey(table: RecordedTable, row: Image): string {
  return JSON.stringify(keyColumns(table).map((column) => row[column]));
}

/** The key columns of a printed key. */
export function parseKey(table: RecordedTable, text: string): Image {
  const values = JSON.parse(text) as (string | number)[];
  return Object.fromEntries(keyColumns(table).map((column, index) => [column, values[index]!]));
}

/** An image as the log keeps it, or null; what it says nothing of, since the column is newer than it, is null. */
export function parseImage(table: RecordedTable, text: string | null): Image | null {
  if (text === null) return null;
  const kept = JSON.parse(text) as Image;
  return Object.fromEntries(imageColumns(table).map((column) => [column, kept[column] ?? null]));
}

/** The present image of a row, or null when there is none. */
export function readImage(db: ReadableDb, table: RecordedTable, key: Image): Image | null {
  const columns = sql.join(imageColumns(table).map(sql.identifier), COMMA);
  return db.get<Image>(sql`SELECT ${columns} FROM ${sql.identifier(table)} WHERE ${whereKey(table, key)}`) ?? null;
}

/** Every image of a table, in key order. */
export function readAllImages(db: ReadableDb, table: RecordedTable, condition: Sql = sql`TRUE`): Image[] {
  const columns = sql.join(imageColumns(table).map(sql.identifier), COMMA);
  const order = sql.join(keyColumns(table).map(sql.identifier), COMMA);
  return db.all<Image>(sql`SELECT ${columns} FROM ${sql.identifier(table)} WHERE ${condition} ORDER BY ${order}`);
}

/** Makes the row equal to `image`, whatever it is now (null removes it), and raises its counter. */
export function writeImage(db: WritableDb, table: RecordedTable, key: Image, image: Image | null): void {
  const { counter } = RECORDED_TABLES[table];
  const name = sql.identifier(table);
  if (image === null) {
    db.run(sql`DELETE FROM ${name} WHERE ${whereKey(table, key)}`);
    return;
  }
  const assignments = RECORDED_TABLES[table].columns.map((column) => sql`${sql.identifier(column)} = ${image[column] as SqlValue}`);
  if (counter) assignments.push(sql`${sql.identifier(counter)} = ${sql.identifier(counter)} + 1`);
  const { changes } = db.run(sql`UPDATE ${name} SET ${sql.join(assignments, COMMA)} WHERE ${whereKey(table, key)}`);
  if (changes === 0) insertImage(db, table, image);
}

/** Adds a row that is new. */
export function insertImage(db: WritableDb, table: RecordedTable, image: Image): void {
  const { counter } = RECORDED_TABLES[table];
  const columns = imageColumns(table);
  const names = sql.join([...columns, ...(counter ? [counter] : [])].map(sql.identifier), COMMA);
  const values = sql.join([...columns.map((column) => sql`${image[column] as SqlValue}`), ...(counter ? [sql`0`] : [])], COMMA);
  db.run(sql`INSERT INTO ${sql.identifier(table)} (${names}) VALUES (${values})`);
}
