import type { Item, Letter, Question } from '../../shared/domain/letter';
import { AppError } from '../../shared/ipc/errors';
import { message } from '../../shared/domain/message';

/** Finds QUESTION[.ITEM] by their numbers, as in "3" or "1.2"; throws AppError `not-found` with the number asked for. */
export function findQuestionAddress(letters: readonly Letter[], address: string): { question: Question; item: Item | null } {
  const [questionNo = '', ...rest] = address.split('.');
  const itemNo = rest.join('.');
  const question = letters.flatMap((letter) => letter.questions).find((candidate) => candidate.no === questionNo);
  if (!question) throw new AppError('not-found', { what: message('what.question'), id: questionNo });
  if (rest.length === 0) return { question, item: null };
  const item = question.items.find((candidate) => candidate.no === itemNo);
  if (!item) throw new AppError('not-found', { what: message('what.item'), id: address });
  return { question, item };
}
