import type { DefinedTerm } from '../../../../shared/domain/definedTerm';
import { newId, type TermId } from '../../../../shared/domain/ids';
import { message } from '../../../../shared/domain/message';
import { AppError } from '../../../../shared/ipc/errors';
import type { ReadableDb } from '../handles';
import type { Recorder } from '../history/recordedWrite';
import { sql } from '../sql';

/** Every term written down, in the order made. */
export function listDefinedTerms(db: ReadableDb): DefinedTerm[] {
  return db.all<DefinedTerm>(sql`SELECT termId, term, fullName FROM defined_term ORDER BY position`);
}

/** One term; throws not-found. */
export function getDefinedTerm(db: ReadableDb, termId: TermId): DefinedTerm {
  const found = listDefinedTerms(db).find((one) => one.termId === termId);
  if (!found) throw new AppError('not-found', { what: message('what.term'), id: termId });
  return found;
}

/** Writes a term down behind the others. */
export function addDefinedTerm(db: ReadableDb, recorder: Recorder, { term, fullName }: Omit<DefinedTerm, 'termId'>): DefinedTerm {
  const next = db.get<{ next: number }>(sql`SELECT coalesce(max(position) + 1, 0) AS next FROM defined_term`)!.next;
  const added = { termId: newId<'term'>(), term, fullName };
  recorder.insertRow('defined_term', { ...added, position: next });
  return added;
}

/** Changes a term. Throws not-found. */
export function updateDefinedTerm(db: ReadableDb, recorder: Recorder, { termId, term, fullName }: DefinedTerm): DefinedTerm {
  getDefinedTerm(db, termId);
  recorder.updateRow('defined_term', { termId }, { term, fullName });
  return { termId, term, fullName };
}

/** Takes a term off the page. Throws not-found. */
export function removeDefinedTerm(db: ReadableDb, recorder: Recorder, termId: TermId): void {
  getDefinedTerm(db, termId);
  recorder.deleteRow('defined_term', { termId });
}
