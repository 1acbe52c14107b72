import { existsSync } from 'node:fs';
import { basename, join, parse } from 'node:path';
import { newId } from '../../../shared/domain/ids';
import type { ProjectOverview } from '../../../shared/domain/project';
import { AppError } from '../../../shared/ipc/errors';
import type { LetterInput } from '../../../shared/ipc/letterSchema';
import { createProjectFile, isSameFile, openProjectFile, type ProjectFile } from '../db/file/projectFile';
import type { Seal } from '../db/file/sealedFile';
import type { WritableDb } from '../db/handles';
import { startRecording } from '../db/history/recordedWrite';
import { refreshDerived } from '../db/history/refreshDerived';
import { insertProject } from '../db/queries/projectDetails';
import { listUnfinishedSources, removeUnfinishedSource } from '../db/queries/sources';
import type { Session } from '../session';
import { nameProject } from './nameProject';
import { createDetails } from './detailsOfLetter';
import { describeProject } from './overview';
import { type LetterAsRead, readLetter, refuseUnanswerable, storeLetter } from './addLetter';

/** What a project's file name ends with. */
export const PROJECT_EXTENSION = '.huihan';

/**
 * Opens a project file in place of the one that is open, which is then published and closed. When the new one cannot be opened, or the former not
 * published, the former stays open. Opening the open project again saves it.
 */
export async function openAndShow(
  session: Session,
  path: string,
  mode: 'read' | 'write',
  secret: string | Seal | null = null,
): Promise<ProjectOverview> {
  const former = session.findProject();
  let key = secret;
  if (former && isSameFile(former.path, path)) {
    if (former.readOnly === (mode === 'read')) {
      if (!former.readOnly) session.publishNow();
      return describeProject(former);
    }
    key ??= former.seal;
    await session.closeProject();
  }
  const project = openProjectFile(path, mode, session.settings, key);
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

/** Makes a project from a letter and opens it. `target` null: in the projects folder, called after company and letter. Throws no-questions, not-a-letter, project-exists. */
export async function createFromLetter(session: Session, input: LetterInput, target: string | null): Promise<ProjectOverview> {
  const letter = await readLetter(session, input);
  const { parsed, fileName } = letter;
  refuseUnanswerable(letter);
  const path = target ?? findFreePath(session.settings.projectsFolder, nameProject(parsed.header, parse(fileName).name));
  if (existsSync(path)) throw new AppError('project-exists', { file: basename(path) });
  await replaceProject(
    session,
    createProjectFile(path, session.settings, (db) => fillProject(db, letter)),
  );
  return describeProject(session.getProject());
}

/** The letter comes with the project: undo has nothing before it. */
function fillProject(db: WritableDb, letter: LetterAsRead): void {
  insertProject(db, newId(), createDetails(letter.parsed.header));
  const recorder = startRecording(db);
  storeLetter(db, recorder, letter, null);
  refreshDerived(db, recorder.changes.values());
}

function findFreePath(folder: string, name: string): string {
  for (let copy = 1; ; copy += 1) {
    const path = join(folder, `${name}${copy === 1 ? '' : ` ${copy}`}${PROJECT_EXTENSION}`);
    if (!existsSync(path)) return path;
  }
}
