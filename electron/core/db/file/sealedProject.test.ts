import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findInFolder } from '../../testing/findInFolder';
import { codeOf, companyOf, makeProject, setCompany } from '../../testing/projectOnDisk';
import { sql } from '../sql';
import { lockPathOf } from './ownerLock';
import { openProjectFile, saveProjectAs } from './projectFile';
import { makeSeal, sealBytes } from './sealedFile';

const PASSWORD = '四季 2026';
const SECRET = '仅限内部知悉的公司名称';
const seal = makeSeal(PASSWORD);

/** A closed project under a password on a stick, and a state folder that never held it in the open. */
function makeSealed() {
  const { folder: plain, path: from } = makeProject();
  const folder = join(plain, 'sealed');
  const path = join(folder, 'stick', '某事项.huihan');
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, sealBytes(readFileSync(from), seal));
  const folders = { stateFolder: join(folder, 'state'), actor: '张三' };
  return { folder, path, folders, open: (mode: 'read' | 'write' = 'write') => openProjectFile(path, mode, folders, PASSWORD) };
}

/** Pulls the stick out; returns how to put it back. */
function pullOut(path: string): () => void {
  const pulled = `${dirname(path)} pulled`;
  renameSync(dirname(path), pulled);
  return () => renameSync(pulled, dirname(path));
}

describe('a project under a password', () => {
  it('asks for its password, and opens with no other', () => {
    const { path, folders, open } = makeSealed();
    expect(codeOf(() => openProjectFile(path, 'write', folders))).toBe('password-needed');
    expect(codeOf(() => openProjectFile(path, 'write', folders, '四季2026'))).toBe('password-wrong');
    expect(existsSync(lockPathOf(path))).toBe(false);
    const project = open();
    expect(companyOf(project)).toBe('示例股份有限公司');
    expect(project.checkIntegrity()).toBe('ok');
    project.close();
  });

  it('lies nowhere in the open: not while it is worked on and sorted, not saved, not closed, not given up', () => {
    const { folder, open } = makeSealed();
    for (const end of ['close', 'abandon'] as const) {
      const project = open();
      setCompany(project, SECRET);
      project.write((db) => {
        for (let no = 0; no < 4_000; no += 1)
          db.run(sql`INSERT INTO file VALUES (${`${end}${no}`}, 9, 'x', ${new TextEncoder().encode(SECRET)})`);
      });
      project.db.all(sql`SELECT bytes FROM file, (SELECT 1 UNION SELECT 2) ORDER BY bytes DESC, hash`);
      expect(findInFolder(folder, SECRET)).toEqual([]);
      project.save();
      expect(findInFolder(folder, SECRET)).toEqual([]);
      setCompany(project, `${SECRET}二`);
      project[end]();
      expect(findInFolder(folder, SECRET)).toEqual([]);
    }
    const again = open();
    expect([again.recovered, companyOf(again)]).toEqual([true, `${SECRET}二`]);
    again.close();
    expect(findInFolder(folder, SECRET)).toEqual([]);
    expect(readdirSync(join(folder, 'state', 'working'))).toEqual([]);
  });

  it('is saved elsewhere under the same password, and opens there with the key in memory', () => {
    const { folder, folders, open } = makeSealed();
    const project = open();
    setCompany(project, SECRET);
    const other = join(folder, '副本.huihan');
    saveProjectAs(project, other, '张三');
    expect(findInFolder(folder, SECRET)).toEqual([]);
    const copy = openProjectFile(other, 'write', folders, project.seal);
    expect(companyOf(copy)).toBe(SECRET);
    copy.close();
    project.close();
  });

  it('that cannot be saved keeps its changes sealed for the next opening, and forgets them once they are saved', () => {
    const { folder, path, open } = makeSealed();
    const project = open();
    setCompany(project, SECRET);
    const putBack = pullOut(path);
    expect(codeOf(() => project.save())).toBe('write-refused');
    project.abandon();
    putBack();
    expect(findInFolder(folder, SECRET)).toEqual([]);
    const again = open();
    expect([again.recovered, again.setAside, companyOf(again)]).toEqual([true, null, SECRET]);
    again.save();
    again.abandon();
    const last = open();
    expect([last.recovered, last.setAside, companyOf(last)]).toEqual([false, null, SECRET]);
    last.close();
  });

  it('never loses what could not be saved to a file changed elsewhere meanwhile: it is set aside, sealed', () => {
    const { path, folders, open } = makeSealed();
    const first = readFileSync(path);
    const project = open();
    setCompany(project, SECRET);
    project.abandon();
    const elsewhere = openProjectFile(path, 'write', { ...folders, stateFolder: join(dirname(path), 'other state') }, PASSWORD);
    setCompany(elsewhere, '乙公司');
    elsewhere.close();
    expect(readFileSync(path).equals(first)).toBe(false);
    const again = open();
    expect([again.recovered, companyOf(again)]).toEqual([false, '乙公司']);
    const aside = openProjectFile(again.setAside!, 'read', folders, PASSWORD);
    expect(companyOf(aside)).toBe(SECRET);
    aside.close();
    again.close();
  });

  it('refuses changes when it was opened for reading, and when it has grown to what memory may hold', () => {
    const { open } = makeSealed();
    const reader = open('read');
    expect(codeOf(() => setCompany(reader, '甲'))).toBe('project-read-only');
    reader.close();
    const project = open();
    project.write((db) => db.run(sql`PRAGMA max_page_count = 120`));
    const fillUp = () => project.write((db) => db.run(sql`INSERT INTO file VALUES ('h', 1, 'x', ${new Uint8Array(2_000_000)})`));
    expect(codeOf(fillUp)).toBe('sealed-full');
    expect(project.db.all(sql`SELECT hash FROM file`)).toEqual([]);
    project.close();
  });
});
