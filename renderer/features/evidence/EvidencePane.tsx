import { useRef } from 'react';
import { flushSync } from 'react-dom';
import type { TableId } from '../../../shared/domain/ids';
import type { Centre } from '../../workspace/navigation';
import { useNavigator } from '../../workspace/navigation';
import { EvidenceList } from './EvidenceList';
import { TableView } from './TableView';
import { usePasteSource } from './usePasteSource';
import './evidence.css';

/** The right pane's evidence: the list of sources and tables, or the table that is open. The list stays behind it, with its filter and where it was scrolled to. */
export function EvidencePane({ centre }: { centre: Centre }) {
  const { at, go } = useNavigator();
  const list = useRef<HTMLDivElement>(null);
  const paste = usePasteSource();

  function closeTable(tableId: TableId) {
    flushSync(() => go({ type: 'closeTable' }));
    list.current?.querySelector<HTMLElement>(`[data-key="${tableId}"]`)?.focus();
  }

  return (
    <>
      <div ref={list} className="evidence-home" hidden={at.table !== null} tabIndex={-1} onPaste={paste}>
        <EvidenceList questionId={centre.view === 'question' ? centre.questionId : null} />
      </div>
      {at.table ? <TableView key={at.table.tableId} tableId={at.table.tableId} cell={at.table.cell} onClose={closeTable} /> : null}
    </>
  );
}
