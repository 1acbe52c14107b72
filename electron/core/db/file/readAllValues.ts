import type { ReadableDb } from '../handles';
import { toSearchPhrases } from '../search/searchWords';
import { sql } from '../sql';

/** A value of a database with its table and column; numbers only where they are amounts of searching, without sign and in a fraction of the base unit. */
export type StoredValue = { place: string; value: string | Uint8Array | number };

/** Every text, blob and amount a database holds: what a search of its bytes would miss where a value lies on several pages. */
export function* readAllValues(db: ReadableDb): Generator<StoredValue> {
  const tables = db.all<{ name: string }>(sql`SELECT name FROM sqlite_schema WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%'`);
  for (const { name } of tables) {
    for (const row of db.iterate<Record<string, unknown>>(sql`SELECT * FROM ${sql.identifier(name)}`)) {
      for (const [column, value] of Object.entries(row)) {
        const isRead = typeof value === 'string' || value instanceof Uint8Array || (typeof value === 'number' && column === 'amount');
        if (isRead) yield { place: `${name}.${column}`, value };
      }
    }
  }
}

/** Whether the search index holds a word or number: it keeps no texts, only their words and places. */
export function isIndexed(db: ReadableDb, word: string): boolean {
  const phrase = toSearchPhrases(word.replaceAll(/\s/g, ''));
  return phrase !== null && db.get(sql`SELECT 1 FROM search_text WHERE search_text MATCH ${phrase} LIMIT 1`) !== undefined;
}
