import type { ReviewChange } from '../domain/review';

/** The order in which changes at one place follow each other: by author, the author's own rank, time and id. */
export function compareRank(a: ReviewChange, b: ReviewChange): number {
  const key = ({ author, anchor, at, changeId }: ReviewChange) => [author, anchor.order ?? 0, at, changeId] as const;
  const [one, other] = [key(a), key(b)];
  for (let index = 0; index < one.length; index++) {
    if (one[index]! < other[index]!) return -1;
    if (one[index]! > other[index]!) return 1;
  }
  return 0;
}
