import type { ReadableDb } from './handles';

/**
 * A reading of some tables that is kept until one of them is written. `read` must rest on these tables alone, none of which a foreign key empties, and
 * what it returns must be frozen (`freezeDeep`) or a store of such: every caller gets the same value.
 */
export function remember<Value>(tables: readonly string[], read: (db: ReadableDb) => Value): (db: ReadableDb) => Value {
  const known = new WeakMap<ReadableDb, { writes: number; value: Value }>();
  return (db) => {
    const writes = db.countWrites(tables);
    const kept = known.get(db);
    if (kept?.writes === writes) return kept.value;
    const value = read(db);
    known.set(db, { writes, value });
    return value;
  };
}
