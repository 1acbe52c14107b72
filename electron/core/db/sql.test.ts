import { describe, expect, it } from 'vitest';
import { connectInMemory } from './connection';
import type { WritableDb } from './handles';
import { sql } from './sql';

describe('the sql tag', () => {
  it('binds every value, whatever it holds', () => {
    const db = connectInMemory().db as WritableDb;
    db.run(sql`CREATE TABLE note (text TEXT NOT NULL, size INTEGER)`);
    const hostile = `'); DROP TABLE note; --`;
    db.run(sql`INSERT INTO note (text, size) VALUES (${hostile}, ${12n})`);
    expect(db.all(sql`SELECT text, size FROM note WHERE text = ${hostile}`)).toEqual([{ text: hostile, size: 12 }]);
  });

  it('nests fragments, joins them and keeps the values in order', () => {
    const fragment = sql.join([sql`a = ${1}`, sql`b IN ${sql.list(['x', 'y'])}`], sql` AND `);
    expect(sql`SELECT ${sql.identifier('text')} FROM t WHERE ${fragment} LIMIT ${5}`).toMatchObject({
      text: 'SELECT text FROM t WHERE a = ? AND b IN (SELECT value FROM json_each(?)) LIMIT ?',
      values: [1, '["x","y"]', 5],
    });
  });

  it('lays rows out for VALUES, each value bound', () => {
    const rows = [
      [1, 'a', null],
      [2, 'b', 3n],
    ];
    expect(sql`INSERT INTO t VALUES ${sql.rows(rows)}`).toMatchObject({
      text: 'INSERT INTO t VALUES (?, ?, ?), (?, ?, ?)',
      values: rows.flat(),
    });
  });

  it('takes no name but a plain one', () => {
    for (const name of ['', 'a b', 'a;', 'a"', '1a', 'a-b']) expect(() => sql.identifier(name)).toThrow('Not a name');
  });
});
