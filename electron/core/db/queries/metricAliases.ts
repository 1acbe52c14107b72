import type { AliasDecision, AliasPair } from '../../../../shared/domain/metricAlias';
import type { ReadableDb } from '../handles';
import type { Recorder } from '../history/recordedWrite';
import { sql } from '../sql';

/** What was decided on names of metrics, in the order decided. */
export function listAliasDecisions(db: ReadableDb): AliasDecision[] {
  return db.all<AliasDecision>(sql`SELECT first, second, verdict, actor, at FROM metric_alias ORDER BY at, first, second`);
}

/** Decides on a pair; one that was decided already gets the new verdict. */
export function putAliasDecision(db: ReadableDb, recorder: Recorder, { first, second, ...values }: AliasDecision): void {
  if (isDecided(db, { first, second })) recorder.updateRow('metric_alias', { first, second }, values);
  else recorder.insertRow('metric_alias', { first, second, ...values });
}

/** Takes a decision back; a pair nobody decided on is left so. */
export function removeAliasDecision(db: ReadableDb, recorder: Recorder, { first, second }: AliasPair): void {
  if (isDecided(db, { first, second })) recorder.deleteRow('metric_alias', { first, second });
}

function isDecided(db: ReadableDb, { first, second }: AliasPair): boolean {
  return db.get(sql`SELECT 1 FROM metric_alias WHERE first = ${first} AND second = ${second}`) !== undefined;
}
