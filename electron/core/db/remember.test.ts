import { expect, it } from 'vitest';
import { connectInMemory } from './connection';
import type { ReadableDb } from './handles';
import { migrate } from './migrations/migrate';
import { remember } from './remember';
import { sql } from './sql';

/** A database of two tables, and a reading of the first that counts how often it was done. */
function start() {
  const connection = connectInMemory();
  connection.exec('CREATE TABLE kept (n INTEGER) STRICT; CREATE TABLE other (n INTEGER) STRICT;');
  let readings = 0;
  const list = remember(['kept'], (db: ReadableDb) => {
    readings += 1;
    return db.all<{ n: number }>(sql`SELECT n FROM kept`).map(({ n }) => n);
  });
  return { connection, list: () => list(connection.db), countReadings: () => readings };
}

it('reads once for as many calls as come, whatever is written elsewhere', () => {
  const { connection, list, countReadings } = start();
  list();
  connection.transact((db) => db.run(sql`INSERT INTO other (n) VALUES (1)`));
  expect([list(), countReadings()]).toEqual([[], 1]);
});

it('reads again what was written, changed and deleted', () => {
  const { connection, list } = start();
  const seen = [list()];
  for (const statement of [sql`INSERT INTO kept (n) VALUES (${1})`, sql`UPDATE kept SET n = ${2}`, sql`DELETE FROM kept WHERE n = ${2}`]) {
    connection.transact((db) => db.run(statement));
    seen.push(list());
  }
  expect(seen).toEqual([[], [1], [2], []]);
});

it('forgets what it read inside a transaction that was rolled back', () => {
  const { connection, list } = start();
  const failing = () =>
    connection.transact((db) => {
      db.run(sql`INSERT INTO kept (n) VALUES (${1})`);
      expect(list()).toEqual([1]);
      throw new Error('taken back');
    });
  expect(failing).toThrow('taken back');
  expect(list()).toEqual([]);
});

it('keeps the readings of two databases apart', () => {
  const one = start();
  const other = connectInMemory();
  other.exec('CREATE TABLE kept (n INTEGER) STRICT; INSERT INTO kept VALUES (7);');
  const list = remember(['kept'], (db: ReadableDb) => db.all<{ n: number }>(sql`SELECT n FROM kept`));
  expect([list(one.connection.db), list(other.db)]).toEqual([[], [{ n: 7 }]]);
});

it('is told of every write: only rows that no kept reading is made of go by a foreign key or a trigger', () => {
  const connection = connectInMemory();
  migrate(connection);
  const emptied = connection.db.all<{ name: string }>(sql`
    SELECT DISTINCT m.name FROM sqlite_schema m JOIN pragma_foreign_key_list(m.name) f WHERE m.type = 'table' AND f.on_delete <> 'NO ACTION' ORDER BY m.name`);
  expect(emptied.map(({ name }) => name)).toEqual(['block_use', 'figure_cell', 'search_amount']);
  expect(connection.db.all(sql`SELECT name FROM sqlite_schema WHERE type = 'trigger'`)).toEqual([]);
});
