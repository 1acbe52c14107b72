import type { ReactNode } from 'react';
import type { DataTable } from '../../../shared/domain/dataTable';
import type { QuestionId } from '../../../shared/domain/ids';
import { useQuery } from '../../ipc/useQuery';

/** What is open on the cells of a shown table: by "row,col" the text proposed, or '' for a remark alone; and rows to be taken out. */
export type CellReview = { cells: ReadonlyMap<string, { proposed: string | null; hasComment: boolean }>; gone: ReadonlySet<number> };

/** Open suggestions and remarks on the cells of a table shown in a reply. */
export function useCellReview(questionId: QuestionId, table: DataTable | null): CellReview {
  const { value } = useQuery('review:list', table ? { questionId } : null);
  const cells = new Map<string, { proposed: string | null; hasComment: boolean }>();
  const gone = new Set<number>();
  for (const { change, state } of table ? (value ?? []) : []) {
    const { anchor, payload } = change;
    if (state !== 'open') continue;
    if (payload.kind === 'deleteRow' && payload.tableId === table!.tableId)
      gone.add(table!.rows.findIndex(({ rowId }) => rowId === payload.rowId));
    if (anchor.cell?.tableId !== table!.tableId) continue;
    const row = table!.rows.findIndex(({ rowId }) => rowId === anchor.cell!.rowId);
    const col = table!.columns.findIndex(({ colId }) => colId === anchor.cell!.colId);
    const known = cells.get(`${row},${col}`) ?? { proposed: null, hasComment: false };
    if (payload.kind === 'setCell') cells.set(`${row},${col}`, { ...known, proposed: payload.text });
    else if (payload.kind === 'comment') cells.set(`${row},${col}`, { ...known, hasComment: true });
  }
  return { cells, gone };
}

/** A cell's lines with what is proposed for them. */
export function drawReviewedCell({ cells, gone }: CellReview, row: number, col: number, lines: ReactNode): ReactNode {
  const found = cells.get(`${row},${col}`);
  if (gone.has(row)) return <del className="cell-gone">{lines}</del>;
  if (!found) return lines;
  return (
    <div className={found.hasComment ? 'cell-comment' : undefined}>
      {found.proposed === null ? lines : <del className="cell-gone">{lines}</del>}
      {found.proposed === null ? null : <ins className="cell-proposed">{found.proposed}</ins>}
    </div>
  );
}
