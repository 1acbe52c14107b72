import { useMemo } from 'react';
import type { CellRef } from '../../../shared/domain/dataTable';
import { listFormulaCells } from '../../../shared/figures/listFormulaCells';
import { buildFormulas } from '../../../shared/tables/reply/buildFormulas';
import type { ReplyTableDefinition } from '../../../shared/tables/reply/replyTableDefinition';
import { useQuery } from '../../ipc/useQuery';
import { LinkButton } from '../../ui/Button';
import { useWords } from '../../ui/language';
import { useNavigator } from '../../workspace/navigation';

/** A total names this many of its parts. */
const MOST_NAMED = 4;

/** The source cells a cell of a reply table is computed from, each one press away. */
export function CellOrigin({ definition, cell }: { definition: ReplyTableDefinition; cell: CellRef }) {
  const { say } = useWords();
  const refs = useMemo(() => listOrigins(definition, cell), [definition, cell]);
  if (refs.length === 0) return null;
  return (
    <ul className="cell-uses small" aria-label={say('replyTable.origin')}>
      {refs.slice(0, MOST_NAMED).map((ref) => (
        <li key={`${ref.rowId} ${ref.colId}`}>
          <span className="faint">{say('replyTable.origin')} </span>
          <OriginLink cell={ref} />
        </li>
      ))}
      {refs.length > MOST_NAMED ? <li className="faint">{say('replyTable.moreOrigins', { count: refs.length - MOST_NAMED })}</li> : null}
    </ul>
  );
}

function OriginLink({ cell }: { cell: CellRef }) {
  const { say } = useWords();
  const { go } = useNavigator();
  const { value: found } = useQuery('cell:describe', { cell });
  if (!found) return null;
  const path = [...found.rowPath, ...found.columnPath].join(' › ');
  return (
    <LinkButton onPress={() => go({ type: 'openTable', tableId: cell.tableId, cell })}>
      {[found.caption ?? say('evidence.untitled'), path, found.text].filter(Boolean).join(' · ')}
    </LinkButton>
  );
}

function listOrigins(definition: ReplyTableDefinition, { rowId, colId }: CellRef): CellRef[] {
  const isKnown = definition.rows.some((row) => row.rowId === rowId) && definition.columns.some((column) => column.colId === colId);
  const formula = isKnown ? buildFormulas(definition)(rowId, colId) : null;
  const refs = formula ? listFormulaCells(formula) : [];
  return [...new Map(refs.map((ref) => [`${ref.tableId} ${ref.rowId} ${ref.colId}`, ref])).values()];
}
