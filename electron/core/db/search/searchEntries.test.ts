import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { connectInMemory } from '../connection';
import type { WritableDb } from '../handles';
import { migrate } from '../migrations/migrate';
import { sql } from '../sql';
import { addSearchEntry, removeSearchEntry, writeSearchEntry } from './searchEntries';
import { toSearchPhrases } from './searchWords';

function openIndex(): WritableDb {
  const connection = connectInMemory();
  migrate(connection);
  return connection.db as WritableDb;
}

function find(db: WritableDb, query: string): string[] {
  const phrases = toSearchPhrases(query);
  if (phrases === null) return [];
  const rows = db.all<{ ownerId: string }>(sql`
    SELECT ownerId FROM search_text JOIN search_entry ON entryKey = search_text.rowid WHERE search_text MATCH ${phrases} ORDER BY entryKey`);
  return rows.map((row) => row.ownerId);
}

/** Few characters, so that texts often contain each other. */
const han = fc.string({ unit: fc.constantFrom('营', '业', '收', '入', '毛', '利'), minLength: 1, maxLength: 12 });

describe('the search index', () => {
  it('finds exactly the texts that contain the characters looked for, down to one', () => {
    fc.assert(
      fc.property(fc.array(han, { minLength: 1, maxLength: 6 }), han, (texts, query) => {
        const db = openIndex();
        texts.forEach((text, index) => addSearchEntry(db, 'reply', `b${index}`, [text]));
        expect(find(db, query)).toEqual(texts.flatMap((text, index) => (text.includes(query) ? [`b${index}`] : [])));
      }),
      { numRuns: 100 },
    );
  });

  it('never runs from one cell of a row into the next', () => {
    const db = openIndex();
    addSearchEntry(db, 'row', 'r', ['营业', '收入', '12', '34']);
    expect([find(db, '营业'), find(db, '业收'), find(db, '12 34'), find(db, '1234'), find(db, '收入')]).toEqual([
      ['r'],
      [],
      ['r'],
      [],
      ['r'],
    ]);
  });

  it('makes no difference between full and half width or cases', () => {
    const db = openIndex();
    addSearchEntry(db, 'reply', 'b', ['毛利率为３５．１０％，ＥＰＳ 0.12']);
    for (const query of ['35.10%', '３５．１０％', 'eps', 'EPS', '毛利率为35.10']) expect(find(db, query), query).toEqual(['b']);
  });

  it('says what a text says now, and nothing once it is gone', () => {
    const db = openIndex();
    writeSearchEntry(db, 'reply', 'b', ['营业收入 1,234.50 万元']);
    writeSearchEntry(db, 'reply', 'b', ['毛利 99.10 万元']);
    expect([find(db, '营业'), find(db, '毛利')]).toEqual([[], ['b']]);
    expect(db.all(sql`SELECT amount FROM search_amount`)).toEqual([{ amount: 9_910_000_000 }]);
    removeSearchEntry(db, 'reply', 'b');
    expect([find(db, '毛利'), db.all(sql`SELECT * FROM search_entry`), db.all(sql`SELECT * FROM search_amount`)]).toEqual([[], [], []]);
  });
});
