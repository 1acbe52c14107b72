import { EyeOff } from 'lucide-react';
import { useState } from 'react';
import type { SheetRow, SheetWindow } from '../../../../shared/domain/tableOrigin';
import { useQuery } from '../../../ipc/useQuery';
import { LinkButton } from '../../../ui/Button';
import { useWords } from '../../../ui/language';
import { Notice } from '../../../ui/Notice';
import type { GridPosition } from '../gridCursor';
import type { OriginProps } from './OriginPane';

/** Rows of the table that one reading of the sheet is about: core gives enough around them. */
const STEP = 100;
/** Rows that are shown again when one turns to earlier or later ones. */
const OVERLAP = 10;

/** The cells of the sheet around a table as the sheet shows them, hidden ones marked; a click on one of the table's chooses it in the grid. */
export function OriginSheet({ table, at, onMove, fileName }: OriginProps & { fileName: string }) {
  const { say, sayError } = useWords();
  const [turned, setTurned] = useState<{ from: number; at: GridPosition | null } | null>(null);
  const row = Math.floor((at?.row ?? 0) / STEP) * STEP;
  const where = turned && turned.at === at ? { from: turned.from } : { row };
  const { value: shown, error } = useQuery('origin:sheet', { tableId: table.tableId, at: where });
  const chosen = at ? table.getRow(at.row)?.cells[at.col] : undefined;
  const turn = (from: number) => setTurned({ from: Math.max(0, from), at });
  const end = shown ? shown.first + shown.rows.length : 0;
  return (
    <>
      <div className="origin-bar">
        <span className="clip origin-file">{fileName}</span>
        {shown?.sheet ? <span className="small">{say('origin.sheet', { sheet: shown.sheet })}</span> : null}
        {shown?.sheetHidden ? <span className="chip text-doubt">{say('origin.hiddenSheet')}</span> : null}
      </div>
      {error ? <Notice kind="error">{sayError(error)}</Notice> : null}
      {shown || error ? null : <p className="evidence-hint faint">{say('origin.reading')}</p>}
      {shown ? (
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- It scrolls.
        <div className="origin-scroll scroll" role="region" aria-label={say('origin.name', { name: fileName })} tabIndex={0}>
          {shown.first > 0 ? (
            <LinkButton onPress={() => turn(shown.first - shown.rows.length + OVERLAP)}>{say('origin.earlierRows')}</LinkButton>
          ) : null}
          <SheetTable shown={shown} at={at} text={chosen?.original ?? chosen?.text ?? null} onMove={onMove} />
          {end < shown.rowCount ? <LinkButton onPress={() => turn(end - OVERLAP)}>{say('origin.laterRows')}</LinkButton> : null}
        </div>
      ) : null}
    </>
  );
}

type SheetTableProps = { shown: SheetWindow; at: GridPosition | null; text: string | null; onMove: (to: GridPosition) => void };

function SheetTable({ shown, at, text, onMove }: SheetTableProps) {
  const { say } = useWords();
  const { from, to } = shown.tableColumns;
  // Rows taken over from a newer version shift the table against its sheet: only a cell that says the same is marked.
  const isActive = (row: SheetRow, col: number) =>
    at !== null && row.tableRow === at.row && col - from === at.col && row.cells[col]?.text === text;
  return (
    <table className="origin-sheet">
      <thead>
        <tr>
          <td />
          {shown.columns.map(({ name, hidden }) => (
            <th
              key={name}
              scope="col"
              className={hidden ? 'out' : undefined}
              title={hidden ? say('origin.hiddenColumn', { name }) : undefined}
            >
              {name}
              {hidden ? <EyeOff size={12} aria-label={say('origin.hidden')} /> : null}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {shown.rows.map((row) => (
          <tr key={row.no} className={row.hidden ? 'out' : undefined}>
            <th scope="row" title={row.hidden ? say('origin.hiddenRow', { no: row.no }) : undefined}>
              {row.no}
              {row.hidden ? <EyeOff size={12} aria-label={say('origin.hidden')} /> : null}
            </th>
            {row.cells.map((cell, col) =>
              cell.covered ? null : (
                <SheetCell
                  key={shown.columns[col]!.name}
                  {...cell}
                  isActive={isActive(row, col)}
                  isOut={shown.columns[col]!.hidden}
                  onChoose={row.tableRow === null || col < from || col >= to ? null : () => onMove({ row: row.tableRow!, col: col - from })}
                />
              ),
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type SheetCellProps = Pick<SheetRow['cells'][number], 'text' | 'rowSpan' | 'colSpan'> & {
  isActive: boolean;
  isOut: boolean;
  onChoose: (() => void) | null;
};

function SheetCell({ text, rowSpan, colSpan, isActive, isOut, onChoose }: SheetCellProps) {
  const kinds = [onChoose && 'own', isActive && 'active', isOut && 'out', /^[-+(（¥]?[\d,.]+[%)）]?$/.test(text) && 'amount'];
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events -- The grid's keys do the same.
    <td
      ref={isActive ? showCell : null}
      rowSpan={rowSpan}
      colSpan={colSpan}
      className={kinds.filter(Boolean).join(' ') || undefined}
      aria-current={isActive || undefined}
      onClick={onChoose ?? undefined}
    >
      {text}
    </td>
  );
}

function showCell(cell: HTMLTableCellElement | null): void {
  cell?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}
