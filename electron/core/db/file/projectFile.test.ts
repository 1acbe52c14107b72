import { execFileSync } from 'node:child_process';
import { chmodSync, copyFileSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../../shared/ipc/errors';
import { cleanUpAfterTest, makeTemporaryFolder } from '../../testing/temporaryFolder';
import { connect } from '../connection';
import type { WritableDb } from '../handles';
import { migrate } from '../migrations/migrate';
import { LATEST_VERSION, MIGRATIONS } from '../migrations/migrations';
import { getProject, insertProject } from '../queries/projectDetails';
import { sql } from '../sql';
import { lockPathOf } from './ownerLock';
import { createProjectFile, openProjectFile, type ProjectFile, saveProjectAs } from './projectFile';

const DETAILS = {
  company: '示例股份有限公司',
  shortName: '示例',
  code: '300999',
  announcementNo: '',
  exchange: 'szse',
  title: '',
  preamble: '',
  closing: true,
  signedOn: '',
  signature: '',
} as const;

function fill(db: WritableDb): void {
  insertProject(db, 'p' as never, DETAILS);
}

function setCompany(project: ProjectFile, company: string): void {
  project.write((db) => db.run(sql`UPDATE project SET company = ${company}`));
}

function companyOf(project: ProjectFile): string {
  return getProject(project.db).details.company;
}

/** A closed project on disk, and how to open it. */
function makeProject() {
  const folder = makeTemporaryFolder();
  const path = join(folder, '某事项.huihan');
  const folders = { stateFolder: join(folder, 'state'), actor: '张三' };
  createProjectFile(path, folders, fill).close();
  return { folder, path, folders, open: (mode: 'read' | 'write' = 'write') => openProjectFile(path, mode, folders) };
}

function codeOf(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error instanceof AppError ? error.code : error;
  }
  return 'no error';
}

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

describe('the owner lock', () => {
  it('refuses a project that is open, naming who holds it', () => {
    const { open } = makeProject();
    const project = open();
    let refusal: unknown;
    try {
      open();
    } catch (error) {
      refusal = error;
    }
    expect(refusal).toMatchObject({ code: 'project-locked', data: { file: '某事项.huihan', owner: `张三（${hostname()}）` } });
    const reader = open('read');
    expect(reader.readOnly).toBe(true);
    reader.close();
    project.close();
    open().close();
  });

  it('is taken over from a dead process of this machine and from an unreadable lock, not from another machine', () => {
    const { path, open } = makeProject();
    const dead = Number(execFileSync(process.execPath, ['-p', 'process.pid']).toString());
    const lock = { owner: '李四', machine: hostname(), pid: dead, since: new Date().toISOString(), nonce: 'n' };
    writeFileSync(lockPathOf(path), JSON.stringify(lock));
    open().close();
    writeFileSync(lockPathOf(path), '');
    open().close();
    writeFileSync(lockPathOf(path), JSON.stringify({ ...lock, machine: '另一台电脑' }));
    expect(codeOf(() => open())).toBe('project-locked');
    rmSync(lockPathOf(path));
  });

  it('of this process number but an earlier process is stale', () => {
    const { path, open } = makeProject();
    writeFileSync(
      lockPathOf(path),
      JSON.stringify({ owner: '李四', machine: hostname(), pid: process.pid, since: new Date().toISOString(), nonce: 'n' }),
    );
    open().close();
  });
});

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

describe('a file that is no whole project of this version', () => {
  const change = (path: string, offset: number, value: number) => {
    const bytes = readFileSync(path);
    bytes.writeUInt32BE(value, offset);
    writeFileSync(path, bytes);
  };

  it('is refused by its own code, unchanged and without a lock left behind', () => {
    const { folder, path, folders } = makeProject();
    const refuse = (name: string, prepare: (file: string) => void) => {
      const file = join(folder, name);
      copyFileSync(path, file);
      prepare(file);
      const before = readFileSync(file);
      const codes = (['read', 'write'] as const).map((mode) => codeOf(() => openProjectFile(file, mode, folders)));
      expect(readFileSync(file).equals(before)).toBe(true);
      expect(existsSync(lockPathOf(file))).toBe(false);
      expect(codes[0]).toBe(codes[1]);
      return codes[0];
    };
    expect(refuse('a.huihan', (file) => writeFileSync(file, ''))).toBe('file-empty');
    expect(refuse('b.huihan', (file) => writeFileSync(file, '这不是项目'))).toBe('project-foreign');
    expect(refuse('c.huihan', (file) => change(file, 68, 0x12345678))).toBe('project-foreign');
    expect(refuse('d.huihan', (file) => change(file, 60, 99_990))).toBe('project-newer');
    expect(refuse('e.huihan', (file) => change(file, 60, 15))).toBe('project-damaged');
    expect(refuse('f.huihan', (file) => writeFileSync(file, readFileSync(file).subarray(0, 20_000)))).toBe('project-damaged');
    expect(
      refuse('g.huihan', (file) => {
        const bytes = readFileSync(file);
        bytes.fill(0xa5, 5_000, bytes.length - 500);
        writeFileSync(file, bytes);
      }),
    ).toBe('project-damaged');
    expect(codeOf(() => openProjectFile(join(folder, 'none.huihan'), 'write', folders))).toBe('file-not-found');
    expect(codeOf(() => openProjectFile(folder, 'read', folders))).toBe('file-unreadable');
  });

  it('is refused when its schema holds anything of another’s: a trigger, a view, a missing index', () => {
    const { folder, path, folders } = makeProject();
    const tamper = (name: string, script: string) => {
      const file = join(folder, name);
      copyFileSync(path, file);
      const connection = connect(file, 'write');
      connection.exec(`PRAGMA journal_mode = DELETE; ${script}`);
      connection.close();
      let refusal: unknown;
      try {
        openProjectFile(file, 'write', folders);
      } catch (error) {
        refusal = error;
      }
      return refusal instanceof AppError ? [refusal.code, refusal.data['reason']] : refusal;
    };
    expect(tamper('t.huihan', 'CREATE TRIGGER evil AFTER UPDATE ON project BEGIN DELETE FROM letter; END')).toEqual([
      'project-damaged',
      '结构与预期不符：evil',
    ]);
    expect(tamper('v.huihan', 'CREATE VIEW spy AS SELECT * FROM project')).toEqual(['project-damaged', '结构与预期不符：spy']);
    expect(tamper('i.huihan', 'DROP INDEX link_table')).toEqual(['project-damaged', '结构与预期不符：link_table']);
  });

  it('names the newest backup when it is damaged', () => {
    const { path, open } = makeProject();
    open().close();
    writeFileSync(path, readFileSync(path).subarray(0, 8_192));
    let refusal: unknown;
    try {
      open();
    } catch (error) {
      refusal = error;
    }
    expect(refusal).toMatchObject({ code: 'project-damaged', data: { backup: expect.stringMatching(/backups.*\.huihan$/) } });
    const backup = String((refusal as AppError).data['backup']);
    copyFileSync(backup, path);
    const project = open();
    expect(companyOf(project)).toBe('示例股份有限公司');
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
