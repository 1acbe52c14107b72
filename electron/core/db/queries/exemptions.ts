import type { Exemption, NumberInText } from '../../../../shared/domain/exemption';
import type { ReadableDb } from '../handles';
import type { Recorder } from '../history/recordedWrite';
import { sql } from '../sql';

/** Numbers that need no source, in the order they were exempted. */
export function listExemptions(db: ReadableDb): Exemption[] {
  return db.all<Exemption>(
    sql`SELECT blockId, text, occurrence, questionId, reason, actor, at FROM exemption ORDER BY at, blockId, text, occurrence`,
  );
}

/** Exempts a number; one that is exempt already gets the new reason. */
export function putExemption(db: ReadableDb, recorder: Recorder, exemption: Exemption): void {
  const { blockId, text, occurrence, ...values } = exemption;
  if (isExempt(db, exemption)) recorder.updateRow('exemption', { blockId, text, occurrence }, values);
  else recorder.insertRow('exemption', { blockId, text, occurrence, ...values });
}

/** Takes an exemption back; one that is not there is left so. */
export function removeExemption(db: ReadableDb, recorder: Recorder, { blockId, text, occurrence }: NumberInText): void {
  if (isExempt(db, { blockId, text, occurrence })) recorder.deleteRow('exemption', { blockId, text, occurrence });
}

function isExempt(db: ReadableDb, { blockId, text, occurrence }: NumberInText): boolean {
  return db.get(sql`SELECT 1 FROM exemption WHERE blockId = ${blockId} AND text = ${text} AND occurrence = ${occurrence}`) !== undefined;
}
