import type { QuestionId } from '../../../shared/domain/ids';
import type { FigureCandidate } from '../../../shared/ipc/contract';
import type { ReadableDb } from '../db/handles';
import { findCellsByAmounts } from '../db/queries/search';
import { getTable } from '../db/queries/dataTables';
import { listLinks } from '../db/queries/links';
import { listSources } from '../db/queries/sources';
import { readPrintedNumbers, toAmountRanges } from '../db/search/searchAmounts';

/** More cells than this equal no number anyone can choose among. */
const MOST_CELLS = 400;

/**
 * Cells a printed number may come from, best first: those whose value prints as it does; a table linked to the question comes before others, an exact
 * value before a rounded one.
 */
export function listCandidates(
  db: ReadableDb,
  { text, questionId, limit }: { text: string; questionId: QuestionId; limit: number },
): FigureCandidate[] {
  const numbers = readPrintedNumbers(text);
  const linked = new Set(listLinks(db).flatMap((link) => (link.questionId === questionId ? [link.tableId] : [])));
  const fileNames = new Map(listSources(db).map((source) => [source.sourceId, source.fileName]));
  const tables = new Map<string, ReturnType<typeof getTable>>();
  const candidates: FigureCandidate[] = [];
  for (const found of findCellsByAmounts(db, numbers.flatMap(toAmountRanges), MOST_CELLS)) {
    const table = tables.get(found.tableId) ?? getTable(db, found.tableId);
    tables.set(found.tableId, table);
    const row = table.rows.find((one) => one.rowId === found.rowId)!;
    const col = table.columns.findIndex((one) => one.colId === found.colId);
    const cell = row.cells[col]!;
    candidates.push({
      cell: { tableId: found.tableId, rowId: found.rowId, colId: found.colId },
      text: cell.text,
      unit: cell.unit,
      rowPath: row.cells
        .slice(0, col)
        .filter((one) => one.value === null && one.text !== '')
        .map((one) => one.text),
      columnPath: table.columns[col]!.path,
      caption: table.caption,
      fileName: table.sourceId === null ? null : (fileNames.get(table.sourceId) ?? null),
      place: table.place,
      score: (linked.has(found.tableId) ? 2 : 0) + (text.includes(cell.text) ? 1 : 0),
    });
  }
  return candidates.sort((a, b) => b.score - a.score).slice(0, limit);
}
