import { type KeyboardEvent, type RefObject, useEffect, useEffectEvent, useId, useMemo, useRef, useState } from 'react';
import type { Cell, OpenTable, TableRow } from '../../../shared/domain/dataTable';
import { findAnchor, type GridPosition, moveCursor } from './gridCursor';
import { findRowsInSight, findTallCells, type GridGeometry, isLong, layOutGrid, spanWidth } from './gridGeometry';
import { type GridTable, useGridTable } from './gridTable';
import './tableGrid.css';

type TableGridProps = {
  table: OpenTable;
  label: string;
  at: GridPosition | null;
  onMove: (to: GridPosition) => void;
  /** Enter or double click on a cell. */
  onOpen: (at: GridPosition) => void;
  /** Ctrl+Enter on a cell: references it in the reply. */
  onReference: (at: GridPosition) => void;
  /** Ctrl+Shift+Enter: inserts the whole table into the reply. */
  onInsert: () => void;
};

/** Rows drawn beyond either edge of what is in sight, so that a flick of the wheel shows no gap. */
const SPARE_ROWS = 12;

/** A table as its source prints it: spans, header band, numbers to the right. Only rows in sight are drawn, so length does not matter. */
export function TableGrid({ table, label, at, onMove, onOpen, onReference, onInsert }: TableGridProps) {
  const id = useId();
  const scroller = useRef<HTMLDivElement>(null);
  const geometry = useMemo(() => layOutGrid(table), [table]);
  const tall = useMemo(() => findTallCells(table), [table]);
  const { headerRows } = table;
  const headerHeight = geometry.tops[headerRows] ?? 0;
  const { first, end, measure } = useRowsInSight(scroller, geometry, headerRows);
  const reaching = tall.filter(({ row, rowSpan }) => row >= headerRows && row < first && row + rowSpan > first);
  const grid = useGridTable(table, reaching[0]?.row ?? first, end);
  useEffect(() => {
    if (at && scroller.current) showCell(scroller.current, geometry, headerRows, at);
  }, [geometry, headerRows, at]);

  // The row that opened this table is out of sight; the focus it had goes on here.
  useEffect(() => {
    if (document.activeElement === document.body) scroller.current?.focus({ preventScroll: true });
  }, []);

  function onKeyDown(event: KeyboardEvent) {
    const from = at ?? { row: 0, col: 0 };
    const isMain = event.ctrlKey || event.metaKey;
    if (event.key === 'Enter' && isMain && event.shiftKey) onInsert();
    else if (event.key === 'Enter' && at) (isMain ? onReference : onOpen)(at);
    else {
      const page = Math.max(1, end - first - 2 * SPARE_ROWS);
      const to = at ? moveCursor(grid, from, event, page) : event.key.startsWith('Arrow') ? from : null;
      if (!to) return;
      onMove(to);
    }
    event.preventDefault();
  }

  const drawRow = (row: number, onlyTall: boolean) => {
    const line = grid.getRow(row);
    if (!line) return null;
    return <GridRow key={`${line.rowId}${onlyTall}`} {...{ id, grid, geometry, line, row, at, onMove, onOpen, onlyTall }} />;
  };

  return (
    <div
      ref={scroller}
      role="grid"
      className={isLong(table) ? 'grid long scroll' : 'grid scroll'}
      aria-label={label}
      aria-rowcount={table.rowCount}
      aria-colcount={table.columns.length}
      aria-activedescendant={at ? `${id}${at.row}-${at.col}` : undefined}
      tabIndex={0}
      onKeyDown={onKeyDown}
      onScroll={measure}
      onCopy={(event) => {
        const cell = at ? grid.getRow(at.row)?.cells[at.col] : undefined;
        if (!cell || window.getSelection()?.type === 'Range') return;
        event.preventDefault();
        event.clipboardData.setData('text/plain', cell.value === null ? cell.text : cell.text + (cell.unit ?? ''));
      }}
    >
      {headerRows > 0 ? (
        <div role="rowgroup" className="grid-header" style={{ height: headerHeight, width: geometry.lefts.at(-1) }}>
          {Array.from({ length: headerRows }, (_, row) => drawRow(row, false))}
        </div>
      ) : null}
      <div
        role="rowgroup"
        className="grid-body"
        style={{ height: geometry.tops.at(-1), width: geometry.lefts.at(-1), marginTop: -headerHeight }}
      >
        {reaching.map(({ row }) => drawRow(row, true))}
        {Array.from({ length: Math.max(0, end - first) }, (_, index) => drawRow(first + index, false))}
      </div>
    </div>
  );
}

/** Which rows to draw; `measure` looks again after scrolling. */
function useRowsInSight(scroller: RefObject<HTMLElement | null>, geometry: GridGeometry, headerRows: number) {
  const [viewport, setViewport] = useState({ top: 0, height: 800 });
  function measure() {
    const element = scroller.current;
    if (element) setViewport({ top: element.scrollTop, height: element.clientHeight });
  }
  const onResize = useEffectEvent(measure);
  useEffect(() => {
    const observer = new ResizeObserver(() => onResize());
    if (scroller.current) observer.observe(scroller.current);
    return () => observer.disconnect();
  }, [scroller]);
  return { ...findRowsInSight(geometry.tops, headerRows, viewport.top, viewport.height, SPARE_ROWS), measure };
}

type GridRowProps = Pick<TableGridProps, 'at' | 'onMove' | 'onOpen'> & {
  id: string;
  grid: GridTable;
  geometry: GridGeometry;
  line: TableRow;
  row: number;
  onlyTall: boolean;
};

function GridRow({ id, grid, geometry, line, row, at, onMove, onOpen, onlyTall }: GridRowProps) {
  const isHeader = row < grid.headerRows;
  return (
    <div role="row" aria-rowindex={row + 1} className={`grid-row ${line.role}`} style={{ top: geometry.tops[row] }}>
      {line.cells.map((cell, col) => {
        if (cell.covered || (onlyTall && cell.rowSpan === 1)) return null;
        const active = at?.row === row && at.col === col;
        return (
          <div
            key={grid.columns[col]?.colId ?? col}
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
            onMouseDown={() => onMove(findAnchor(grid, { row, col }))}
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

/** Scrolls as little as needed for a cell to be in sight, below the header that stays. */
function showCell(scroller: HTMLElement, { lefts, tops }: GridGeometry, headerRows: number, at: GridPosition): void {
  const left = lefts[at.col] ?? 0;
  const right = lefts[at.col + 1] ?? left;
  if (left < scroller.scrollLeft) scroller.scrollLeft = left;
  else if (right > scroller.scrollLeft + scroller.clientWidth) scroller.scrollLeft = right - scroller.clientWidth;
  if (at.row < headerRows) return;
  const top = (tops[at.row] ?? 0) - (tops[headerRows] ?? 0);
  const bottom = tops[at.row + 1] ?? 0;
  if (top < scroller.scrollTop) scroller.scrollTop = top;
  else if (bottom > scroller.scrollTop + scroller.clientHeight) scroller.scrollTop = bottom - scroller.clientHeight;
}
