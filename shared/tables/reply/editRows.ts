import type { DataTable } from '../../domain/dataTable';
import { newId, type RowId, type TableId } from '../../domain/ids';
import { getRowLabel, listBodyRows, proposeRow } from './proposeDefinition';
import type { ReplyRow, ReplyTableDefinition } from './replyTableDefinition';
import { AVERAGE_LABEL, DETAIL_LEADS, TOTAL_LABEL } from './replyTableTerms';
import { getTotalKind } from '../rowLabels';

/** Removes a row, and with it what was computed from it alone. */
export function removeRow(definition: ReplyTableDefinition, rowId: RowId): ReplyTableDefinition {
  const rows: ReplyRow[] = [];
  const orphans: RowId[] = [];
  for (const row of definition.rows) {
    const { content } = row;
    if (row.rowId === rowId) continue;
    if (content.kind === 'source' || !content.of.includes(rowId)) {
      rows.push(row);
      continue;
    }
    const of = content.of.filter((part) => part !== rowId);
    rows.push({ ...row, content: { ...content, of } });
    if (of.length === 0 || content.kind === 'difference' || content.kind === 'share') orphans.push(row.rowId);
  }
  const columns = definition.columns.map((column) =>
    column.content.kind === 'shareOfTotal' && column.content.whole === rowId
      ? { ...column, content: { ...column.content, whole: null } }
      : column,
  );
  return orphans.reduce(removeRow, { ...definition, columns, rows });
}

/** Moves a row up (−1) or down (1); at an end it stays. */
export function moveRow(definition: ReplyTableDefinition, rowId: RowId, step: 1 | -1): ReplyTableDefinition {
  return { ...definition, rows: moveBy(definition.rows, (row) => row.rowId === rowId, step) };
}

/** Takes a source row in, or leaves it out. It comes in after the source rows that stand above it, and joins the totals unless it is a total or a detail (其中); from 其他 it is taken out. */
export function toggleRow(definition: ReplyTableDefinition, table: DataTable, sourceRow: RowId): ReplyTableDefinition {
  const present = findTakenRow(definition, table.tableId, sourceRow);
  if (present) return removeRow(definition, present.rowId);
  const order = listBodyRows(table);
  const at = order.findIndex((row) => row.rowId === sourceRow);
  const row = proposeRow(table, order[at]!, definition.columns);
  const apart = takeApart(definition, table.tableId, sourceRow);
  let place = 0;
  for (const above of order.slice(0, at)) {
    const taken = findTakenRow(apart, table.tableId, above.rowId);
    if (taken) place = Math.max(place, apart.rows.indexOf(taken) + 1);
  }
  const rows = apart.rows.toSpliced(place, 0, row);
  if (!isPart(row)) return { ...apart, rows };
  return { ...apart, rows: rows.map((other) => addOperands(other, [row])) };
}

/** Takes a source row out of a row it was added up in (其他), so that it is not counted twice. */
function takeApart(definition: ReplyTableDefinition, tableId: TableId, sourceRow: RowId): ReplyTableDefinition {
  const isIt = (from: { tableId: TableId; rowId: RowId }) => from.tableId === tableId && from.rowId === sourceRow;
  const merged = definition.rows.find(({ content }) => content.kind === 'source' && content.from.some(isIt));
  if (!merged || merged.content.kind !== 'source') return definition;
  const content = { ...merged.content, from: merged.content.from.filter((from) => !isIt(from)) };
  return { ...definition, rows: definition.rows.map((row) => (row === merged ? { ...row, content } : row)) };
}

/** The row that takes exactly this row of a source table over; null when there is none. */
export function findTakenRow(definition: ReplyTableDefinition, tableId: TableId, sourceRow: RowId): ReplyRow | null {
  return (
    definition.rows.find(
      ({ content }) =>
        content.kind === 'source' &&
        content.from.some((from) => from.tableId === tableId && from.rowId === sourceRow) &&
        !isMerged(content.from),
    ) ?? null
  );
}

/** Adds 合计 or 平均 at the end, over the rows that are neither totals nor details. The source's own total of the same rows gives way to it. */
export function addTotalRow(definition: ReplyTableDefinition, kind: 'sum' | 'average'): ReplyTableDefinition {
  const of = definition.rows.filter(isPart).map((row) => row.rowId);
  if (of.length === 0) return definition;
  const last = definition.rows.at(-1)!;
  const cleared =
    kind === 'sum' && last.content.kind === 'source' && getTotalKind(last.label) === 'total'
      ? removeRow(definition, last.rowId)
      : definition;
  const row: ReplyRow = { rowId: newId(), label: kind === 'sum' ? TOTAL_LABEL : AVERAGE_LABEL, format: null, content: { kind, of } };
  return { ...cleared, rows: [...cleared.rows, row] };
}

/** Adds a row computed from two others, after the later of them. */
export function addRowOfTwo(
  definition: ReplyTableDefinition,
  kind: 'difference' | 'share',
  of: [RowId, RowId],
  label: string,
): ReplyTableDefinition {
  const format = kind === 'share' ? { unit: '%', decimals: 2, grouping: false, showUnit: true } : null;
  const place = Math.max(...of.map((rowId) => definition.rows.findIndex((row) => row.rowId === rowId))) + 1;
  return { ...definition, rows: definition.rows.toSpliced(place, 0, { rowId: newId(), label, format, content: { kind, of } }) };
}

/** A total or average over more rows; any other row as it is. */
export function addOperands(row: ReplyRow, added: readonly ReplyRow[]): ReplyRow {
  const { content } = row;
  if (content.kind !== 'sum' && content.kind !== 'average') return row;
  return { ...row, content: { ...content, of: [...content.of, ...added.map(({ rowId }) => rowId)] } };
}

/** Adds a source table's rows to the rows with the same label, so that its columns can stand beside the first table's. Returns how many were found. */
export function matchRows(definition: ReplyTableDefinition, table: DataTable): { definition: ReplyTableDefinition; matched: number } {
  const byLabel = new Map(listBodyRows(table).map((row) => [plain(getRowLabel(table, row)), row.rowId]));
  let matched = 0;
  const rows = definition.rows.map((row) => {
    const { content } = row;
    const rowId = byLabel.get(plain(row.label));
    if (content.kind !== 'source' || rowId === undefined || content.from.some((from) => from.tableId === table.tableId)) return row;
    matched += 1;
    return { ...row, content: { ...content, from: [...content.from, { tableId: table.tableId, rowId }] } };
  });
  return { definition: { ...definition, rows }, matched };
}

/** Whether a row counts in totals: taken from a source, not itself a total, no detail of another. */
export function isPart({ label, content }: ReplyRow): boolean {
  return content.kind === 'source' && getTotalKind(label) === null && !DETAIL_LEADS.some((lead) => label.startsWith(lead));
}

function isMerged(from: readonly { tableId: TableId }[]): boolean {
  return new Set(from.map(({ tableId }) => tableId)).size < from.length;
}

function moveBy<Entry>(entries: readonly Entry[], isIt: (entry: Entry) => boolean, step: 1 | -1): Entry[] {
  const at = entries.findIndex(isIt);
  const to = at + step;
  if (at < 0 || to < 0 || to >= entries.length) return [...entries];
  return entries.toSpliced(at, 1).toSpliced(to, 0, entries[at]!);
}

function plain(label: string): string {
  return label.replace(/\s+/g, '');
}
