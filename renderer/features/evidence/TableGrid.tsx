import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, useEffect, useId, useMemo, useRef } from 'react';
import type { Cell, DataTable, TableRow } from '../../../shared/domain/dataTable';
import { findAnchor, type GridPosition, moveCursor } from './gridCursor';
import { findTallCells, type GridGeometry, layOutGrid, spanWidth } from './gridGeometry';

type TableGridProps = {
  table: DataTable;
  label: string;
  at: GridPosition | null;
  onMove: (to: GridPosition) => void;
  /** Enter or double click on a cell. */
  onOpen: (at: GridPosition) => void;
};

/** A table as its source prints it: spans, header band, numbers to the right. Only rows in sight are drawn, so length does not matter. */
export function TableGrid({ table, label, at, onMove, onOpen }: TableGridProps) {
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const geometry = useMemo(() => layOutGrid(table), [table]);
  const tall = useMemo(() => findTallCells(table), [table]);
  const { headerRows } = table;
  const headerHeight = geometry.tops[headerRows] ?? 0;
  const virtualizer = useVirtualizer({
    count: table.rows.length - headerRows,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => spanWidth(geometry.tops, index + headerRows, 1),
    overscan: 10,
    // The sticky header hides as much of the viewport as its height.
    scrollPaddingEnd: headerHeight,
  });
  useEffect(() => virtualizer.measure(), [virtualizer, geometry, headerRows]);
  useEffect(() => {
    if (at && at.row >= headerRows) virtualizer.scrollToIndex(at.row - headerRows, { align: 'auto' });
    if (at && scroller.current) showColumn(scroller.current, geometry, at.col);
  }, [virtualizer, geometry, headerRows, at]);

  function onKeyDown(event: KeyboardEvent) {
    const from = at ?? { row: 0, col: 0 };
    if (event.key === 'Enter' && at) onOpen(at);
    else {
      const page = Math.max(1, virtualizer.getVirtualItems().length - 10);
      const to = at ? moveCursor(table, from, event, page) : event.key.startsWith('Arrow') ? from : null;
      if (!to) return;
      onMove(to);
    }
    event.preventDefault();
  }

  const shown = virtualizer.getVirtualItems().map((item) => item.index + headerRows);
  const first = shown[0] ?? headerRows;
  const reaching = tall.filter(({ row, rowSpan }) => row >= headerRows && row < first && row + rowSpan > first).map(({ row }) => row);
  const drawRow = (row: number, onlyTall: boolean) => {
    const line = table.rows[row];
    if (!line) return null;
    return <GridRow key={line.rowId} {...{ id, table, geometry, line, row, at, onMove, onOpen, onlyTall }} />;
  };

  return (
    <div
      ref={scroller}
      role="grid"
      className="grid scroll"
      aria-label={label}
      aria-rowcount={table.rows.length}
      aria-colcount={table.columns.length}
      aria-activedescendant={at ? `${id}${at.row}-${at.col}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      {headerRows > 0 ? (
        <div role="rowgroup" className="grid-header" style={{ height: headerHeight, width: geometry.lefts.at(-1) }}>
          {table.rows.slice(0, headerRows).map((_, row) => drawRow(row, false))}
        </div>
      ) : null}
      <div
        role="rowgroup"
        className="grid-body"
        style={{ height: geometry.tops.at(-1), width: geometry.lefts.at(-1), marginTop: -headerHeight }}
      >
        {reaching.map((row) => drawRow(row, true))}
        {shown.map((row) => drawRow(row, false))}
      </div>
    </div>
  );
}

type GridRowProps = Pick<TableGridProps, 'table' | 'at' | 'onMove' | 'onOpen'> & {
  id: string;
  geometry: GridGeometry;
  line: TableRow;
  row: number;
  onlyTall: boolean;
};

function GridRow({ id, table, geometry, line, row, at, onMove, onOpen, onlyTall }: GridRowProps) {
  const isHeader = row < table.headerRows;
  return (
    <div role="row" aria-rowindex={row + 1} className={`grid-row ${line.role}`} style={{ top: geometry.tops[row] }}>
      {line.cells.map((cell, col) => {
        if (cell.covered || (onlyTall && cell.rowSpan === 1)) return null;
        const active = at?.row === row && at.col === col;
        return (
          <div
            key={table.columns[col]?.colId ?? col}
            id={`${id}${row}-${col}`}
            role={isHeader ? 'columnheader' : 'gridcell'}
            aria-colindex={col + 1}
            aria-rowspan={cell.rowSpan > 1 ? cell.rowSpan : undefined}
            aria-colspan={cell.colSpan > 1 ? cell.colSpan : undefined}
            aria-selected={active}
            className={cellClass(cell, isHeader, active)}
            style={{
              left: geometry.lefts[col],
              width: spanWidth(geometry.lefts, col, cell.colSpan),
              height: spanWidth(geometry.tops, row, cell.rowSpan),
            }}
            onMouseDown={() => onMove(findAnchor(table, { row, col }))}
            onDoubleClick={() => onOpen({ row, col })}
          >
            {cell.text.replaceAll('\uFFFC', '▦')}
          </div>
        );
      })}
    </div>
  );
}

function cellClass(cell: Cell, isHeader: boolean, active: boolean): string {
  const kinds = ['grid-cell'];
  if (isHeader) kinds.push('head');
  else if (cell.value !== null) kinds.push('amount');
  if (cell.original !== undefined) kinds.push('corrected');
  if (active) kinds.push('active');
  return kinds.join(' ');
}

function showColumn(scroller: HTMLElement, geometry: GridGeometry, col: number): void {
  const left = geometry.lefts[col] ?? 0;
  const right = geometry.lefts[col + 1] ?? left;
  if (left < scroller.scrollLeft) scroller.scrollLeft = left;
  else if (right > scroller.scrollLeft + scroller.clientWidth) scroller.scrollLeft = right - scroller.clientWidth;
}
