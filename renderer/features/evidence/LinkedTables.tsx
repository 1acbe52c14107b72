import { Unlink } from 'lucide-react';
import type { TableSummary } from '../../../shared/domain/dataTable';
import type { QuestionId } from '../../../shared/domain/ids';
import type { Link } from '../../../shared/domain/link';
import { useNavigator } from '../../workspace/navigation';
import { useNameTarget } from '../../workspace/useLinkTable';
import { useRun, useShowUndoable } from '../../workspace/useRun';
import { call } from '../../ipc/client';
import { IconButton, LinkButton } from '../../ui/Button';
import { useWords } from '../../ui/language';
import { nameTable } from './tableWords';

type LinkedTablesProps = { questionId: QuestionId; links: Link[]; tables: TableSummary[]; emptyHint: string };

/** The tables the open question stands on, those made for the reply first, each with what it is linked to and why. */
export function LinkedTables({ questionId, links, tables, emptyHint }: LinkedTablesProps) {
  const { say } = useWords();
  const { go } = useNavigator();
  const unlink = useUnlink();
  const nameTarget = useNameTarget();
  const findTable = (link: Link) => tables.find((candidate) => candidate.tableId === link.tableId);
  const isMade = (link: Link) => Number(findTable(link)?.kind === 'reply');
  const here = links.filter((link) => link.questionId === questionId).sort((a, b) => isMade(b) - isMade(a));
  return (
    <section className="linked" aria-labelledby="linked-here">
      <h3 id="linked-here" className="evidence-heading">
        {say('evidence.linkedHere')}
      </h3>
      {here.length === 0 ? <p className="evidence-hint faint small">{emptyHint}</p> : null}
      <ul>
        {here.map((link) => {
          const table = findTable(link);
          if (!table) return null;
          return (
            <li key={link.linkId} className="linked-row">
              <div className="linked-words">
                <LinkButton onPress={() => go({ type: 'openTable', tableId: table.tableId })}>
                  <span className="clip">{nameTable(table, say)}</span>
                </LinkButton>
                <p className="clip small faint">{[nameTarget(link), link.reason].filter(Boolean).join(' · ')}</p>
              </div>
              <IconButton icon={Unlink} label={say('table.unlink', { target: nameTarget(link) })} onPress={() => unlink(link)} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** Removes a link and offers to take that back. */
export function useUnlink(): (link: Link) => void {
  const { say } = useWords();
  const run = useRun();
  const showUndoable = useShowUndoable();
  const nameTarget = useNameTarget();
  return (link) =>
    run(async () => {
      await call('link:remove', { linkId: link.linkId });
      showUndoable(say('table.unlinked', { target: nameTarget(link) }));
    });
}
