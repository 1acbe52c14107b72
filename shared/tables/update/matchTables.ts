import type { DataTable } from '../../domain/dataTable';
import type { TableId } from '../../domain/ids';
import { squash } from '../cellText';

/** What tables of two versions of a file are told alike by. */
export type TableOutline = { tableId: TableId; caption: string | null; sheet: string | null; heads: string[]; labels: string[] };

/** Labels looked at: more tell nothing new. */
const LABELS = 400;
/** Tables less alike than this are different tables. */
const ALIKE = 0.5;

/** The outline of a table: its caption, its sheet, its header labels and its first words of each row. */
export function outlineTable(table: Pick<DataTable, 'tableId' | 'caption' | 'place' | 'columns' | 'rows' | 'headerRows'>): TableOutline {
  const labels = table.rows.slice(table.headerRows, table.headerRows + LABELS).flatMap(({ cells }) => {
    const label = cells.find((cell) => !cell.covered && cell.value === null && squash(cell.text) !== '');
    return label ? [squash(label.text)] : [];
  });
  const heads = table.columns.map((column) => squash(column.path.join('/')));
  return { tableId: table.tableId, caption: table.caption, sheet: table.place.sheet ?? null, heads, labels };
}

/** Pairs the tables of an older and a newer version of a file by caption, headers and row labels, never by position; what has no like stays out. */
export function matchTables(older: readonly TableOutline[], newer: readonly TableOutline[]): [older: TableId, newer: TableId][] {
  const pairs: { from: number; to: number; score: number }[] = [];
  older.forEach((table, from) => {
    newer.forEach((candidate, to) => {
      const score = compareOutlines(table, candidate);
      if (score >= ALIKE) pairs.push({ from, to, score });
    });
  });
  pairs.sort((a, b) => b.score - a.score || Math.abs(a.from - a.to) - Math.abs(b.from - b.to));
  const taken = { from: new Set<number>(), to: new Set<number>() };
  const matched: [TableId, TableId][] = [];
  for (const { from, to } of pairs) {
    if (taken.from.has(from) || taken.to.has(to)) continue;
    taken.from.add(from);
    taken.to.add(to);
    matched.push([older[from]!.tableId, newer[to]!.tableId]);
  }
  return matched;
}

/** 0 to 1: the mean of how alike what both have is; a sheet of the same name counts like a caption. */
function compareOutlines(a: TableOutline, b: TableOutline): number {
  const scores = [compareSets(a.heads, b.heads), compareSets(a.labels, b.labels)];
  if (a.caption !== null || b.caption !== null) scores.push(compareSets(pairsOf(a.caption), pairsOf(b.caption)));
  if (a.sheet !== null || b.sheet !== null) scores.push(a.sheet === b.sheet ? 1 : 0);
  return scores.reduce((sum, score) => sum + score, 0) / scores.length;
}

function pairsOf(caption: string | null): string[] {
  const plain = squash(caption ?? '');
  return plain.length < 2 ? [plain] : Array.from({ length: plain.length - 1 }, (_, at) => plain.slice(at, at + 2));
}

function compareSets(a: readonly string[], b: readonly string[]): number {
  const [first, second] = [new Set(a), new Set(b)];
  if (first.size === 0 && second.size === 0) return 1;
  let shared = 0;
  for (const one of first) if (second.has(one)) shared += 1;
  return shared / (first.size + second.size - shared);
}
