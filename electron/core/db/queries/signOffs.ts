import { type ItemId, newId, type QuestionId } from '../../../../shared/domain/ids';
import { message } from '../../../../shared/domain/message';
import type { SignOff, SignOffId, SignOffRole, WorkDue } from '../../../../shared/domain/signOff';
import { AppError } from '../../../../shared/ipc/errors';
import { timestamp } from '../../timestamp';
import type { ReadableDb } from '../handles';
import type { Recorder } from '../history/recordedWrite';
import { sql } from '../sql';

/** A stored sign-off with what it signed. */
export type StoredSignOff = Omit<SignOff, 'changes'> & { content: string };

type SignOffRow = Omit<StoredSignOff, 'itemId'> & { itemId: string };

/** Sign-offs of one question, or all, oldest first. */
export function listSignOffs(db: ReadableDb, questionId: QuestionId | null): StoredSignOff[] {
  return db
    .all<SignOffRow>(sql`
      SELECT signOffId, questionId, itemId, role, actor, at, content FROM sign_off
      WHERE ${questionId} IS NULL OR questionId = ${questionId} ORDER BY at, signOffId`)
    .map((row) => ({ ...row, itemId: toItemId(row.itemId) }));
}

/** Signs off; the same role's earlier sign-off on the same work gives way. */
export function addSignOff(
  db: ReadableDb,
  recorder: Recorder,
  {
    questionId,
    itemId,
    role,
    actor,
    content,
  }: { questionId: QuestionId; itemId: ItemId | null; role: SignOffRole; actor: string; content: string },
): StoredSignOff {
  for (const former of listSignOffs(db, questionId)) {
    if (former.itemId === itemId && former.role === role) recorder.deleteRow('sign_off', { signOffId: former.signOffId });
  }
  const signOff = { signOffId: newId<'signOff'>(), questionId, role, actor, at: timestamp(), content };
  recorder.insertRow('sign_off', { ...signOff, itemId: itemId ?? '' });
  return { ...signOff, itemId };
}

/** Takes a sign-off back and returns it. Throws not-found. */
export function removeSignOff(db: ReadableDb, recorder: Recorder, signOffId: SignOffId): StoredSignOff {
  const signOff = listSignOffs(db, null).find((one) => one.signOffId === signOffId);
  if (!signOff) throw new AppError('not-found', { what: message('what.item'), id: signOffId });
  recorder.deleteRow('sign_off', { signOffId });
  return signOff;
}

/** By when each piece of work is due, where somebody said. */
export function listWorkDue(db: ReadableDb): WorkDue[] {
  return db
    .all<{ questionId: QuestionId; itemId: string; dueOn: string }>(
      sql`SELECT questionId, itemId, dueOn FROM work_due ORDER BY questionId, itemId`,
    )
    .map((row) => ({ ...row, itemId: toItemId(row.itemId) }));
}

/** Says by when a piece of work is due; null takes the date away. */
export function setWorkDue(db: ReadableDb, recorder: Recorder, { questionId, itemId }: Omit<WorkDue, 'dueOn'>, dueOn: string | null): void {
  const key = { questionId, itemId: itemId ?? '' };
  const isThere = db.get(sql`SELECT 1 FROM work_due WHERE questionId = ${questionId} AND itemId = ${key.itemId}`) !== undefined;
  if (dueOn === null) {
    if (isThere) recorder.deleteRow('work_due', key);
  } else if (isThere) recorder.updateRow('work_due', key, { dueOn });
  else recorder.insertRow('work_due', { ...key, dueOn });
}

function toItemId(itemId: string): ItemId | null {
  return itemId === '' ? null : (itemId as ItemId);
}
