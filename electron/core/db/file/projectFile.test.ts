import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../../shared/ipc/errors';
import { codeOf, companyOf, fill, makeProject, setCompany } from '../../testing/projectOnDisk';
import { cleanUpAfterTest, makeTemporaryFolder } from '../../testing/temporaryFolder';
import { sql } from '../sql';
import { lockPathOf } from './ownerLock';
import { createProjectFile, openProjectFile, saveProjectAs } from './projectFile';

describe('a project file', () => {
  it('is one file in rollback journal mode that opens alone after closing', () => {
    const { folder, path, open } = makeProject();
    expect(readdirSync(folder).sort()).toEqual(['state', '某事项.huihan']);
    expect([...readFileSync(path).subarray(18, 20)]).toEqual([1, 1]);
    const project = open('read');
    expect(companyOf(project)).toBe('示例股份有限公司');
    expect(project.checkIntegrity()).toBe('ok');
    project.close();
    expect(readdirSync(folder).sort()).toEqual(['state', '某事项.huihan']);
  });

  it('refuses to be made where a file stands, and leaves that file and no lock behind', () => {
    const { folder, path, folders } = makeProject();
    const before = readFileSync(path);
    expect(codeOf(() => createProjectFile(path, folders, fill))).toBe('project-exists');
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(existsSync(lockPathOf(path))).toBe(false);
    expect(
      codeOf(() =>
        createProjectFile(join(folder, 'b.huihan'), folders, () => {
          throw new AppError('no-questions', { file: '函.txt' });
        }),
      ),
    ).toBe('no-questions');
    expect(readdirSync(folder).sort()).toEqual(['state', '某事项.huihan']);
  });

  it('keeps changes in the working copy until it is saved', () => {
    const { path, open, folders } = makeProject();
    const project = open();
    expect(project.hasUnpublished()).toBe(false);
    setCompany(project, '甲公司');
    expect(project.hasUnpublished()).toBe(true);
    const reader = openProjectFile(path, 'read', folders);
    expect(companyOf(reader)).toBe('示例股份有限公司');
    reader.close();
    project.save();
    expect(project.hasUnpublished()).toBe(false);
    const again = openProjectFile(path, 'read', folders);
    expect(companyOf(again)).toBe('甲公司');
    again.close();
    project.close();
  });

  it('publishes on close and leaves neither lock nor working copy', () => {
    const { path, open, folders } = makeProject();
    const project = open();
    setCompany(project, '乙公司');
    project.close();
    expect(existsSync(lockPathOf(path))).toBe(false);
    expect(readdirSync(join(folders.stateFolder, 'working'))).toEqual([]);
    const reader = open('read');
    expect(companyOf(reader)).toBe('乙公司');
    reader.close();
  });

  it('is kept whole or not at all by a write that throws', () => {
    const { open } = makeProject();
    const project = open();
    expect(() =>
      project.write((db) => {
        db.run(sql`UPDATE project SET company = ${'丙'}`);
        throw new Error('stop');
      }),
    ).toThrow('stop');
    expect(companyOf(project)).toBe('示例股份有限公司');
    expect(project.hasUnpublished()).toBe(false);
    project.close();
  });

  it('is written elsewhere by saving as, and the former file stays', () => {
    const { folder, open, folders } = makeProject();
    const project = open();
    setCompany(project, '丁公司');
    const other = join(folder, '副本.huihan');
    saveProjectAs(project, other, '张三');
    const copy = openProjectFile(other, 'write', folders);
    expect(companyOf(copy)).toBe('丁公司');
    copy.close();
    project.close();
  });
});

/** A small disk of its own; null where the system does not let tests mount one. */
function mountSmallDisk(): string | null {
  const folder = makeTemporaryFolder();
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', folder], { stdio: 'ignore' });
  } catch {
    return null;
  }
  cleanUpAfterTest(() => void execFileSync('umount', [folder]));
  return folder;
}

describe('a disk that is full', () => {
  it('keeps the published file whole; the changes stay in the working copy and are published once there is room', (test) => {
    const disk = mountSmallDisk();
    if (disk === null) {
      test.skip('a disk of its own cannot be mounted here');
      return;
    }
    const path = join(disk, '某事项.huihan');
    const folders = { stateFolder: makeTemporaryFolder(), actor: '张三' };
    const project = createProjectFile(path, folders, fill);
    const before = readFileSync(path);
    setCompany(project, '辛公司');
    writeFileSync(join(disk, 'ballast'), new Uint8Array(2 * 1024 * 1024 - before.length - 60_000));
    expect(codeOf(() => project.save())).toBe('disk-full');
    expect(codeOf(() => project.close())).toBe('disk-full');
    expect(readFileSync(path).equals(before)).toBe(true);
    expect(readdirSync(disk).sort()).toEqual([basename(lockPathOf(path)), 'ballast', '某事项.huihan'].sort());
    rmSync(join(disk, 'ballast'));
    project.close();
    const reader = openProjectFile(path, 'read', folders);
    expect(companyOf(reader)).toBe('辛公司');
    reader.close();
  });

  it('is told as such and leaves both file and project as they were', () => {
    const { path, open } = makeProject();
    const project = open();
    const before = readFileSync(path);
    project.write((db) => db.run(sql`PRAGMA max_page_count = 120`));
    const fillUp = () =>
      project.write((db) => {
        for (let i = 0; i < 500; i += 1) db.run(sql`INSERT INTO file VALUES (${`h${i}`}, 1, 'x', ${new Uint8Array(4_000)})`);
      });
    expect(codeOf(fillUp)).toBe('disk-full');
    expect(project.db.all(sql`SELECT hash FROM file`)).toEqual([]);
    expect(readFileSync(path).equals(before)).toBe(true);
    project.close();
  });
});

/** The system lets root write everywhere; as root the work is done as nobody. */
function asOrdinaryUser<T>(work: () => T): T {
  if (process.getuid?.() !== 0) return work();
  process.seteuid!('nobody');
  try {
    return work();
  } finally {
    process.seteuid!('root');
  }
}

describe('a file or folder that cannot be written', () => {
  it.skipIf(process.platform === 'win32')('is opened for reading alone, and refuses changes', () => {
    const { folder, path, open } = makeProject();
    const refusals = () => {
      const project = open();
      expect(project.readOnly).toBe(true);
      expect(companyOf(project)).toBe('示例股份有限公司');
      const codes = [codeOf(() => setCompany(project, '庚公司')), codeOf(() => project.save())];
      project.close();
      return codes;
    };
    chmodSync(path, 0o444);
    chmodSync(folder, 0o755);
    expect(asOrdinaryUser(refusals)).toEqual(['project-read-only', 'project-read-only']);
    chmodSync(path, 0o666);
    chmodSync(folder, 0o555);
    expect(asOrdinaryUser(refusals)).toEqual(['project-read-only', 'project-read-only']);
    chmodSync(folder, 0o755);
  });

  it('refuses changes when it was opened for reading', () => {
    const { open } = makeProject();
    const project = open('read');
    expect(codeOf(() => setCompany(project, '庚公司'))).toBe('project-read-only');
    expect(codeOf(() => project.save())).toBe('project-read-only');
    project.close();
  });
});
