import type { CellRef, DataTable } from '../domain/dataTable';
import { Decimal } from '../util/decimal';
import { type Dimension, getDimension, SEARCH_SCALE, toSearchAmount } from '../util/units';
import type { CandidateCell } from './proposeCandidates';
import type { FoundFigure } from './findFigures';
import { COUNTING_HEADS } from '../tables/tableTerms';

/** A numeric cell as a possible home of a figure. */
export type IndexedCell = CandidateCell & { ref: CellRef };

type Entry = { amount: bigint; cell: IndexedCell };

/** Numeric cells by dimension, ordered by absolute amount, so that a figure's homes are found without reading every cell. */
export type CellIndex = ReadonlyMap<Dimension | 'plain', readonly Entry[]>;

/** Rates and percentage points are printed alike in tables; both are looked for together. */
const bucketOf = (unit: string): Dimension | 'plain' => {
  const dimension = getDimension(unit) ?? 'plain';
  return dimension === 'point' ? 'rate' : dimension;
};

export function buildCellIndex(tables: Iterable<DataTable>): CellIndex {
  const buckets = new Map<Dimension | 'plain', Entry[]>();
  for (const table of tables) {
    table.rows.forEach((row) => {
      const labels = row.cells.filter((cell) => cell.value === null && !cell.covered && cell.text.trim() !== '').map((cell) => cell.text);
      row.cells.forEach((cell, column) => {
        if (cell.value === null) return;
        const unit = cell.unit ?? '';
        const amount = toAmount(cell.value, unit);
        if (amount === null) return;
        const { colId, path } = table.columns[column]!;
        if (COUNTING_HEADS.has((path.at(-1) ?? '').replace(/\s+/g, ''))) return;
        const indexed: IndexedCell = {
          ref: { tableId: table.tableId, rowId: row.rowId, colId },
          value: cell.value,
          unit: cell.unit,
          rowPath: labels,
          columnPath: path,
          caption: table.caption,
        };
        const bucket = bucketOf(unit);
        const entries = buckets.get(bucket);
        if (entries) entries.push({ amount, cell: indexed });
        else buckets.set(bucket, [{ amount, cell: indexed }]);
      });
    });
  }
  for (const entries of buckets.values()) entries.sort((a, b) => (a.amount < b.amount ? -1 : a.amount > b.amount ? 1 : 0));
  return buckets;
}

/** Cells whose absolute value may print as the figure's; those without a known unit are compared digit by digit. */
export function findCellsNear(index: CellIndex, figure: Pick<FoundFigure, 'value' | 'unit' | 'decimals'>): IndexedCell[] {
  const half = new Decimal(10).pow(-figure.decimals).div(2);
  const value = new Decimal(figure.value).abs();
  const found: IndexedCell[] = [];
  for (const unit of new Set([figure.unit, ''])) {
    const low = toAmount(Decimal.max(value.minus(half), 0).toFixed(), unit);
    const high = toAmount(value.plus(half).toFixed(), unit);
    if (low === null || high === null) continue;
    const entries = index.get(bucketOf(unit)) ?? [];
    for (let i = lowerBound(entries, low); i < entries.length && entries[i]!.amount <= high; i++) found.push(entries[i]!.cell);
  }
  return found;
}

function toAmount(value: string, unit: string): bigint | null {
  const decimal = new Decimal(value).abs();
  if (bucketOf(unit) !== 'plain') return toSearchAmount(decimal, unit);
  return BigInt(decimal.times(SEARCH_SCALE).toDecimalPlaces(0).toFixed(0));
}

function lowerBound(entries: readonly Entry[], amount: bigint): number {
  let low = 0;
  let high = entries.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (entries[middle]!.amount < amount) low = middle + 1;
    else high = middle;
  }
  return low;
}
