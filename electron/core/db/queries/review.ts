import type { ChangeId, DecisionId, QuestionId, VersionId } from '../../../../shared/domain/ids';
import { message } from '../../../../shared/domain/message';
import type { ReviewChange, ReviewDecision, Verdict } from '../../../../shared/domain/review';
import { AppError } from '../../../../shared/ipc/errors';
import { reviewAnchor, reviewPayload } from '../../../../shared/ipc/reviewSchema';
import { timestamp } from '../../timestamp';
import type { ReadableDb } from '../handles';
import type { Recorder } from '../history/recordedWrite';
import { sql } from '../sql';

type ChangeRow = {
  changeId: ChangeId;
  author: string;
  at: string;
  baseVersionId: VersionId | null;
  questionId: QuestionId | null;
  anchor: string;
  payload: string;
};

/** Changes of one question, or all, with the decisions on them. */
export function listReview(db: ReadableDb, questionId: QuestionId | null = null): { changes: ReviewChange[]; decisions: ReviewDecision[] } {
  const changes = db
    .all<ChangeRow>(sql`SELECT * FROM change WHERE ${questionId} IS NULL OR questionId = ${questionId} ORDER BY at, changeId`)
    .map(toChange);
  const ids = changes.map((change) => change.changeId);
  const decisions = db.all<ReviewDecision>(sql`
    SELECT decisionId, changeId, author, at, verdict, note FROM decision WHERE changeId IN ${sql.list(ids)} ORDER BY at, decisionId`);
  return { changes, decisions };
}

/** The changes named, in the order named. Throws not-found. */
export function getChanges(db: ReadableDb, changeIds: readonly ChangeId[]): ReviewChange[] {
  const rows = new Map(
    db.all<ChangeRow>(sql`SELECT * FROM change WHERE changeId IN ${sql.list(changeIds)}`).map((row) => [row.changeId, row]),
  );
  return changeIds.map((changeId) => {
    const row = rows.get(changeId);
    if (!row) throw new AppError('not-found', { what: message('what.change'), id: changeId });
    return toChange(row);
  });
}

function toChange({ questionId: _questionId, anchor, payload, ...row }: ChangeRow): ReviewChange {
  return { ...row, anchor: reviewAnchor.parse(JSON.parse(anchor)), payload: reviewPayload.parse(JSON.parse(payload)) };
}

/** Adds a change; one that is there already stays as it is. Returns whether it was new. */
export function insertChange(db: ReadableDb, recorder: Recorder, change: ReviewChange): boolean {
  if (db.get(sql`SELECT 1 FROM change WHERE changeId = ${change.changeId}`)) return false;
  recorder.insertRow('change', { changeId: change.changeId, ...toColumns(change) });
  return true;
}

/** Changes a row that has not left the program yet: see `listSentIds`. */
export function updateUnsentChange(recorder: Recorder, change: ReviewChange): void {
  recorder.updateRow('change', { changeId: change.changeId }, toColumns(change));
}

/** Takes a row away that has not left the program yet. */
export function deleteUnsentChange(recorder: Recorder, changeId: ChangeId): void {
  recorder.deleteRow('change', { changeId });
}

function toColumns({ author, at, baseVersionId, anchor, payload }: ReviewChange) {
  return { author, at, baseVersionId, questionId: anchor.questionId, anchor: JSON.stringify(anchor), payload: JSON.stringify(payload) };
}

/** Adds a decision; one that is there already stays as it is. Returns whether it was new. */
export function insertDecision(db: ReadableDb, recorder: Recorder, decision: ReviewDecision): boolean {
  const { decisionId, ...columns } = decision;
  if (db.get(sql`SELECT 1 FROM decision WHERE decisionId = ${decisionId}`)) return false;
  recorder.insertRow('decision', { decisionId, ...columns });
  return true;
}

/** A decision made now. */
export function newDecision(
  decisionId: DecisionId,
  { changeId, author, verdict, note }: { changeId: ChangeId; author: string; verdict: Verdict; note: string },
): ReviewDecision {
  return { decisionId, changeId, author, at: timestamp(), verdict, note };
}

/** Ids of the changes that have left the program or came from another: immutable. */
export function listSentIds(db: ReadableDb, changeIds: readonly ChangeId[]): Set<ChangeId> {
  const rows = db.all<{ changeId: ChangeId }>(sql`SELECT DISTINCT changeId FROM exchange_change WHERE changeId IN ${sql.list(changeIds)}`);
  return new Set(rows.map((row) => row.changeId));
}
