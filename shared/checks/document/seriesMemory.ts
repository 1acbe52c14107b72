import type { DataTable } from '../../domain/dataTable';
import type { Finding } from '../../domain/finding';
import type { QuestionId, TableId } from '../../domain/ids';
import type { MetricNames } from '../../figures/metricNames';
import { compareTables, listSeries, type Series } from './sameSeries';
import { SeriesIndex } from './seriesIndex';
import { addTo } from '../../util/multimap';

/** The series of all tables, found by their numbers' first digits, and what each pair of tables says of one another. A table that changes costs its own series only. */
export class SeriesMemory {
  readonly #series = new Map<TableId, Series[]>();
  readonly #index = new SeriesIndex();
  readonly #names: MetricNames;
  readonly #findings = new Map<TableId, Map<TableId, Finding[]>>();

  constructor(names: MetricNames) {
    this.#names = names;
  }

  /** Takes a table in, or in again. */
  put(table: DataTable, order: (tableId: TableId) => number, shownIn: ReadonlyMap<TableId, QuestionId>): void {
    const { tableId } = table;
    this.remove(tableId);
    const series = listSeries(table);
    const pairs = new Map<TableId, [Series, Series][]>();
    for (const each of series) {
      for (const other of this.#index.listCompanions(each)) {
        const otherId = other.table.tableId;
        const pair: [Series, Series] = order(otherId) < order(tableId) ? [other, each] : [each, other];
        addTo(pairs, otherId, pair);
      }
    }
    for (const [otherId, both] of pairs) {
      const findings = compareTables(both, shownIn, this.#names);
      if (findings.length === 0) continue;
      this.#of(tableId).set(otherId, findings);
      this.#of(otherId).set(tableId, findings);
    }
    this.#series.set(tableId, series);
    this.#index.add(series);
  }

  remove(tableId: TableId): void {
    this.#index.remove(this.#series.get(tableId) ?? []);
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
}
