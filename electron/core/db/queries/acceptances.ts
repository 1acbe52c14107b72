import type { Acceptance } from '../../../../shared/domain/acceptance';
import { message } from '../../../../shared/domain/message';
import { AppError } from '../../../../shared/ipc/errors';
import type { ReadableDb } from '../handles';
import type { Recorder } from '../history/recordedWrite';
import { sql } from '../sql';

/** Accepted findings, in the order they were accepted. */
export function listAcceptances(db: ReadableDb): Acceptance[] {
  return db.all<Acceptance>(sql`SELECT key, rule, reason, actor, at FROM acceptance ORDER BY at, key`);
}

/** Accepts a finding; one that is accepted already gets the new reason. */
export function putAcceptance(db: ReadableDb, recorder: Recorder, { key, ...values }: Acceptance): void {
  if (isAccepted(db, key)) recorder.updateRow('acceptance', { key }, values);
  else recorder.insertRow('acceptance', { key, ...values });
}

/** Takes an acceptance back. Throws not-found. */
export function removeAcceptance(db: ReadableDb, recorder: Recorder, key: string): void {
  if (!isAccepted(db, key)) throw new AppError('not-found', { what: message('what.acceptance'), id: '' });
  recorder.deleteRow('acceptance', { key });
}

function isAccepted(db: ReadableDb, key: string): boolean {
  return db.get(sql`SELECT 1 FROM acceptance WHERE key = ${key}`) !== undefined;
}
