import { useState } from 'react';
import type { DataTable } from '../../../shared/domain/dataTable';
import type { TableId } from '../../../shared/domain/ids';
import { proposeDefinition } from '../../../shared/tables/reply/proposeDefinition';
import type { ReplyTableDefinition } from '../../../shared/tables/reply/replyTableDefinition';
import { useQuery } from '../../ipc/useQuery';
import { AppDialog } from '../../ui/AppDialog';
import { useWords } from '../../ui/language';
import { Notice } from '../../ui/Notice';
import { Builder } from './Builder';
import './replyTable.css';

/** More rows than this are not taken over at once; the user chooses among them. */
const MOST_ROWS = 200;
const MOST_COLUMNS = 30;

/** Makes a reply table from a table, or edits the one that is a reply table already. */
export function ReplyTableDialog({ tableId, onClose }: { tableId: TableId; onClose: () => void }) {
  const { say, sayError } = useWords();
  const stored = useQuery('replyTable:get', { tableId });
  const { value: table, error } = useQuery('table:get', { tableId });
  const failure = stored.error ?? error;
  if (stored.loading || !table) {
    return (
      <AppDialog title={say('replyTable.make')} onClose={onClose} full>
        {failure ? <Notice kind="error">{sayError(failure)}</Notice> : <p className="faint">{say('shell.loading')}</p>}
      </AppDialog>
    );
  }
  return <OpenBuilder key={tableId} table={table} stored={stored.value} onClose={onClose} />;
}

type OpenBuilderProps = { table: DataTable; stored: ReplyTableDefinition | null; onClose: () => void };

/** Holds what is edited from the moment it is read: a change elsewhere must not take the user's choices away. */
function OpenBuilder({ table, stored, onClose }: OpenBuilderProps) {
  const [first] = useState(() => stored ?? limit(proposeDefinition(table)));
  const [edited] = useState(stored === null ? null : table.tableId);
  return <Builder first={first} source={stored === null ? table.tableId : null} edited={edited} onClose={onClose} />;
}

function limit(definition: ReplyTableDefinition): ReplyTableDefinition {
  return { ...definition, rows: definition.rows.slice(0, MOST_ROWS), columns: definition.columns.slice(0, MOST_COLUMNS) };
}
