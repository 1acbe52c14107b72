import { join } from 'node:path';
import type { ProjectDetails } from '../../../shared/domain/project';
import { AppError } from '../../../shared/ipc/errors';
import { createProjectFile, openProjectFile, type ProjectFile } from '../db/file/projectFile';
import type { WritableDb } from '../db/handles';
import { getProject, insertProject } from '../db/queries/projectDetails';
import { sql } from '../db/sql';
import { makeTemporaryFolder } from './temporaryFolder';

const DETAILS: ProjectDetails = {
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
};

/** Writes the first rows of a project without a letter. */
export function fill(db: WritableDb): void {
  insertProject(db, 'p' as never, DETAILS);
}

/** A change that is easy to look for. */
export function setCompany(project: ProjectFile, company: string): void {
  project.write((db) => db.run(sql`UPDATE project SET company = ${company}`));
}

/** What `setCompany` set. */
export function companyOf(project: ProjectFile): string {
  return getProject(project.db).details.company;
}

/** A closed project on disk, and how to open it. */
export function makeProject() {
  const folder = makeTemporaryFolder();
  const path = join(folder, '某事项.huihan');
  const folders = { stateFolder: join(folder, 'state'), actor: '张三' };
  createProjectFile(path, folders, fill).close();
  return { folder, path, folders, open: (mode: 'read' | 'write' = 'write') => openProjectFile(path, mode, folders) };
}

/** The code of the refusal `work` ends in. */
export function codeOf(work: () => unknown): unknown {
  try {
    work();
  } catch (error) {
    return error instanceof AppError ? error.code : error;
  }
  return 'no error';
}
