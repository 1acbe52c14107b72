import type { ReactNode } from 'react';
import type { DataTable } from '../../../shared/domain/dataTable';
import type { QuestionId } from '../../../shared/domain/ids';
import type { ReviewPayload } from '../../../shared/domain/review';
import { useQuery } from '../../ipc/useQuery';

/** What is open on one cell: the text proposed, and whether somebody remarked on it. */
type CellMark = { proposed: string | null; hasComment: boolean };

/**
 * What is open on a shown table: marks by "row,col"; rows and columns to be taken out; and what is to be put behind a row or right of a column (-1: before
 * all).
 */
export type CellReview = {
  cells: ReadonlyMap<string, CellMark>;
  goneRows: ReadonlySet<number>;
  goneColumns: ReadonlySet<number>;
  newRows: ReadonlyMap<number, string>;
  newColumns: ReadonlyMap<number, string>;
};

/** Open suggestions and remarks on the cells, rows and columns of a table shown in a reply. */
export function useCellReview(questionId: QuestionId, table: DataTable | null): CellReview {
  const { value } = useQuery('review:list', table ? { questionId } : null);
  const cells = new Map<string, CellMark>();
  const lines = { goneRows: new Set<number>(), goneColumns: new Set<number>(), newRows: new Map<number, string>(), newColumns: new Map() };
  for (const { change, state } of table ? (value ?? []) : []) {
    const { anchor, payload } = change;
    if (state !== 'open') continue;
    noteLine(lines, table!, payload);
    if (anchor.cell?.tableId !== table!.tableId) continue;
    const key = `${rowAt(table!, anchor.cell.rowId)},${columnAt(table!, anchor.cell.colId)}`;
    const known = cells.get(key) ?? { proposed: null, hasComment: false };
    if (payload.kind === 'setCell') cells.set(key, { ...known, proposed: payload.text });
    else if (payload.kind === 'comment') cells.set(key, { ...known, hasComment: true });
  }
  return { cells, ...lines };
}

type Lines = { goneRows: Set<number>; goneColumns: Set<number>; newRows: Map<number, string>; newColumns: Map<number, string> };

function noteLine({ goneRows, goneColumns, newRows, newColumns }: Lines, table: DataTable, payload: ReviewPayload): void {
  if (!('tableId' in payload) || payload.tableId !== table.tableId) return;
  if (payload.kind === 'deleteRow') goneRows.add(rowAt(table, payload.rowId));
  else if (payload.kind === 'deleteColumn') goneColumns.add(columnAt(table, payload.colId));
  else if (payload.kind === 'insertRow') newRows.set(rowAt(table, payload.after), payload.texts.join(' | '));
  else if (payload.kind === 'insertColumn') newColumns.set(columnAt(table, payload.after), payload.texts.join(' | '));
}

function rowAt(table: DataTable, id: string | null): number {
  return table.rows.findIndex(({ rowId }) => rowId === id);
}

function columnAt(table: DataTable, id: string | null): number {
  return table.columns.findIndex(({ colId }) => colId === id);
}

/** A cell's lines with what is proposed for them; a new row stands below the first cell of the row before it, a new column in the header. */
export function drawReviewedCell(
  { cells, goneRows, goneColumns, newRows, newColumns }: CellReview,
  row: number,
  col: number,
  lines: ReactNode,
): ReactNode {
  const { proposed = null, hasComment = false } = cells.get(`${row},${col}`) ?? {};
  const isGone = proposed !== null || goneRows.has(row) || goneColumns.has(col);
  const before = [row === 0 && col === 0 ? newRows.get(-1) : undefined, row === 0 && col === 0 ? newColumns.get(-1) : undefined];
  const behind = [proposed ?? undefined, col === 0 ? newRows.get(row) : undefined, row === 0 ? newColumns.get(col) : undefined];
  if (!isGone && !hasComment && [...before, ...behind].every((text) => text === undefined)) return lines;
  return (
    <div className={hasComment ? 'cell-comment' : undefined}>
      {before.map(drawProposed)}
      {isGone ? <del className="cell-gone">{lines}</del> : lines}
      {behind.map(drawProposed)}
    </div>
  );
}

function drawProposed(text: string | undefined, index: number): ReactNode {
  return text === undefined ? null : (
    <ins key={index} className="cell-proposed">
      {text}
    </ins>
  );
}
