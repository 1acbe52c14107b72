/** Positions that belong together, and those only one side has. */
export type Alignment = { pairs: [from: number, to: number][]; removed: number[]; added: number[] };

/**
 * Aligns two lists by their keys, wherever they stand: the first of a key with the first, the second with the second. What is left over between the
 * same neighbours on both sides is paired in order where `isAlike` says that only its key changed.
 */
export function alignLines(older: readonly string[], newer: readonly string[], isAlike: (from: number, to: number) => boolean): Alignment {
  const places = new Map<string, number[]>();
  newer.forEach((key, to) => {
    const known = places.get(key);
    if (known) known.push(to);
    else places.set(key, [to]);
  });
  const toOf = new Map<number, number>();
  older.forEach((key, from) => {
    const to = places.get(key)?.shift();
    if (to !== undefined) toOf.set(from, to);
  });
  const paired = new Set(toOf.values());
  older.forEach((_, from) => {
    if (toOf.has(from)) return;
    const before = from === 0 ? -1 : toOf.get(from - 1);
    const to = before === undefined ? undefined : before + 1;
    if (to === undefined || to >= newer.length || paired.has(to) || !isAlike(from, to)) return;
    toOf.set(from, to);
    paired.add(to);
  });
  return {
    pairs: [...toOf].sort(([a], [b]) => a - b),
    removed: older.flatMap((_, from) => (toOf.has(from) ? [] : [from])),
    added: newer.flatMap((_, to) => (paired.has(to) ? [] : [to])),
  };
}
