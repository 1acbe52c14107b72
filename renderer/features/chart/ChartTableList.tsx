import type { TableSummary } from '../../../shared/domain/dataTable';
import type { QuestionId, TableId } from '../../../shared/domain/ids';
import { sayPlace } from '../../../shared/catalogue/sayPlace';
import { useQuery } from '../../ipc/useQuery';
import { ListBox, ListBoxItem } from 'react-aria-components';
import { EmptyState } from '../../ui/EmptyState';
import { useWords } from '../../ui/language';

type ChartTableListProps = { questionId: QuestionId; onChoose: (tableId: TableId) => void };

/** Tables to draw: those linked to the question first. */
export function ChartTableList({ questionId, onChoose }: ChartTableListProps) {
  const { language, say } = useWords();
  const { value: tables } = useQuery('table:list', { sourceId: null });
  const { value: links } = useQuery('link:list', {});
  if (!tables) return <p className="faint">{say('shell.loading')}</p>;
  if (tables.length === 0) return <EmptyState title={say('reply.tables.none')} />;
  const linked = new Set(links?.filter((link) => link.questionId === questionId).map((link) => link.tableId));
  const ordered = [...tables.filter(({ tableId }) => linked.has(tableId)), ...tables.filter(({ tableId }) => !linked.has(tableId))];
  const describe = (table: TableSummary) => [table.headline, sayPlace(language, table.place)].filter((part) => part !== '').join(' · ');
  return (
    <ListBox
      className="chart-tables scroll"
      aria-label={say('chart.chooseTable')}
      autoFocus="first"
      selectionMode="none"
      onAction={(key) => onChoose(key as TableId)}
    >
      {ordered.map((table) => {
        const name = table.caption ?? say('reply.tables.untitled');
        return (
          <ListBoxItem key={table.tableId} id={table.tableId} className="menu-item chart-table" textValue={name}>
            <span className="clip">{linked.has(table.tableId) ? `★ ${name}` : name}</span>
            <span className="faint small clip">{describe(table)}</span>
          </ListBoxItem>
        );
      })}
    </ListBox>
  );
}
