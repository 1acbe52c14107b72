import { FileSpreadsheet } from 'lucide-react';
import { useNavigator } from '../../workspace/navigation';
import { useQuery } from '../../ipc/useQuery';
import { Button, LinkButton } from '../../ui/Button';
import { useWords } from '../../ui/language';
import { Notice } from '../../ui/Notice';

/** What waits for a decision before the list of sources: updates to confirm and intended corrections; and the way to the register. */
export function WaitingNotices() {
  const { say } = useWords();
  const { go } = useNavigator();
  const { value: updates } = useQuery('sourceUpdate:list', {});
  const { value: corrections } = useQuery('correction:list', {});
  const waiting = (updates ?? []).reduce(
    (sum, { tables, newTables }) =>
      sum +
      newTables.length +
      tables.reduce((count, table) => count + table.cells.length + table.rowsAdded.length + table.rowsRemoved.length, 0),
    0,
  );
  return (
    <div className="waiting">
      {waiting > 0 ? (
        <Notice kind="doubt">
          {say('evidence.updates', { count: waiting })}{' '}
          <LinkButton onPress={() => go({ type: 'openDialog', dialog: { name: 'sourceUpdates' } })}>
            {say('evidence.updatesOpen')}
          </LinkButton>
        </Notice>
      ) : null}
      {corrections && corrections.length > 0 ? (
        <Notice kind="info">
          {say('evidence.corrections', { count: corrections.length })}{' '}
          <LinkButton onPress={() => go({ type: 'openDialog', dialog: { name: 'intendedCorrections' } })}>
            {say('evidence.updatesOpen')}
          </LinkButton>
        </Notice>
      ) : null}
      <Button kind="quiet" icon={FileSpreadsheet} onPress={() => go({ type: 'openDialog', dialog: { name: 'register' } })}>
        {say('evidence.register')}
      </Button>
    </div>
  );
}
