import type { ProjectId } from '../../../../shared/domain/ids';
import type { ProjectDetails } from '../../../../shared/domain/project';
import { assert } from '../../../../shared/util/assert';
import type { ReadableDb, WritableDb } from '../handles';
import type { Recorder } from '../history/recordedWrite';
import { sql } from '../sql';

type ProjectRow = Omit<ProjectDetails, 'closing'> & { projectId: ProjectId; closing: number };

/** Writes the one row of a new project. */
export function insertProject(db: WritableDb, projectId: ProjectId, details: ProjectDetails): void {
  db.run(sql`
    INSERT INTO project (only, projectId, company, shortName, code, announcementNo, exchange, title, preamble, closing, signedOn, signature)
    VALUES (1, ${projectId}, ${details.company}, ${details.shortName}, ${details.code}, ${details.announcementNo}, ${details.exchange},
      ${details.title}, ${details.preamble}, ${details.closing ? 1 : 0}, ${details.signedOn}, ${details.signature})`);
}

/** The project's id and what its documents print. */
export function getProject(db: ReadableDb): { projectId: ProjectId; details: ProjectDetails } {
  const row = db.get<ProjectRow>(sql`
    SELECT projectId, company, shortName, code, announcementNo, exchange, title, preamble, closing, signedOn, signature FROM project`);
  assert(row, 'a project has its own row');
  const { projectId, ...details } = row;
  return { projectId, details: { ...details, closing: row.closing === 1 } };
}

/** Changes what the documents print. */
export function updateDetails(recorder: Recorder, details: ProjectDetails): void {
  recorder.updateRow('project', { only: 1 }, { ...details, closing: details.closing ? 1 : 0 });
}
