import type { Deferral } from '../../../../shared/domain/deferral';
import { type DeferralId, newId } from '../../../../shared/domain/ids';
import { AppError } from '../../../../shared/ipc/errors';
import type { ReadableDb } from '../handles';
import type { Recorder } from '../history/recordedWrite';
import { sql } from '../sql';
import { message } from '../../../../shared/domain/message';

type DeferralRow = Omit<Deferral, 'apology'> & { apology: number };

/** Deferrals of every letter, in the order announced. */
export function listDeferrals(db: ReadableDb): Deferral[] {
  return db
    .all<DeferralRow>(sql`
      SELECT deferralId, letterId, announcedOn, dueOn, reason, apology FROM deferral JOIN letter USING (letterId)
      ORDER BY letter.position, deferral.position`)
    .map((row) => ({ ...row, apology: row.apology === 1 }));
}

/** Adds a deferral behind the others of its letter. Throws not-found. */
export function addDeferral(db: ReadableDb, recorder: Recorder, deferral: Omit<Deferral, 'deferralId'>): Deferral {
  const { letterId, announcedOn, dueOn, reason, apology } = deferral;
  const letter = db.get<{ next: number }>(sql`
    SELECT (SELECT coalesce(max(position) + 1, 0) FROM deferral WHERE letterId = letter.letterId) AS next FROM letter WHERE letterId = ${letterId}`);
  if (!letter) throw new AppError('not-found', { what: message('what.letter'), id: letterId });
  const deferralId = newId<'deferral'>();
  recorder.insertRow('deferral', { deferralId, letterId, position: letter.next, announcedOn, dueOn, reason, apology: apology ? 1 : 0 });
  return { deferralId, letterId, announcedOn, dueOn, reason, apology };
}

/** Removes a deferral. Throws not-found. */
export function removeDeferral(db: ReadableDb, recorder: Recorder, deferralId: DeferralId): void {
  if (!listDeferrals(db).some((deferral) => deferral.deferralId === deferralId))
    throw new AppError('not-found', { what: message('what.deferral'), id: deferralId });
  recorder.deleteRow('deferral', { deferralId });
}
