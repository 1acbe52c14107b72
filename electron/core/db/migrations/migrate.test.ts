import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { makeTemporaryFolder } from '../../testing/temporaryFolder';
import { connect, connectInMemory } from '../connection';
import { findSchemaDifference } from '../projectSchema';
import { toSearchPhrases } from '../search/searchWords';
import { sql } from '../sql';
import { migrate } from './migrate';
import { APPLICATION_ID, LATEST_VERSION, MIGRATIONS } from './migrations';

describe('migrations', () => {
  it('index pairs of characters in a project that held single ones', () => {
    const connection = connectInMemory();
    migrate(connection, 101);
    connection.transact((db) => {
      db.run(sql`INSERT INTO file (hash, size, mime, bytes) VALUES ('h', 0, '', x'')`);
      db.run(sql`INSERT INTO source VALUES ('s', 0, 'h', 'a.txt', 'evidence', 0, '', 'shown')`);
      db.run(sql`INSERT INTO source_paragraph VALUES (7, 's', 0, '营业收入增长', '{}')`);
      db.run(sql`INSERT INTO search_entry VALUES (3, 'source', '7')`);
      db.run(sql`INSERT INTO search_text (rowid, words) VALUES (3, '营 业 收 入 增 长')`);
    });
    const find = (query: string) => connection.db.all(sql`SELECT rowid FROM search_text WHERE search_text MATCH ${toSearchPhrases(query)}`);
    expect(find('收入')).toEqual([]);
    migrate(connection);
    expect([find('收入'), find('营业收入'), find('长'), find('入业')]).toEqual([[{ rowid: 3 }], [{ rowid: 3 }], [{ rowid: 3 }], []]);
  });

  it('are taken one by one from any version to the latest and give the same schema', () => {
    for (const { version } of MIGRATIONS) {
      const connection = connectInMemory();
      migrate(connection, version);
      expect(connection.pragma('user_version')).toBe(version);
      expect(findSchemaDifference(connection)).toBe(null);
      expect(migrate(connection)).toEqual(MIGRATIONS.map((step) => step.version).filter((step) => step > version));
      expect([connection.pragma('user_version'), connection.pragma('application_id')]).toEqual([LATEST_VERSION, APPLICATION_ID]);
      expect(findSchemaDifference(connection)).toBe(null);
    }
  });

  it('make strict tables alone, save those of the search index', () => {
    const connection = connectInMemory();
    migrate(connection);
    const loose = connection.db.all<{ name: string }>(
      sql`SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT LIKE 'sqlite_%'`,
    );
    expect(loose).toEqual([]);
  });

  it('leave a working copy with the settings a project needs', () => {
    const connection = connect(join(makeTemporaryFolder(), 'a.db'), 'write');
    migrate(connection);
    const settings = ['journal_mode', 'synchronous', 'foreign_keys', 'secure_delete', 'trusted_schema', 'cell_size_check'].map((name) =>
      connection.pragma(name),
    );
    expect(settings).toEqual(['wal', 2, 1, 1, 0, 1]);
    connection.close();
  });
});
