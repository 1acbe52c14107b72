import type { VersionId } from '../../../shared/domain/ids';
import type { VersionDifference } from '../../../shared/domain/versionDifference';
import { compareStates, type ComparedState } from '../../../shared/review/compareStates';
import type { ReadableDb } from '../db/handles';
import { listQuestions } from '../db/queries/letters';
import { readVersionState } from '../db/queries/versionSnapshot';
import { readShownTables } from '../db/queries/readShownTables';
import { listReplies } from '../db/queries/replies';

/** Differences from one version to another; null is the project as it is now. Throws not-found. */
export function compareVersions(db: ReadableDb, from: VersionId | null, to: VersionId | null): VersionDifference[] {
  const numbers = new Map(listQuestions(db).map((question) => [question.questionId, question.no]));
  return compareStates(readState(db, from), readState(db, to), numbers);
}

function readState(db: ReadableDb, versionId: VersionId | null): ComparedState {
  if (versionId !== null) return readVersionState(db, versionId);
  return { replies: listReplies(db), tables: readShownTables(db) };
}
