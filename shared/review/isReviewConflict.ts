import type { ReviewedChange } from '../domain/review';

/** An open change that needs a decision between two: with another's, or with what was written in its place meanwhile. Remarks never do. */
export function isReviewConflict({ change, state, place, conflictsWith }: ReviewedChange): boolean {
  if (state !== 'open' || change.payload.kind === 'comment') return false;
  return conflictsWith.length > 0 || (place !== null && 'changed' in place && place.changed);
}
