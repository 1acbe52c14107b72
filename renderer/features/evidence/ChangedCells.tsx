import type { ChangedCell } from '../../../shared/domain/dataTable';
import { useWords } from '../../ui/language';
import { useNavigator } from '../../workspace/navigation';
import { ChangedTable } from './ChangedTable';

/** Cells of reply tables whose words changed, before and after. */
export function ChangedCells({ changes }: { changes: readonly ChangedCell[] }) {
  const { say } = useWords();
  const { go } = useNavigator();
  const lines = changes.map(({ cell, caption, row, column, before, after }) => ({
    key: `${cell.rowId} ${cell.colId}`,
    name: [caption ?? say('evidence.untitled'), row, column].join(' · '),
    before,
    after,
    open: () => go({ type: 'openTable', tableId: cell.tableId, cell }),
  }));
  return <ChangedTable caption={say('replyTable.changedCells', { count: changes.length })} head={say('replyTable.cell')} lines={lines} />;
}
