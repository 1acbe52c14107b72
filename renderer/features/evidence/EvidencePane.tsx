import type { Centre } from '../../app/navigation';
import { useNavigator } from '../../app/navigation';
import { EvidenceList } from './EvidenceList';
import { TableView } from './TableView';
import './evidence.css';

/** The right pane's evidence: the list of sources and tables, or the table that is open. */
export function EvidencePane({ centre }: { centre: Centre }) {
  const { at } = useNavigator();
  if (at.table) return <TableView key={at.table.tableId} tableId={at.table.tableId} cell={at.table.cell} />;
  return <EvidenceList questionId={centre.view === 'question' ? centre.questionId : null} />;
}
