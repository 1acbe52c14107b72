import type { ItemId, QuestionId } from '../../../shared/domain/ids';
import type { LinkTarget } from '../../workspace/useLinkTable';

/** Key of the overview's row. */
export const OVERVIEW_KEY = 'overview';

/** Key of a question's or item's row in the tree. */
export function makeTargetKey({ questionId, itemId }: LinkTarget): string {
  return itemId === null ? questionId : `${questionId}/${itemId}`;
}

/** The question or item of a row's key; null for the overview. */
export function parseTargetKey(key: string): LinkTarget | null {
  if (key === OVERVIEW_KEY) return null;
  const [questionId, itemId] = key.split('/');
  return { questionId: questionId as QuestionId, itemId: itemId === undefined ? null : (itemId as ItemId) };
}
