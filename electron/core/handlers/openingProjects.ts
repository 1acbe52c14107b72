import { existsSync } from 'node:fs';
import { basename, join, parse } from 'node:path';
import { newId } from '../../../shared/domain/ids';
import type { ParsedLetter } from '../../../shared/domain/letter';
import type { ProjectOverview } from '../../../shared/domain/project';
import { AppError } from '../../../shared/ipc/errors';
import { parseLetter } from '../../../shared/letter/parseLetter';
import { createProjectFile, isSameFile, openProjectFile, type ProjectFile } from '../db/file/projectFile';
import type { WritableDb } from '../db/handles';
import { storeFile } from '../db/queries/files';
import { insertLetter } from '../db/queries/letters';
import { insertProject } from '../db/queries/projectDetails';
import { insertReplyWithSections } from '../db/queries/replies';
import { listUnfinishedSources, removeUnfinishedSource } from '../db/queries/sources';
import { readLetterText } from '../import/readLetterText';
import { readNamedFile } from '../readNamedFile';
import type { NamedFile, Session } from '../session';
import { nameProject } from './nameProject';
import { createDetails } from './detailsOfLetter';
import { describeProject } from './overview';
import { createSections } from './replyTemplate';

/** What a project's file name ends with. */
export const PROJECT_EXTENSION = '.huihan';

/**
 * Opens a project file in place of the one that is open, which is then published and closed. When the new one cannot be opened, or the former not
 * published, the former stays open. Opening the open project again saves it.
 */
export async function openAndShow(session: Session, path: string, mode: 'read' | 'write'): Promise<ProjectOverview> {
  const former = session.findProject();
  if (former && isSameFile(former.path, path)) {
    if (former.readOnly === (mode === 'read')) {
      if (!former.readOnly) session.publishNow();
      return describeProject(former);
    }
    await session.closeProject();
  }
  const project = openProjectFile(path, mode, session.settings);
  await replaceProject(session, project);
  const unfinished = project.readOnly ? [] : listUnfinishedSources(project.db);
  if (unfinished.length > 0) {
    project.write((db) => {
      for (const sourceId of unfinished) removeUnfinishedSource(db, sourceId);
    });
  }
  if (project.recovered) session.publishSoon();
  return describeProject(project);
}

async function replaceProject(session: Session, project: ProjectFile): Promise<void> {
  try {
    await session.closeProject();
  } catch (error) {
    project.abandon();
    throw error;
  }
  session.setProject(project);
}

/** Makes a project from a letter file and opens it. `target` null: in the projects folder, called after company and letter. Throws no-questions, not-a-letter, project-exists. */
export async function createFromLetter(session: Session, letter: NamedFile, target: string | null): Promise<ProjectOverview> {
  const bytes = await readNamedFile(letter);
  const { text } = await readLetterText(bytes, letter.name);
  const parsed = parseLetter(text);
  if (parsed.problems.some(({ code }) => code === 'not-a-letter')) throw new AppError('not-a-letter', { file: letter.name });
  if (parsed.questions.length === 0) throw new AppError('no-questions', { file: letter.name });
  const path = target ?? findFreePath(session.settings.projectsFolder, nameProject(parsed.header, parse(letter.name).name));
  if (existsSync(path)) throw new AppError('project-exists', { file: basename(path) });
  await replaceProject(
    session,
    createProjectFile(path, session.settings, (db) => fillProject(db, parsed, bytes, letter.name)),
  );
  return describeProject(session.getProject());
}

function fillProject(db: WritableDb, parsed: ParsedLetter, bytes: Uint8Array, fileName: string): void {
  insertProject(db, newId(), createDetails(parsed.header));
  const file = storeFile(db, bytes, 'application/octet-stream');
  const letter = insertLetter(db, parsed, file, fileName);
  for (const question of letter.questions) insertReplyWithSections(db, question.questionId, createSections(question));
}

function findFreePath(folder: string, name: string): string {
  for (let copy = 1; ; copy += 1) {
    const path = join(folder, `${name}${copy === 1 ? '' : ` ${copy}`}${PROJECT_EXTENSION}`);
    if (!existsSync(path)) return path;
  }
}
