import type { ReviewChange } from '../../../shared/domain/review';

/** The order in which changes at one place are carried out and shown: by author, then by rank, time and id. */
export function compareChanges(a: ReviewChange, b: ReviewChange): number {
  return (
    compareTexts(a.author, b.author) ||
    (a.anchor.order ?? 0) - (b.anchor.order ?? 0) ||
    compareTexts(a.at, b.at) ||
    compareTexts(a.changeId, b.changeId)
  );
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
