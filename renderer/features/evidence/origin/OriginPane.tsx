import { useQuery } from '../../../ipc/useQuery';
import { useWords } from '../../../ui/language';
import { Notice } from '../../../ui/Notice';
import type { GridPosition } from '../gridCursor';
import type { GridTable } from '../gridTable';
import { OriginPages } from './OriginPages';
import { OriginSheet } from './OriginSheet';
import { OriginText } from './OriginText';
import './origin.css';

/** What shows a table's place in its file: which cell is chosen in the grid, and choosing one there. */
export type OriginProps = { table: GridTable; at: GridPosition | null; onMove: (to: GridPosition) => void };

/** The place a table was read from, beside it: its pages, its sheet, or the text around it. */
export function OriginPane(props: OriginProps) {
  const { say, sayError } = useWords();
  const { value: origin, error } = useQuery('origin:get', { tableId: props.table.tableId });
  const name = origin && origin.kind !== 'none' ? origin.fileName : '';
  return (
    <section className="origin" aria-label={say('origin.name', { name })}>
      {error ? <Notice kind="error">{sayError(error)}</Notice> : null}
      {origin?.kind === 'pages' ? <OriginPages key={origin.sourceId} {...props} origin={origin} /> : null}
      {origin?.kind === 'sheet' ? <OriginSheet {...props} fileName={origin.fileName} /> : null}
      {origin?.kind === 'text' ? <OriginText {...props} origin={origin} /> : null}
      {origin?.kind === 'none' ? <p className="evidence-hint faint">{say('origin.none')}</p> : null}
    </section>
  );
}
