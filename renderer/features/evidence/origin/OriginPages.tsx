import { ChevronLeft, ChevronRight, LocateFixed, ZoomIn, ZoomOut } from 'lucide-react';
import { type MouseEvent, useEffect, useRef, useState } from 'react';
import type { PageBox, PlacedPart, TableOrigin } from '../../../../shared/domain/tableOrigin';
import { call } from '../../../ipc/client';
import { useBlobUrl } from '../../../ipc/useBlobUrl';
import { useQuery } from '../../../ipc/useQuery';
import { IconButton } from '../../../ui/Button';
import { useWords } from '../../../ui/language';
import { Notice } from '../../../ui/Notice';
import type { GridPosition } from '../gridCursor';
import type { OriginProps } from './OriginPane';
import { findCellAt, findPartOfRow, findPlacedCell } from './placedCells';

/** Widths of a page against its pane; the second shows most tables of a report legibly and whole. */
const ZOOMS = [1, 1.3, 1.6, 2, 3] as const;

/** Pixels kept free around what is brought into sight, and between the page and its pane. */
const MARGIN = 24;
const PADDING = 12;

type OriginPagesProps = OriginProps & { origin: Extract<TableOrigin, { kind: 'pages' }> };

/** The pages of a PDF: that of the chosen cell, the table's region and the cell marked; a click on a cell chooses it in the grid. */
export function OriginPages({ table, at, onMove, origin }: OriginPagesProps) {
  const { say } = useWords();
  const { value: parts } = useQuery('origin:parts', { tableId: table.tableId });
  const [turned, setTurned] = useState<{ page: number; at: GridPosition | null } | null>(null);
  const [zoom, setZoom] = useState(1);
  const [pages, setPages] = useState<number | null>(null);
  const placed = at && parts ? findPlacedCell(parts, at) : null;
  const home = (at && parts && findPartOfRow(parts, at.row)?.page) || origin.page;
  const page = turned && turned.at === at ? turned.page : home;
  const turn = (to: number) => setTurned({ page: to, at });
  const isSought = at !== null && (table.getRow(at.row)?.cells[at.col]?.text ?? '') !== '';
  return (
    <>
      <div className="origin-bar">
        <span className="clip origin-file">{origin.fileName}</span>
        <IconButton icon={ChevronLeft} label={say('origin.previousPage')} isDisabled={page <= 1} onPress={() => turn(page - 1)} />
        <span className="origin-count">{say('origin.pageOf', { page, pages: pages ?? '…' })}</span>
        <IconButton icon={ChevronRight} label={say('origin.nextPage')} isDisabled={page >= (pages ?? 0)} onPress={() => turn(page + 1)} />
        <IconButton icon={LocateFixed} label={say('origin.backToCell')} isDisabled={page === home} onPress={() => setTurned(null)} />
        <IconButton icon={ZoomOut} label={say('origin.zoomOut')} isDisabled={zoom === 0} onPress={() => setZoom(zoom - 1)} />
        <IconButton icon={ZoomIn} label={say('origin.zoomIn')} isDisabled={zoom === ZOOMS.length - 1} onPress={() => setZoom(zoom + 1)} />
      </div>
      <OriginPage
        key={page}
        sourceId={origin.sourceId}
        page={page}
        part={parts?.find((part) => part.page === page) ?? null}
        active={placed && placed.page === page ? placed.box : null}
        zoom={ZOOMS[zoom]!}
        onMove={onMove}
        onPages={setPages}
      />
      {parts?.length === 0 ? <p className="origin-note small faint">{say('origin.notFound')}</p> : null}
      {parts && parts.length > 0 && isSought && !placed ? <p className="origin-note small faint">{say('origin.cellNotFound')}</p> : null}
    </>
  );
}

type OriginPageProps = {
  sourceId: Extract<TableOrigin, { kind: 'pages' }>['sourceId'];
  page: number;
  part: PlacedPart | null;
  active: PageBox | null;
  zoom: number;
  onMove: (to: GridPosition) => void;
  onPages: (pages: number) => void;
};

function OriginPage({ sourceId, page, part, active, zoom, onMove, onPages }: OriginPageProps) {
  const { say, sayError } = useWords();
  const scroller = useRef<HTMLDivElement>(null);
  const { url, error } = useBlobUrl(`${sourceId} ${page}`, async () => {
    const picture = await call('origin:page', { sourceId, page });
    onPages(picture.pages);
    return picture;
  });
  const [drawn, setDrawn] = useState(false);
  useEffect(() => {
    if (!drawn || !part || !scroller.current) return;
    const scale = ((scroller.current.clientWidth - 2 * PADDING) * zoom) / part.width;
    showBox(scroller.current, part.box, scale);
    if (active) showBox(scroller.current, active, scale);
  }, [drawn, active, part, zoom]);

  const choose = (event: MouseEvent<HTMLDivElement>) => {
    if (!part) return;
    const area = event.currentTarget.getBoundingClientRect();
    const x = ((event.clientX - area.left) / area.width) * part.width;
    const y = ((event.clientY - area.top) / area.height) * part.height;
    const cell = findCellAt(part, x, y);
    if (cell) onMove({ row: cell.row, col: cell.col });
  };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- It scrolls.
    <div ref={scroller} className="origin-scroll scroll" role="document" aria-label={say('desk.page', { page })} tabIndex={0}>
      {error ? <Notice kind="error">{sayError(error)}</Notice> : null}
      {url || error ? null : <p className="evidence-hint faint">{say('origin.reading')}</p>}
      {url ? (
        // oxlint-disable-next-line jsx-a11y/no-static-element-interactions, jsx-a11y/click-events-have-key-events -- The grid's keys do the same.
        <div className="origin-page" style={{ width: `${zoom * 100}%` }} onClick={choose}>
          <img src={url} alt={say('desk.page', { page })} onLoad={() => setDrawn(true)} />
          {part ? <span className="origin-region" style={placeBox(part.box, part)} /> : null}
          {part && active ? <span className="origin-cell" style={placeBox(active, part)} /> : null}
        </div>
      ) : null}
    </div>
  );
}

function placeBox(box: PageBox, { width, height }: PlacedPart) {
  const share = (part: number, whole: number) => `${(part / whole) * 100}%`;
  return { left: share(box.x, width), top: share(box.y, height), width: share(box.width, width), height: share(box.height, height) };
}

/** Scrolls as little as needed for a box of the page to be well in sight, from its top left corner on. */
function showBox(scroller: HTMLElement, box: PageBox, scale: number): void {
  const show = (start: number, length: number, from: number, room: number) => {
    const first = start * scale - MARGIN;
    const last = (start + length) * scale + MARGIN;
    return first < from || last - first > room ? first : last > from + room ? last - room : from;
  };
  scroller.scrollTop = show(box.y, box.height, scroller.scrollTop, scroller.clientHeight);
  scroller.scrollLeft = show(box.x, box.width, scroller.scrollLeft, scroller.clientWidth);
}
