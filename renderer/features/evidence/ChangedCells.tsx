import type { ChangedCell } from '../../../shared/domain/dataTable';
import { LinkButton } from '../../ui/Button';
import { useWords } from '../../ui/language';
import { useNavigator } from '../../workspace/navigation';

/** Cells of reply tables whose words changed, before and after. */
export function ChangedCells({ changes }: { changes: readonly ChangedCell[] }) {
  const { say } = useWords();
  const { go } = useNavigator();
  return (
    <table className="changes">
      <caption>{say('replyTable.changedCells', { count: changes.length })}</caption>
      <thead>
        <tr>
          <th scope="col">{say('replyTable.cell')}</th>
          <th scope="col" className="number">
            {say('correct.before')}
          </th>
          <th scope="col" className="number">
            {say('correct.after')}
          </th>
        </tr>
      </thead>
      <tbody>
        {changes.map(({ cell, caption, row, column, before, after }) => (
          <tr key={`${cell.rowId} ${cell.colId}`}>
            <td>
              <LinkButton onPress={() => go({ type: 'openTable', tableId: cell.tableId, cell })}>
                {[caption ?? say('evidence.untitled'), row, column].join(' · ')}
              </LinkButton>
            </td>
            <td className="number">
              <s>{before}</s>
            </td>
            <td className="number">{after}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
