import type { DataTable } from '../../domain/dataTable';
import type { Finding } from '../../domain/finding';
import type { QuestionId, TableId } from '../../domain/ids';
import { compareTables, listSeries, listSeriesKeys, type Series } from './sameSeries';

/** Numbers two series must have in common before they are compared. */
const LEAST_COMMON = 2;

/** The series of all tables, found by their numbers' first digits, and what each pair of tables says of one another. A table that changes costs its own series only. */
export class SeriesMemory {
  readonly #series = new Map<TableId, Series[]>();
  readonly #byKey = new Map<string, Set<Series>>();
  readonly #findings = new Map<TableId, Map<TableId, Finding[]>>();

  /** Takes a table in, or in again. */
  put(table: DataTable, order: (tableId: TableId) => number, shownIn: ReadonlyMap<TableId, QuestionId>): void {
    const { tableId } = table;
    this.remove(tableId);
    const series = listSeries(table);
    const pairs = new Map<TableId, [Series, Series][]>();
    for (const each of series) {
      for (const other of this.#listCompanions(each)) {
        const otherId = other.table.tableId;
        const pair: [Series, Series] = order(otherId) < order(tableId) ? [other, each] : [each, other];
        pairs.set(otherId, [...(pairs.get(otherId) ?? []), pair]);
      }
    }
    for (const [otherId, both] of pairs) {
      const findings = compareTables(both, shownIn);
      if (findings.length === 0) continue;
      this.#of(tableId).set(otherId, findings);
      this.#of(otherId).set(tableId, findings);
    }
    this.#series.set(tableId, series);
    for (const each of series) {
      for (const key of listSeriesKeys(each)) {
        const others = this.#byKey.get(key);
        if (others) others.add(each);
        else this.#byKey.set(key, new Set([each]));
      }
    }
  }

  remove(tableId: TableId): void {
    for (const each of this.#series.get(tableId) ?? []) for (const key of listSeriesKeys(each)) this.#byKey.get(key)?.delete(each);
    this.#series.delete(tableId);
    for (const otherId of this.#findings.get(tableId)?.keys() ?? []) this.#findings.get(otherId)?.delete(tableId);
    this.#findings.delete(tableId);
  }

  /** What all pairs say, in the order of the tables. */
  listFindings(order: (tableId: TableId) => number): Finding[] {
    const pairs = [...this.#findings].flatMap(([a, others]) =>
      [...others].flatMap(([b, findings]) => (order(a) < order(b) ? [{ at: order(a), to: order(b), findings }] : [])),
    );
    return pairs.toSorted((one, other) => one.at - other.at || one.to - other.to).flatMap(({ findings }) => findings);
  }

  #of(tableId: TableId): Map<TableId, Finding[]> {
    const known = this.#findings.get(tableId);
    if (known) return known;
    const made = new Map<TableId, Finding[]>();
    this.#findings.set(tableId, made);
    return made;
  }

  /** Series of other tables that share enough numbers. */
  #listCompanions(series: Series): Series[] {
    const common = new Map<Series, Set<string>>();
    for (const key of listSeriesKeys(series)) {
      const name = key.slice(0, key.indexOf(' '));
      for (const other of this.#byKey.get(key) ?? []) common.set(other, (common.get(other) ?? new Set()).add(name));
    }
    return [...common].flatMap(([other, names]) => (names.size >= LEAST_COMMON ? [other] : []));
  }
}
