import type { ChangedFigure } from '../../../shared/domain/figure';
import type { Finding } from '../../../shared/domain/finding';
import type { TableId } from '../../../shared/domain/ids';
import { runChecks } from '../../../shared/checks/runChecks';
import type { ReadableDb } from '../db/handles';
import { readSnapshot } from '../db/queries/snapshot';

/** What the checks say about a table and the replies whose figures changed with it. */
export function findConcerns(db: ReadableDb, tableId: TableId, changed: readonly ChangedFigure[]): Finding[] {
  const questions = new Set<string>(changed.map((change) => change.questionId));
  return runChecks(readSnapshot(db)).filter((finding) =>
    finding.places.some((place) => place.tableId === tableId || (place.questionId !== undefined && questions.has(place.questionId))),
  );
}
