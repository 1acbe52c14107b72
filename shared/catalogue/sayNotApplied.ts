import type { Message } from '../domain/message';
import { say, sayMessage } from './catalogue';
import type { Language } from './defineWords';

/** So many different reasons are said at once. */
const MOST = 3;

/** How many changes were not carried out, and why. */
export function sayNotApplied(language: Language, notApplied: readonly { why: Message }[]): string {
  const reasons = [...new Set(notApplied.map(({ why }) => sayMessage(language, why)))];
  return say(language, 'review.notApplied', { count: notApplied.length, why: reasons.slice(0, MOST).join(' ') });
}
