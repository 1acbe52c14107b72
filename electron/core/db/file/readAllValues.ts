import { connect } from '../connection';
import { sql } from '../sql';

/** Every text and blob a SQLite file holds, with its table and column: what a search of its bytes would miss where a value lies on several pages. */
export function* readAllValues(path: string): Generator<{ place: string; value: string | Uint8Array }> {
  const connection = connect(path, 'read');
  try {
    const tables = connection.db.all<{ name: string }>(
      sql`SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'`,
    );
    for (const { name } of tables) {
      for (const row of connection.db.all<Record<string, unknown>>(sql`SELECT * FROM ${sql.identifier(name)}`)) {
        for (const [column, value] of Object.entries(row)) {
          if (typeof value === 'string' || value instanceof Uint8Array) yield { place: `${name}.${column}`, value };
        }
      }
    }
  } finally {
    connection.close();
  }
}
