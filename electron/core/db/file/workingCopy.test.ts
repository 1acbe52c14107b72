import { copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { companyOf, fill, makeProject, setCompany } from '../../testing/projectOnDisk';
import { makeTemporaryFolder } from '../../testing/temporaryFolder';
import { connect } from '../connection';
import { migrate } from '../migrations/migrate';
import { LATEST_VERSION, MIGRATIONS } from '../migrations/migrations';
import { sql } from '../sql';
import { lockPathOf } from './ownerLock';
import { openProjectFile } from './projectFile';

describe('a session that ended badly', () => {
  it('is brought back on opening and said so', () => {
    const { open } = makeProject();
    const project = open();
    setCompany(project, '戊公司');
    project.abandon();
    const again = open();
    expect(again.recovered).toBe(true);
    expect(companyOf(again)).toBe('戊公司');
    expect(again.hasUnpublished()).toBe(true);
    again.close();
    const last = open();
    expect(last.recovered).toBe(false);
    expect(companyOf(last)).toBe('戊公司');
    last.close();
  });

  it('is brought back as well when it ended in the midst of publishing, before or after the file was replaced, and again after that', () => {
    const { path, open } = makeProject();
    for (const [round, end] of (['before', 'after', 'before', 'before', 'after'] as const).entries()) {
      const project = open();
      const before = readFileSync(path);
      setCompany(project, `第 ${round} 次`);
      if (end === 'after') project.save();
      // What publishing leaves when it is cut off: the id it was about to use, and with 'before' the former file.
      project.write((db) => db.run(sql`UPDATE publication SET pendingId = ${`cut ${round}`}`));
      project.abandon();
      if (end === 'before') expect(readFileSync(path).equals(before)).toBe(true);
      const again = open();
      expect([again.recovered, companyOf(again), again.setAside]).toEqual([true, `第 ${round} 次`, null]);
      again.close();
    }
  });

  it('that had published everything brings nothing back', () => {
    const { open } = makeProject();
    const project = open();
    setCompany(project, '己公司');
    project.save();
    project.abandon();
    const again = open();
    expect(again.recovered).toBe(false);
    expect(companyOf(again)).toBe('己公司');
    again.close();
  });

  it('never overwrites a file that was changed elsewhere meanwhile: the working copy is set aside', () => {
    const { folder, path, folders, open } = makeProject();
    const elsewhere = join(folder, 'elsewhere.huihan');
    copyFileSync(path, elsewhere);
    const project = open();
    setCompany(project, '此机的改动');
    project.abandon();
    const other = openProjectFile(elsewhere, 'write', { ...folders, stateFolder: join(folder, 'other-state') });
    setCompany(other, '同事的改动');
    other.close();
    copyFileSync(elsewhere, path);
    const again = open();
    expect(again.recovered).toBe(false);
    expect(companyOf(again)).toBe('同事的改动');
    const aside = openProjectFile(again.setAside!, 'read', folders);
    expect(companyOf(aside)).toBe('此机的改动');
    aside.close();
    again.close();
  });
});

describe('a published file replaced behind the lock', () => {
  it('is kept among the backups before it is overwritten', () => {
    const { folder, path, folders, open } = makeProject();
    const other = join(folder, 'other.huihan');
    copyFileSync(path, other);
    const elsewhere = openProjectFile(other, 'write', { ...folders, stateFolder: join(folder, 'other-state') });
    setCompany(elsewhere, '网盘里的版本');
    elsewhere.close();
    const project = open();
    rmSync(path);
    copyFileSync(other, path);
    const replaced = readFileSync(path);
    setCompany(project, '本机的版本');
    project.close();
    const reader = open('read');
    expect(companyOf(reader)).toBe('本机的版本');
    reader.close();
    const backups = join(folders.stateFolder, 'backups');
    const [key] = readdirSync(backups);
    const kept = readdirSync(join(backups, key!)).map((name) => readFileSync(join(backups, key!, name)));
    expect(kept.some((bytes) => bytes.equals(replaced))).toBe(true);
  });
});

describe('a working copy that is damaged', () => {
  it('is set aside, and the published file is opened', () => {
    const { path, folders, open } = makeProject();
    const project = open();
    setCompany(project, '壬公司');
    project.abandon();
    const [working] = readdirSync(join(folders.stateFolder, 'working')).filter((name) => name.endsWith('.db'));
    writeFileSync(join(folders.stateFolder, 'working', working!), new Uint8Array(50_000).fill(7));
    const again = open();
    expect([again.recovered, companyOf(again), existsSync(again.setAside!)]).toEqual([false, '示例股份有限公司', true]);
    again.close();
    expect(existsSync(lockPathOf(path))).toBe(false);
  });
});

describe('a project of an earlier version', () => {
  it('is migrated on a copy, after a backup; read alone it stays as it is', () => {
    for (const { version } of MIGRATIONS.slice(0, -1)) {
      const folder = makeTemporaryFolder();
      const path = join(folder, '旧.huihan');
      const folders = { stateFolder: join(folder, 'state'), actor: '张三' };
      const old = connect(join(folder, 'old.db'), 'write');
      migrate(old, version);
      old.transact((db) => {
        db.run(sql`INSERT INTO publication (only, generation, publishedId) VALUES (1, 1, ${'a'})`);
        fill(db);
      });
      old.copyInto(path);
      old.close();
      const before = readFileSync(path);

      const reader = openProjectFile(path, 'read', folders);
      expect([companyOf(reader), reader.readOnly]).toEqual(['示例股份有限公司', true]);
      expect(reader.db.all(sql`SELECT * FROM search_entry`)).toEqual([]);
      reader.close();
      expect(readdirSync(join(folders.stateFolder, 'working'))).toEqual([]);
      expect(readFileSync(path).equals(before)).toBe(true);

      const project = openProjectFile(path, 'write', folders);
      expect(companyOf(project)).toBe('示例股份有限公司');
      setCompany(project, '新公司');
      project.close();
      expect(readFileSync(path).readUInt32BE(60)).toBe(LATEST_VERSION);
      const backups = join(folders.stateFolder, 'backups');
      const [key] = readdirSync(backups);
      const [backup] = readdirSync(join(backups, key!));
      expect(readFileSync(join(backups, key!, backup!)).equals(before)).toBe(true);
    }
  });
});
