import { type Connection, connectInMemory } from './connection';
import type { ReadableDb } from './handles';
import { migrate } from './migrations/migrate';
import { sql } from './sql';

type SchemaRow = { type: string; name: string; tbl_name: string; sql: string | null };

const expectedByVersion = new Map<number, readonly string[]>();

function readSchema(db: ReadableDb): string[] {
  const rows = db.all<SchemaRow>(sql`SELECT type, name, tbl_name, sql FROM sqlite_schema ORDER BY type, name`);
  return rows.map((row) => JSON.stringify([row.type, row.name, row.tbl_name, row.sql]));
}

function expectedSchema(version: number): readonly string[] {
  let expected = expectedByVersion.get(version);
  if (!expected) {
    const connection = connectInMemory();
    migrate(connection, version);
    expected = readSchema(connection.db);
    connection.close();
    expectedByVersion.set(version, expected);
  }
  return expected;
}

/**
 * Compares the whole schema of a project file with the one our migrations make at its version: a trigger, view or table of anyone else's is a
 * difference. Returns the first differing object's name, or null when all is as expected.
 */
export function findSchemaDifference(connection: Connection): string | null {
  const expected = expectedSchema(Number(connection.pragma('user_version')));
  const found = readSchema(connection.db);
  const expectedSet = new Set(expected);
  const foundSet = new Set(found);
  const difference = found.find((row) => !expectedSet.has(row)) ?? expected.find((row) => !foundSet.has(row));
  return difference === undefined ? null : String((JSON.parse(difference) as string[])[1]);
}
