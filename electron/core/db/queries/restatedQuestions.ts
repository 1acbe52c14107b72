import type { QuestionId } from '../../../../shared/domain/ids';
import type { RestatedQuestion } from '../../../../shared/domain/restatedQuestion';
import type { ReadableDb } from '../handles';
import type { Recorder } from '../history/recordedWrite';
import { sql } from '../sql';

/** Questions as the imported draft repeats them. */
export function listRestatedQuestions(db: ReadableDb): RestatedQuestion[] {
  return db.all<RestatedQuestion>(sql`SELECT questionId, text FROM restated_question ORDER BY questionId`);
}

/** Keeps a question as the draft repeats it, in place of what an earlier draft had; null where it does not repeat it. */
export function saveRestatedQuestion(db: ReadableDb, recorder: Recorder, questionId: QuestionId, text: string | null): void {
  const there = db.get(sql`SELECT 1 FROM restated_question WHERE questionId = ${questionId}`) !== undefined;
  if (text === null) {
    if (there) recorder.deleteRow('restated_question', { questionId });
  } else if (there) recorder.updateRow('restated_question', { questionId }, { text });
  else recorder.insertRow('restated_question', { questionId, text });
}
