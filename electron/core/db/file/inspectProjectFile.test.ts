import { copyFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../../shared/ipc/errors';
import { codeOf, companyOf, makeProject } from '../../testing/projectOnDisk';
import { connect } from '../connection';
import { lockPathOf } from './ownerLock';
import { openProjectFile } from './projectFile';
import { message } from '../../../../shared/domain/message';

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
      message('reason.schemaDiffers', { difference: 'evil' }),
    ]);
    expect(tamper('v.huihan', 'CREATE VIEW spy AS SELECT * FROM project')).toEqual([
      'project-damaged',
      message('reason.schemaDiffers', { difference: 'spy' }),
    ]);
    expect(tamper('i.huihan', 'DROP INDEX link_table')).toEqual([
      'project-damaged',
      message('reason.schemaDiffers', { difference: 'link_table' }),
    ]);
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
    const backup = (refusal as AppError).data['backup'] as string;
    copyFileSync(backup, path);
    const project = open();
    expect(companyOf(project)).toBe('示例股份有限公司');
    project.close();
  });
});
