import { listSeriesKeys, type Series } from './sameSeries';

/** Numbers two series must have in common before they are compared. */
const LEAST_COMMON = 2;

/** Series found by their numbers' first digits. */
export class SeriesIndex {
  readonly #byKey = new Map<string, Set<Series>>();

  add(series: readonly Series[]): void {
    for (const each of series) {
      for (const key of listSeriesKeys(each)) {
        const others = this.#byKey.get(key);
        if (others) others.add(each);
        else this.#byKey.set(key, new Set([each]));
      }
    }
  }

  remove(series: readonly Series[]): void {
    for (const each of series) for (const key of listSeriesKeys(each)) this.#byKey.get(key)?.delete(each);
  }

  /** Series that share enough numbers with one. */
  listCompanions(series: Series): Series[] {
    const common = new Map<Series, Set<string>>();
    for (const key of listSeriesKeys(series)) {
      const name = key.slice(0, key.indexOf(' '));
      for (const other of this.#byKey.get(key) ?? []) common.set(other, (common.get(other) ?? new Set()).add(name));
    }
    return [...common].flatMap(([other, names]) => (names.size >= LEAST_COMMON ? [other] : []));
  }
}
