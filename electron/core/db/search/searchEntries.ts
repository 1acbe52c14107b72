import type { WritableDb } from '../handles';
import { sql } from '../sql';
import { readSearchAmounts } from './searchAmounts';
import { toSearchWords } from './searchWords';

/** What an entry stands for; its owner's id is a question's, block's, table's or row's id, or a paragraph's integer key. */
export type SearchEntryKind = 'letter' | 'reply' | 'table' | 'row' | 'note' | 'source';

/** Makes the index say what `texts` say now (none: the entry goes), in the caller's transaction. Cells of a row find amounts through the cell itself. */
export function writeSearchEntry(db: WritableDb, kind: SearchEntryKind, ownerId: string, texts: readonly string[]): void {
  removeSearchEntry(db, kind, ownerId);
  addSearchEntry(db, kind, ownerId, texts);
}

/** As `writeSearchEntry`, for an owner that has no entry yet. */
export function addSearchEntry(db: WritableDb, kind: SearchEntryKind, ownerId: string, texts: readonly string[]): void {
  const filled = texts.filter((text) => text.trim() !== '');
  if (filled.length === 0) return;
  const { lastKey } = db.run(sql`INSERT INTO search_entry (kind, ownerId) VALUES (${kind}, ${ownerId})`);
  db.run(sql`INSERT INTO search_text (rowid, words) VALUES (${lastKey}, ${toSearchWords(filled)})`);
  if (kind === 'row') return;
  const amounts = new Set(filled.flatMap(readSearchAmounts));
  for (const amount of amounts) db.run(sql`INSERT INTO search_amount (amount, entryKey) VALUES (${amount}, ${lastKey})`);
}

/** Removes an owner's entry when there is one. */
export function removeSearchEntry(db: WritableDb, kind: SearchEntryKind, ownerId: string): void {
  const entry = db.get<{ entryKey: number }>(sql`SELECT entryKey FROM search_entry WHERE kind = ${kind} AND ownerId = ${ownerId}`);
  if (!entry) return;
  db.run(sql`DELETE FROM search_text WHERE rowid = ${entry.entryKey}`);
  db.run(sql`DELETE FROM search_entry WHERE entryKey = ${entry.entryKey}`);
}
