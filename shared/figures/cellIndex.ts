import type { CellRef, DataTable } from '../domain/dataTable';
import type { TableId } from '../domain/ids';
import { Decimal } from '../util/decimal';
import { type Dimension, getDimension, SEARCH_SCALE, toSearchAmountOfText } from '../util/units';
import type { CandidateCell } from './proposeCandidates';
import type { FoundFigure } from './findFigures';
import { type BandPaths, chooseColumnPath, passRow } from '../tables/headerBands';
import { COUNTING_HEADS, GENERIC_STUB_HEADS } from '../tables/tableTerms';

/** A numeric cell as a possible home of a figure. */
export type IndexedCell = CandidateCell & { ref: CellRef };

type Entry = { amount: bigint; cell: IndexedCell };

type Buckets = ReadonlyMap<Dimension | 'plain', readonly Entry[]>;

/**
 * Numeric cells by dimension, ordered by absolute amount, so that a figure's homes are found without reading every cell. Tables that changed since it
 * was built are stale in it and stand in `fresh` instead.
 */
export type CellIndex = { built: Buckets; stale: ReadonlySet<TableId>; fresh: Buckets };

/** Rates and percentage points are printed alike in tables; both are looked for together. */
const bucketOf = (unit: string): Dimension | 'plain' => {
  const dimension = getDimension(unit) ?? 'plain';
  return dimension === 'point' ? 'rate' : dimension;
};

/**
 * Indexes every numeric cell of the tables. `ownNames` are the company's own names: a row under one of them is the company's, which a reply simply
 * calls 公司.
 */
export function buildCellIndex(tables: Iterable<DataTable>, ownNames: readonly string[] = []): CellIndex {
  return { built: sortCells(tables, ownNames), stale: new Set(), fresh: new Map() };
}

/** The index after some tables changed or went; `changed` holds every table that did so since it was built, at the cost of these alone. */
export function renewCellIndex(
  index: CellIndex,
  changed: ReadonlyMap<TableId, DataTable | null>,
  ownNames: readonly string[] = [],
): CellIndex {
  const present = [...changed.values()].filter((table) => table !== null);
  return { built: index.built, stale: new Set(changed.keys()), fresh: sortCells(present, ownNames) };
}

function sortCells(tables: Iterable<DataTable>, ownNames: readonly string[]): Buckets {
  const builder = new CellIndexBuilder(ownNames);
  for (const table of tables) builder.add(table);
  return builder.finish().built;
}

/** Builds an index table by table, so that a large project is indexed in slices. */
export class CellIndexBuilder {
  readonly #buckets = new Map<Dimension | 'plain', Entry[]>();
  readonly #ownNames: readonly string[];

  constructor(ownNames: readonly string[] = []) {
    this.#ownNames = ownNames;
  }

  add(table: DataTable): void {
    let metric = readStubHead(table);
    let bands: BandPaths = null;
    table.rows.forEach((row, position) => {
      bands = passRow(bands, row, table.rows[position - 1]);
      if (row.role === 'band') metric = (table.rows[position - 1]?.role === 'band' ? metric : null) ?? firstText(row);
      const labels = row.cells
        .filter((cell) => cell.value === null && !cell.covered && cell.text.trim() !== '')
        .map((cell) => (this.#ownNames.includes(squash(cell.text)) ? OWN_COMPANY : cell.text));
      const rowPath = metric === null ? labels : [metric, ...labels];
      row.cells.forEach((cell, column) => {
        if (cell.value === null) return;
        const unit = cell.unit ?? '';
        const amount = toAmount(cell.value, unit);
        if (amount === null) return;
        const { colId, path: ownPath } = table.columns[column]!;
        const path = chooseColumnPath(ownPath, bands, column);
        if (COUNTING_HEADS.has(squash(path.at(-1) ?? ''))) return;
        const ref = { tableId: table.tableId, rowId: row.rowId, colId };
        this.#put(bucketOf(unit), {
          amount,
          cell: { ref, value: cell.value, unit: cell.unit, rowPath, columnPath: path, caption: table.caption },
        });
      });
    });
  }

  finish(): CellIndex {
    for (const entries of this.#buckets.values()) entries.sort((a, b) => (a.amount < b.amount ? -1 : a.amount > b.amount ? 1 : 0));
    return { built: this.#buckets, stale: new Set(), fresh: new Map() };
  }

  #put(bucket: Dimension | 'plain', entry: Entry): void {
    const entries = this.#buckets.get(bucket);
    if (entries) entries.push(entry);
    else this.#buckets.set(bucket, [entry]);
  }
}

/** What a reply calls the company whose reply it is. */
const OWN_COMPANY = '公司';

/** The head of the label column where it names the metric of all rows (营业收入 over company names); null for 项目 and other general words. */
function readStubHead(table: DataTable): string | null {
  const head = table.columns[0]?.path.at(-1);
  if (head === undefined || head === '' || table.headerRows === 0) return null;
  return GENERIC_STUB_HEADS.has(squash(head)) ? null : head;
}

function firstText(row: DataTable['rows'][number]): string | null {
  return row.cells.find((cell) => !cell.covered && cell.text.trim() !== '')?.text ?? null;
}

function squash(text: string): string {
  return text.replace(/\s+/g, '');
}

/** Cells whose absolute value may print as the figure's; those without a known unit are compared digit by digit. */
export function findCellsNear(index: CellIndex, figure: Pick<FoundFigure, 'value' | 'unit' | 'decimals'>): IndexedCell[] {
  const half = new Decimal(10).pow(-figure.decimals).div(2);
  const value = new Decimal(figure.value).abs();
  const found: IndexedCell[] = [];
  for (const unit of new Set([figure.unit, ''])) {
    const low = toAmount(Decimal.max(value.minus(half), 0).toFixed(), unit);
    const high = toAmount(value.plus(half).toFixed(), unit);
    if (low !== null && high !== null) found.push(...findCellsBetween(index, unit, low, high));
  }
  return found;
}

/** Powers of ten a number is off by when its point is shifted or a 万 is dropped. */
const SHIFTS = [10n, 100n, 1_000n, 10_000n];

/** Cells whose absolute value a usual slip turns into the figure's: one digit, two digits exchanged, the point shifted. Found by what may have been meant. */
export function findCellsOneSlipAway(index: CellIndex, figure: Pick<FoundFigure, 'value' | 'unit' | 'decimals'>): IndexedCell[] {
  const last = toAmount(new Decimal(10).pow(-figure.decimals).toFixed(), figure.unit);
  const amount = toAmount(figure.value, figure.unit);
  if (last === null || amount === null || last === 0n) return [];
  const meant = new Set<bigint>();
  for (const shift of SHIFTS) meant.add(amount * shift).add(amount / shift);
  for (let place = last; place <= amount; place *= 10n) {
    const digit = (amount / place) % 10n;
    const next = (amount / (place * 10n)) % 10n;
    for (let other = 0n; other <= 9n; other++) meant.add(amount + (other - digit) * place);
    if (place * 10n <= amount) meant.add(amount + (next - digit) * place + (digit - next) * place * 10n);
  }
  meant.delete(amount);
  const half = last / 2n + 1n;
  return [...meant].flatMap((value) => findCellsBetween(index, figure.unit, value - half, value + half));
}

function findCellsBetween({ built, stale, fresh }: CellIndex, unit: string, low: bigint, high: bigint): IndexedCell[] {
  const found: IndexedCell[] = [];
  const bucket = bucketOf(unit);
  const take = (entries: readonly Entry[], skipped: ReadonlySet<TableId>) => {
    for (let i = lowerBound(entries, low); i < entries.length && entries[i]!.amount <= high; i++) {
      const { cell } = entries[i]!;
      if (!skipped.has(cell.ref.tableId)) found.push(cell);
    }
  };
  take(built.get(bucket) ?? [], stale);
  take(fresh.get(bucket) ?? [], new Set());
  return found;
}

function toAmount(value: string, unit: string): bigint | null {
  if (bucketOf(unit) !== 'plain') return toSearchAmountOfText(value, unit);
  // A number of no known unit counts as pieces do, however large it is.
  return toSearchAmountOfText(value, '件') ?? BigInt(new Decimal(value).abs().times(SEARCH_SCALE).toDecimalPlaces(0).toFixed(0));
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
