import type { AskId } from '../../../../shared/domain/ids';
import type { Ask, AskState } from '../../../../shared/domain/letter';
import { AppError } from '../../../../shared/ipc/errors';
import type { ReadableDb } from '../handles';
import type { Recorder } from '../history/recordedWrite';
import { sql } from '../sql';
import { message } from '../../../../shared/domain/message';

/** Every ask in the letters' order: those of a question itself first, then item by item. */
export function listAsks(db: ReadableDb): Ask[] {
  return db.all<Ask>(sql`
    SELECT askId, ask.questionId, ask.itemId, verb, object, state, reason
    FROM ask JOIN question USING (questionId) JOIN letter USING (letterId)
    ORDER BY letter.position, question.position, ask.position`);
}

/** Decides an ask, or gives it back to what the reply shows (open without a reason). Returns it as stored before. Throws not-found. */
export function setAskState(db: ReadableDb, recorder: Recorder, askId: AskId, state: AskState, reason: string | null): Ask {
  const ask = db.get<Ask>(sql`SELECT askId, questionId, itemId, verb, object, state, reason FROM ask WHERE askId = ${askId}`);
  if (!ask) throw new AppError('not-found', { what: message('what.ask'), id: askId });
  recorder.updateRow('ask', { askId }, { state, reason });
  return ask;
}
