import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { hostname } from 'node:os';
import { describe, expect, it } from 'vitest';
import { codeOf, makeProject } from '../../testing/projectOnDisk';
import { lockPathOf } from './ownerLock';

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
