import type { ItemId, LetterId, QuestionId } from '../../../shared/domain/ids';
import type { LinkTarget } from '../../../shared/catalogue/nameTarget';

/** Key of the overview's row. */
export const OVERVIEW_KEY = 'overview';

/** Key of a question's or item's row in the tree. */
export function makeTargetKey({ questionId, itemId }: LinkTarget): string {
  return itemId === null ? questionId : `${questionId}/${itemId}`;
}

/** Key of a letter's row. */
export function makeLetterKey(letterId: LetterId): string {
  return `letter/${letterId}`;
}

/** The letter of a row's key; null for other rows. */
export function parseLetterKey(key: string): LetterId | null {
  return key.startsWith('letter/') ? (key.slice('letter/'.length) as LetterId) : null;
}

/** The question or item of a row's key; null for the overview and for letters. */
export function parseTargetKey(key: string): LinkTarget | null {
  if (key === OVERVIEW_KEY || parseLetterKey(key) !== null) return null;
  const [questionId, itemId] = key.split('/');
  return { questionId: questionId as QuestionId, itemId: itemId === undefined ? null : (itemId as ItemId) };
}
