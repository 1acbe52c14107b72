import { message } from '../../../shared/domain/message';
import type { LetterId, QuestionId } from '../../../shared/domain/ids';
import { AppError } from '../../../shared/ipc/errors';
import { hasAsk } from '../../../shared/letter/correct/correctAsks';
import { correctLetter } from '../../../shared/letter/correct/correctLetter';
import type { Correction, LetterStructure } from '../../../shared/letter/correct/correction';
import type { ReadableDb } from '../db/handles';
import { listLetterPages } from '../db/queries/letterPages';
import { readLetterStructure, saveLetterStructure } from '../db/queries/letterStructure';
import { getQuestion } from '../db/queries/letters';
import { type WriteHandler, writes } from '../rpc/handlerKinds';
import { followVerifications } from './followVerifications';

/** Corrects how a letter was cut up: one operation with all that follows from it. Throws not-found, letter-not-corrected. */
export const correctHandler: WriteHandler<'letter:correct'> = writes(({ db, recorder, describe }, { correction }) => {
  const question = getQuestion(db, correction.questionId);
  const before = readLetterStructure(db, question.letterId);
  refuse(db, question.letterId, before, correction);
  const corrected = correctLetter(before, correction);
  if ('refused' in corrected) throw new AppError('letter-not-corrected', { reason: message(corrected.refused as 'reason.numberTaken') });
  saveLetterStructure(db, recorder, question.letterId, before, corrected.structure);
  followVerifications(db, recorder, before, corrected.structure);
  describe({ what: message(`correction.${correction.type}`), question: question.no });
  return null;
});

/** What is named must be there; words that came from a file stay as printed. */
function refuse(db: ReadableDb, letterId: LetterId, structure: LetterStructure, correction: Correction): void {
  const { questionId } = correction;
  if ('askId' in correction && !hasAsk(structure, questionId, correction.askId)) {
    throw new AppError('not-found', { what: message('what.ask'), id: correction.askId });
  }
  if ('verificationId' in correction && correction.verificationId !== null) {
    const { verificationId } = correction;
    const known = getOwn(structure, questionId).verifications.some((one) => one.verificationId === verificationId);
    if (!known) throw new AppError('not-found', { what: message('what.verification'), id: verificationId });
  }
  const named =
    'itemIds' in correction ? correction.itemIds : 'itemId' in correction && correction.itemId !== null ? [correction.itemId] : [];
  const unknown = named.find((id) => !getOwn(structure, questionId).items.some(({ itemId }) => itemId === id));
  if (unknown !== undefined) throw new AppError('not-found', { what: message('what.item'), id: unknown });
  if (correction.type === 'setText' && listLetterPages(db, letterId).length === 0) {
    throw new AppError('letter-not-corrected', { reason: message('reason.textIsPrinted') });
  }
}

function getOwn({ questions }: LetterStructure, questionId: QuestionId) {
  return questions.find((question) => question.questionId === questionId)!;
}
