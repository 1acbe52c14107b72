import { newId } from '../../../../shared/domain/ids';
import type { VerifierRole } from '../../../../shared/domain/letter';
import type { OpinionDifference } from '../../../../shared/domain/opinion';
import type { ReadableDb } from '../handles';
import type { Recorder } from '../history/recordedWrite';
import { sql } from '../sql';

/** A difference from one verifier's document that somebody accepted, with the reason. */
export type AcceptedDifference = OpinionDifference & { differenceId: string; reason: string };

/** What was accepted of one verifier's differences. */
export function listAcceptedDifferences(db: ReadableDb, verifier: VerifierRole): AcceptedDifference[] {
  return db.all<AcceptedDifference>(
    sql`SELECT differenceId, kind, question, ours, theirs, reason FROM accepted_difference WHERE verifier = ${verifier} ORDER BY rowid`,
  );
}

/** The accepted one that says the same, or undefined. */
export function findAccepted(
  accepted: readonly AcceptedDifference[],
  { kind, question, ours, theirs }: Omit<OpinionDifference, 'reason'>,
): AcceptedDifference | undefined {
  return accepted.find((one) => one.kind === kind && one.question === question && one.ours === ours && one.theirs === theirs);
}

/** Accepts a difference; without a reason it is open again. */
export function setAccepted(
  db: ReadableDb,
  recorder: Recorder,
  verifier: VerifierRole,
  { kind, question, ours, theirs }: Omit<OpinionDifference, 'reason'>,
  reason: string | null,
): void {
  const known = findAccepted(listAcceptedDifferences(db, verifier), { kind, question, ours, theirs });
  const values = { verifier, kind, question, ours, theirs, reason: reason ?? '' };
  if (reason === null) {
    if (known) recorder.deleteRow('accepted_difference', { differenceId: known.differenceId });
  } else if (known) recorder.updateRow('accepted_difference', { differenceId: known.differenceId }, values);
  else recorder.insertRow('accepted_difference', { differenceId: newId(), ...values });
}
