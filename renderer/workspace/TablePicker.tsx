import { useState } from 'react';
import type { TableSummary } from '../../shared/domain/dataTable';
import type { QuestionId, TableId } from '../../shared/domain/ids';
import { sayPlace } from '../../shared/catalogue/sayPlace';
import { useQuery } from '../ipc/useQuery';
import { useWords } from '../ui/language';
import { SearchList } from '../ui/SearchList';

type TablePickerProps = { questionId: QuestionId; onChoose: (tableId: TableId) => void };

/** Chooses a table of the matter: those linked to the question first, then those its reply shows. */
export function TablePicker({ questionId, onChoose }: TablePickerProps) {
  const { language, say } = useWords();
  const [text, setText] = useState('');
  const { value: tables } = useQuery('table:list', { sourceId: null });
  const { value: links } = useQuery('link:list', {});
  const { value: sources } = useQuery('source:list', {});
  const nameFile = (table: TableSummary) => sources?.find((source) => source.sourceId === table.sourceId)?.fileName ?? '';
  const linked = new Set(links?.filter((link) => link.questionId === questionId).map((link) => link.tableId));
  const { value: uses } = useQuery('table:listShown', {});
  const shown = new Set(uses?.filter((use) => use.questionId === questionId && !linked.has(use.tableId)).map((use) => use.tableId));
  const words = text.trim().split(/\s+/);
  const found = (tables ?? []).filter((table) => {
    const haystack = `${table.caption ?? ''} ${table.headline} ${nameFile(table)}`;
    return words.every((word) => haystack.includes(word));
  });
  const groups = [
    { name: say('reply.tables.linked'), tables: found.filter((table) => linked.has(table.tableId)) },
    { name: say('reply.tables.shown'), tables: found.filter((table) => shown.has(table.tableId)) },
    { name: say('reply.tables.others'), tables: found.filter((table) => !linked.has(table.tableId) && !shown.has(table.tableId)) },
  ].filter((group) => group.tables.length > 0);
  return (
    <div className="table-picker">
      <SearchList
        label={say('reply.tables.search')}
        text={text}
        onText={setText}
        listLabel={say('reply.tables.title')}
        emptyWords={say(tables ? 'reply.tables.none' : 'reply.tableLoading')}
        items={groups.flatMap((group) =>
          group.tables.map((table, index) => ({
            key: table.tableId,
            group: index === 0 ? group.name : undefined,
            content: (
              <>
                <span className="table-name clip">{table.caption ?? say('reply.tables.untitled')}</span>
                <span className="candidate-source faint small">
                  {[
                    table.headline,
                    say('reply.tables.size', { rows: table.rowCount, columns: table.columnCount }),
                    nameFile(table),
                    sayPlace(language, table.place),
                  ]
                    .filter((part) => part !== '')
                    .join(' · ')}
                </span>
              </>
            ),
          })),
        )}
        onPick={(key) => onChoose(key as TableId)}
      />
    </div>
  );
}
