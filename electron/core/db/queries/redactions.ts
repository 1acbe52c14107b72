import { newId, type RedactionId } from '../../../../shared/domain/ids';
import { message } from '../../../../shared/domain/message';
import type { Redaction } from '../../../../shared/domain/redaction';
import { AppError } from '../../../../shared/ipc/errors';
import { redactionContent } from '../../../../shared/ipc/redactionSchema';
import type { ReadableDb } from '../handles';
import type { Recorder } from '../history/recordedWrite';
import { sql } from '../sql';

type RedactionRow = { redactionId: RedactionId; position: number; target: string; method: string; replacement: string; record: string };

/** What a redaction says, without its id. */
export type RedactionContent = Omit<Redaction, 'redactionId'>;

/** Every redaction, in the order made. */
export function listRedactions(db: ReadableDb): Redaction[] {
  return db.all<RedactionRow>(sql`SELECT * FROM redaction ORDER BY position`).map(parseRedaction);
}

/** A stored row as a redaction; throws when a damaged or foreign file holds anything else. */
export function parseRedaction({ redactionId, target, method, replacement, record }: Omit<RedactionRow, 'position'>): Redaction {
  const content = redactionContent.parse({
    target: JSON.parse(target),
    method,
    replacement,
    record: JSON.parse(record),
  } as RedactionContent);
  return { redactionId, ...content };
}

/** One redaction; throws not-found. */
export function getRedaction(db: ReadableDb, redactionId: RedactionId): Redaction {
  const found = listRedactions(db).find((one) => one.redactionId === redactionId);
  if (!found) throw new AppError('not-found', { what: message('what.redaction'), id: redactionId });
  return found;
}

/** Adds a redaction behind the others. */
export function insertRedaction(db: ReadableDb, recorder: Recorder, content: RedactionContent): Redaction {
  const redactionId = newId<'redaction'>();
  const position = db.get<{ next: number }>(sql`SELECT coalesce(max(position) + 1, 0) AS next FROM redaction`)!.next;
  recorder.insertRow('redaction', { redactionId, position, ...toValues(content) });
  return { redactionId, ...content };
}

/** Makes a redaction say something else. Throws not-found. */
export function updateRedaction(db: ReadableDb, recorder: Recorder, redactionId: RedactionId, content: RedactionContent): Redaction {
  getRedaction(db, redactionId);
  recorder.updateRow('redaction', { redactionId }, toValues(content));
  return { redactionId, ...content };
}

/** Shows again what a redaction withheld. Throws not-found. */
export function removeRedaction(db: ReadableDb, recorder: Recorder, redactionId: RedactionId): void {
  getRedaction(db, redactionId);
  recorder.deleteRow('redaction', { redactionId });
}

function toValues({ target, method, replacement, record }: RedactionContent) {
  return { target: JSON.stringify(target), method, replacement, record: JSON.stringify(record) };
}
