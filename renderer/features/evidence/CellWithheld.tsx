import type { CellRef } from '../../../shared/domain/dataTable';
import { printReplacement } from '../../../shared/domain/redaction';
import { useQuery } from '../../ipc/useQuery';
import { LinkButton } from '../../ui/Button';
import { useWords } from '../../ui/language';
import { useNavigator } from '../../workspace/navigation';

/** What the public reads instead of a cell that is withheld, alone or with its column, and the way to change that. */
export function CellWithheld({ cell: { tableId, rowId, colId } }: { cell: CellRef }) {
  const { say } = useWords();
  const { go } = useNavigator();
  const { value: redactions } = useQuery('redaction:list', {});
  const redaction = redactions?.find(({ target }) =>
    target.kind === 'cell'
      ? target.cell.tableId === tableId && target.cell.rowId === rowId && target.cell.colId === colId
      : target.kind === 'column' && target.tableId === tableId && target.colId === colId,
  );
  if (!redaction) return null;
  return (
    <p className="small">
      <span className="text-doubt">{say('redaction.printedAs', { words: printReplacement(redaction) })}</span>{' '}
      <LinkButton onPress={() => go({ type: 'openDialog', dialog: { name: 'redaction', mark: null, redaction } })}>
        {say('redaction.edit')}
      </LinkButton>
    </p>
  );
}
