import { useEffect, useRef } from 'react';
import type { TableOrigin } from '../../../../shared/domain/tableOrigin';
import { useWords } from '../../../ui/language';
import type { OriginProps } from './OriginPane';
import { Paragraphs } from './Paragraphs';

/** Rows of the table shown on either side of the chosen one. */
const ROWS_AROUND = 12;

/** The text before and behind a table, and between them the table as it was read: of a long one the rows around the chosen cell. */
export function OriginText({ table, at, onMove, origin }: OriginProps & { origin: Extract<TableOrigin, { kind: 'text' }> }) {
  const { say } = useWords();
  const { before, after, fileName } = origin;
  const first = Math.max(0, (at?.row ?? 0) - ROWS_AROUND);
  const end = Math.min(table.rowCount, (at?.row ?? 0) + ROWS_AROUND + 1);
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const scroller = place.current?.parentElement;
    if (scroller && place.current) scroller.scrollTop = place.current.offsetTop - scroller.offsetTop - 96;
  }, []);
  return (
    <>
      <div className="origin-bar">
        <span className="clip origin-file">{fileName}</span>
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- It scrolls. */}
      <div className="origin-scroll origin-text scroll" role="document" aria-label={say('origin.name', { name: fileName })} tabIndex={0}>
        {before.length + after.length === 0 ? <p className="small faint">{say('origin.noText')}</p> : null}
        <Paragraphs texts={before} tableWord={say('origin.otherTable')} />
        <div ref={place} className="origin-place">
          <table className="origin-sheet" aria-label={say('origin.table')}>
            <tbody>
              {Array.from({ length: Math.max(0, end - first) }, (_, index) => first + index).map((row) => (
                <tr key={row}>
                  {table.getRow(row)?.cells.map((cell, col) =>
                    cell.covered ? null : (
                      // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/click-events-have-key-events -- The grid's keys do the same.
                      <td
                        key={table.columns[col]?.colId ?? col}
                        rowSpan={Math.min(cell.rowSpan, end - row)}
                        colSpan={cell.colSpan}
                        className={nameClass(cell.value !== null, at?.row === row && at.col === col)}
                        aria-current={(at?.row === row && at.col === col) || undefined}
                        onClick={() => onMove({ row, col })}
                      >
                        {(cell.original ?? cell.text).replaceAll('\uFFFC', '▦')}
                      </td>
                    ),
                  )}
                </tr>
              ))}
            </tbody>
          </table>
          {first > 0 || end < table.rowCount ? (
            <p className="small faint">
              {[
                first > 0 && say('origin.rowsBefore', { count: first }),
                end < table.rowCount && say('origin.rowsAfter', { count: table.rowCount - end }),
              ]
                .filter(Boolean)
                .join(' · ')}
            </p>
          ) : null}
        </div>
        <Paragraphs texts={after} tableWord={say('origin.otherTable')} />
      </div>
    </>
  );
}

function nameClass(isAmount: boolean, isActive: boolean): string {
  return ['own', isAmount && 'amount', isActive && 'active'].filter(Boolean).join(' ');
}
