import type { Block } from '../../../../shared/domain/reply';
import type { WritableDb } from '../handles';
import { getBlockText } from '../queries/replies';
import type { SearchEntryKind } from '../search/searchEntries';
import { toSearchWords } from '../search/searchWords';
import { sql } from '../sql';

/** The index held single Han characters; it holds pairs of them from now on, so that words of two are found at once. */
export const dropSearchWords = `INSERT INTO search_text (search_text) VALUES ('delete-all');`;

/** Writes the words of every entry anew. */
export function indexPairs(db: WritableDb): void {
  const entries = db.all<{ entryKey: number; kind: SearchEntryKind; ownerId: string }>(
    sql`SELECT entryKey, kind, ownerId FROM search_entry`,
  );
  for (const { entryKey, kind, ownerId } of entries) {
    const words = toSearchWords(readTexts(db, kind, ownerId).filter((text) => text.trim() !== ''));
    db.run(sql`INSERT INTO search_text (rowid, words) VALUES (${entryKey}, ${words})`);
  }
}

function readTexts(db: WritableDb, kind: SearchEntryKind, ownerId: string): string[] {
  switch (kind) {
    case 'letter':
      return db
        .all<{ title: string | null; text: string }>(sql`SELECT title, text FROM question WHERE questionId = ${ownerId}`)
        .flatMap(({ title, text }) => [title ?? '', text]);
    case 'reply':
      return db
        .all<{ document: string }>(sql`SELECT document FROM block WHERE blockId = ${ownerId}`)
        .map(({ document }) => getBlockText(JSON.parse(document) as Block));
    case 'table':
      return db
        .all<{ caption: string | null }>(sql`SELECT caption FROM data_table WHERE tableId = ${ownerId}`)
        .map(({ caption }) => caption ?? '');
    case 'note':
      return db
        .all<{ notes: string }>(sql`SELECT notes FROM data_table WHERE tableId = ${ownerId}`)
        .flatMap(({ notes }) => JSON.parse(notes) as string[]);
    case 'row':
      return db
        .all<{ text: string }>(sql`SELECT c.text FROM table_row JOIN cell c USING (rowKey) WHERE rowId = ${ownerId} ORDER BY c.colKey`)
        .map(({ text }) => text);
    case 'source':
      return db
        .all<{ text: string }>(sql`SELECT text FROM source_paragraph WHERE paragraphKey = ${Number(ownerId)}`)
        .map(({ text }) => text);
  }
}
