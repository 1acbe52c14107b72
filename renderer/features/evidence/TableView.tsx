import { ArrowLeft, BookOpen, FileInput, Link2, Maximize2, Minimize2, Minus, Pencil, Plus, TableProperties, Unlink } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import type { OpenTable } from '../../../shared/domain/dataTable';
import type { TableId } from '../../../shared/domain/ids';
import { sayPlace } from '../../../shared/catalogue/sayPlace';
import { type CellPosition, ORIGIN_KEY, useNavigator } from '../../workspace/navigation';
import { useNameTarget } from '../../workspace/useLinkTable';
import { useRun, useShowUndoable } from '../../workspace/useRun';
import { call } from '../../ipc/client';
import { useQuery } from '../../ipc/useQuery';
import { Button, IconButton, LinkButton } from '../../ui/Button';
import { useWords } from '../../ui/language';
import { Notice } from '../../ui/Notice';
import { CellBar, refOf } from './CellBar';
import { CorrectCellDialog } from './CorrectCellDialog';
import { FindInTable } from './FindInTable';
import { findAnchor, type GridPosition } from './gridCursor';
import { isLong } from './gridGeometry';
import { useGridTable } from './gridTable';
import { useUnlink } from './LinkedTables';
import { OriginPane } from './origin/OriginPane';
import { TableGrid } from './TableGrid';
import { TableTextDialog } from './TableTextDialog';
import { useReplyInserts } from './useReplyInserts';

/** Rows read above the chosen one, so that a cell reaching over several rows is found. */
const ROWS_ABOVE = 100;

type TableViewProps = { tableId: TableId; cell: CellPosition | null; onClose: (tableId: TableId) => void };

/** One table as its source prints it, with what was understood of it and the means to set that right. */
export function TableView({ tableId, cell, onClose }: TableViewProps) {
  const { say, sayError } = useWords();
  const { value: table, error } = useQuery('table:open', { tableId });
  const correction = useNavigator().at.table?.correction;
  return (
    <div className="table-view">
      <div className="table-tools">
        <IconButton icon={ArrowLeft} label={say('table.back')} onPress={() => onClose(tableId)} />
        <TableActions tableId={tableId} />
      </div>
      {error && !table ? <Notice kind="error">{sayError(error)}</Notice> : null}
      {!table && !error ? <p className="evidence-hint faint">{say('shell.loading')}</p> : null}
      {table ? <TableAtCell key={`${cell?.rowId}${cell?.colId}${correction ?? ''}`} table={table} cell={cell} /> : null}
    </div>
  );
}

function TableActions({ tableId }: { tableId: TableId }) {
  const { say } = useWords();
  const { at, go } = useNavigator();
  const reply = useReplyInserts();
  return (
    <div className="table-actions">
      <Button icon={Link2} onPress={() => go({ type: 'openDialog', dialog: { name: 'linkTable', tableId } })}>
        {say('table.linkTo')}
      </Button>
      <MakeReplyTable tableId={tableId} />
      <Button icon={FileInput} isDisabled={!reply} onPress={() => reply?.insertTable(tableId)}>
        {say('table.insert')}
      </Button>
      <IconButton
        icon={BookOpen}
        label={say(at.tableRoom === 'beside' ? 'origin.hide' : 'origin.show')}
        keys={ORIGIN_KEY}
        onPress={() => go({ type: 'giveTableRoom', room: at.tableRoom === 'beside' ? 'pane' : 'beside' })}
      />
      <IconButton
        icon={at.tableRoom === 'wide' ? Minimize2 : Maximize2}
        label={say(at.tableRoom === 'wide' ? 'table.narrow' : 'table.widen')}
        onPress={() => go({ type: 'giveTableRoom', room: at.tableRoom === 'wide' ? 'pane' : 'wide' })}
      />
    </div>
  );
}

/** Makes a reply table from this one, or edits it when it is one. */
function MakeReplyTable({ tableId }: { tableId: TableId }) {
  const { say } = useWords();
  const { go } = useNavigator();
  const { value: definition } = useQuery('replyTable:get', { tableId });
  return (
    <Button icon={TableProperties} onPress={() => go({ type: 'openDialog', dialog: { name: 'replyTable', tableId } })}>
      {say(definition ? 'replyTable.edit' : 'replyTable.make')}
    </Button>
  );
}

/** Waits for the row of the cell to stand at, where it is not among the rows already read. */
function TableAtCell({ table, cell }: { table: OpenTable; cell: CellPosition | null }) {
  const known = cell ? table.rows.findIndex((candidate) => candidate.rowId === cell.rowId) : -1;
  const { value: row, loading } = useQuery('table:findRow', cell && known < 0 ? { tableId: table.tableId, rowId: cell.rowId } : null);
  const col = table.columns.findIndex((candidate) => candidate.colId === cell?.colId);
  if (cell && known < 0 && loading) return null;
  const at = known >= 0 ? known : row;
  return <TableBody table={table} start={at === null || at < 0 || col < 0 ? null : { row: at, col }} />;
}

function TableBody({ table, start }: { table: OpenTable; start: GridPosition | null }) {
  const { say } = useWords();
  const [at, setAt] = useState(start);
  const navigator = useNavigator();
  const proposed = navigator.at.table?.correction;
  const [correcting, setCorrecting] = useState<GridPosition | null>(proposed === undefined ? null : start);
  const finish = () => {
    setCorrecting(null);
    // What was proposed is decided: coming back to this table later proposes nothing.
    if (proposed !== undefined) navigator.go({ type: 'openTable', tableId: table.tableId, cell: navigator.at.table?.cell ?? null });
  };
  const reply = useReplyInserts();
  const caption = table.caption ?? say('evidence.untitled');
  const grid = useGridTable(table, (at?.row ?? 0) - ROWS_ABOVE, (at?.row ?? 0) + 1);
  const shownAt = at && at.row < table.rowCount && at.col < table.columns.length ? findAnchor(grid, at) : null;
  const isBeside = navigator.at.tableRoom === 'beside';
  const main = useRef<HTMLDivElement>(null);
  // The reply steps back for the source: what had the focus there goes on in the grid.
  useEffect(() => {
    if (isBeside && !main.current?.closest('.table-view')?.contains(document.activeElement)) {
      main.current?.querySelector<HTMLElement>('[role="grid"]')?.focus({ preventScroll: true });
    }
  }, [isBeside]);
  return (
    <div className="table-body">
      <div ref={main} className="table-main">
        <TableHead table={table} />
        {isLong(table) ? <FindInTable tableId={table.tableId} at={at} onFound={setAt} /> : null}
        <TableGrid
          table={table}
          label={say('table.grid', { caption, rows: table.rowCount, columns: table.columns.length })}
          at={shownAt}
          onMove={setAt}
          onOpen={setCorrecting}
          onInsert={() => reply?.insertTable(table.tableId)}
          onReference={(chosen) => {
            const ref = refOf(grid, chosen);
            if (ref && grid.getRow(chosen.row)?.cells[chosen.col]?.value != null) reply?.insertFigure(ref);
          }}
        />
        {table.notes.length > 0 ? (
          <div className="table-notes small scroll" role="note" aria-label={say('table.notes')}>
            {table.notes.map((note, index) => (
              <p key={index}>{note}</p>
            ))}
          </div>
        ) : null}
        <CellBar table={grid} at={shownAt} onCorrect={setCorrecting} />
      </div>
      {isBeside ? <OriginPane table={grid} at={shownAt} onMove={setAt} /> : null}
      {correcting && grid.getRow(correcting.row) ? (
        <CorrectCellDialog table={grid} at={correcting} proposed={proposed} onClose={finish} />
      ) : null}
    </div>
  );
}

function TableHead({ table }: { table: OpenTable }) {
  const { language, say } = useWords();
  const run = useRun();
  const showUndoable = useShowUndoable();
  const [editing, setEditing] = useState<'caption' | 'unit' | null>(null);
  const { value: sources } = useQuery('source:list', {});
  const { value: definition } = useQuery('replyTable:get', { tableId: table.tableId });
  const source = sources?.find((candidate) => candidate.sourceId === table.sourceId);
  const setHeaderRows = (headerRows: number) =>
    run(async () => {
      await call('table:setHeaderRows', { tableId: table.tableId, headerRows });
      showUndoable(say('table.headerSaved', { count: headerRows }));
    });
  return (
    <header className="table-head">
      <div className="table-caption">
        <h2>{table.caption ?? say('evidence.untitled')}</h2>
        <IconButton icon={Pencil} label={say('table.setCaption')} onPress={() => setEditing('caption')} />
      </div>
      <p className="small faint">{[source?.fileName, sayPlace(language, table.place), table.period].filter(Boolean).join(' · ')}</p>
      {definition ? (
        <p className="small faint">
          {[table.unit && say('evidence.unit', { unit: table.unit }), say('replyTable.isComputed')].filter(Boolean).join(' · ')}
        </p>
      ) : (
        <div className="table-reading">
          <Button kind="quiet" onPress={() => setEditing('unit')}>
            {table.unit ? say('evidence.unit', { unit: table.unit }) : say('evidence.noUnit')}
            <Pencil size={12} aria-hidden />
          </Button>
          <span className="table-headers" role="group" aria-label={say('table.headerRows')}>
            <span className="small faint">{say('table.headerRows')}</span>
            <IconButton
              icon={Minus}
              label={say('table.headerLess')}
              isDisabled={table.headerRows === 0}
              onPress={() => setHeaderRows(table.headerRows - 1)}
            />
            <span>{table.headerRows}</span>
            <IconButton
              icon={Plus}
              label={say('table.headerMore')}
              isDisabled={table.headerRows >= Math.min(20, table.rowCount)}
              onPress={() => setHeaderRows(table.headerRows + 1)}
            />
          </span>
        </div>
      )}
      <TableLinks tableId={table.tableId} />
      <Doubts table={table} />
      {editing ? <TableTextDialog table={table} field={editing} onClose={() => setEditing(null)} /> : null}
    </header>
  );
}

function TableLinks({ tableId }: { tableId: TableId }) {
  const { say } = useWords();
  const { value: links } = useQuery('link:list', {});
  const nameTarget = useNameTarget();
  const unlink = useUnlink();
  const own = links?.filter((link) => link.tableId === tableId) ?? [];
  if (own.length === 0) return null;
  return (
    <ul className="table-links" aria-label={say('table.links')}>
      {own.map((link) => (
        <li key={link.linkId} className="chip" title={link.reason}>
          {nameTarget(link)}
          <IconButton icon={Unlink} label={say('table.unlink', { target: nameTarget(link) })} onPress={() => unlink(link)} />
        </li>
      ))}
    </ul>
  );
}

function Doubts({ table }: { table: OpenTable }) {
  const { say, sayMessage } = useWords();
  const run = useRun();
  const showUndoable = useShowUndoable();
  const settle = (index: number) =>
    run(async () => {
      await call('table:settleDoubt', { tableId: table.tableId, index });
      showUndoable(say('table.settled'));
    });
  if (table.doubts.length === 0) return null;
  return (
    <Notice kind="doubt">
      <ul className="small" aria-label={say('table.doubts')}>
        {table.doubts.map((doubt, index) => (
          <li key={index}>
            {doubt.row === undefined ? '' : `${say('table.doubtSite', { row: doubt.row + 1, col: (doubt.col ?? 0) + 1 })}：`}
            {sayMessage(doubt.reason)} <LinkButton onPress={() => settle(index)}>{say('table.settle')}</LinkButton>
          </li>
        ))}
      </ul>
    </Notice>
  );
}
