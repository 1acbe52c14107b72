/** Of places in their new order, the indexes of the fewest that must be moved to restore the old one. */
export function findMoved(places: readonly number[]): Set<number> {
  // Ends of the longest rising rows of each length, and what stands before each place in its row.
  const ends: number[] = [];
  const before: (number | null)[] = [];
  places.forEach((place, index) => {
    const length = findLength(ends, places, place);
    before[index] = length === 0 ? null : ends[length - 1]!;
    ends[length] = index;
  });
  const kept = new Set<number>();
  for (let index = ends.at(-1) ?? null; index !== null; index = before[index]!) kept.add(index);
  return new Set([...places.keys()].filter((index) => !kept.has(index)));
}

/** The length of the longest rising row a place can end. */
function findLength(ends: readonly number[], places: readonly number[], place: number): number {
  let [low, high] = [0, ends.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (places[ends[middle]!]! < place) low = middle + 1;
    else high = middle;
  }
  return low;
}
