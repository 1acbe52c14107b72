import type { ReactNode } from 'react';
import type { CellLayout, TableLayout } from '../../../shared/document/tableLayout';

type PrintedTableProps = {
  layout: TableLayout;
  label: string;
  /** Draws what a cell holds with what is open on it. */
  drawCell?: (row: number, col: number, lines: ReactNode) => ReactNode;
};

/** A table drawn as it will print: column widths, spans, alignment and size are those of the exported document. */
export function PrintedTable({ layout, label, drawCell = (_row, _col, lines) => lines }: PrintedTableProps) {
  return (
    <table className={`printed-table size-${layout.size.toLowerCase()}`} aria-label={label}>
      <colgroup>
        {layout.columnTwips.map((twips, index) => (
          <col key={index} width={`${(100 * twips) / layout.widthTwips}%`} />
        ))}
      </colgroup>
      <tbody>
        {layout.rows.map((_row, rowIndex) => (
          <tr key={rowIndex}>{drawCells(layout, rowIndex, drawCell)}</tr>
        ))}
      </tbody>
    </table>
  );
}

function drawCells(layout: TableLayout, rowIndex: number, drawCell: NonNullable<PrintedTableProps['drawCell']>): ReactNode[] {
  let col = 0;
  return layout.rows[rowIndex]!.cells.map((cell) => {
    const start = col;
    col += cell.colSpan;
    if (cell.merge === 'continue') return null;
    const Tag = cell.stands === 'head' ? 'th' : 'td';
    return (
      <Tag
        key={start}
        data-row={rowIndex}
        data-col={start}
        className={cell.bold ? `${cell.stands} total` : cell.stands}
        colSpan={cell.colSpan}
        rowSpan={countSpannedRows(layout, rowIndex, start, cell)}
      >
        {drawCell(
          rowIndex,
          start,
          cell.content.map((part, index) =>
            part.type === 'table' ? <PrintedTable key={index} layout={part.layout} label="" /> : <p key={index}>{part.text}</p>,
          ),
        )}
      </Tag>
    );
  });
}

function countSpannedRows(layout: TableLayout, rowIndex: number, col: number, cell: CellLayout): number {
  if (cell.merge !== 'start') return 1;
  let rows = 1;
  while (findCellAt(layout, rowIndex + rows, col)?.merge === 'continue') rows++;
  return rows;
}

function findCellAt(layout: TableLayout, rowIndex: number, col: number): CellLayout | undefined {
  let at = 0;
  return layout.rows[rowIndex]?.cells.find((cell) => {
    const found = at === col;
    at += cell.colSpan;
    return found;
  });
}
