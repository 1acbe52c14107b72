import { Upload } from 'lucide-react';
import { useState } from 'react';
import { Input, SearchField } from 'react-aria-components';
import type { Source, TableSummary } from '../../../shared/domain/dataTable';
import type { QuestionId } from '../../../shared/domain/ids';
import { MENU_KEYS } from '../../../shared/ipc/menuKeys';
import { useNavigator } from '../../workspace/navigation';
import { useRun } from '../../workspace/useRun';
import { getHost } from '../../ipc/client';
import { useQuery } from '../../ipc/useQuery';
import { Button } from '../../ui/Button';
import { EmptyState } from '../../ui/EmptyState';
import { useWords } from '../../ui/language';
import { LinkedTables } from './LinkedTables';
import { SourceTree } from './SourceTree';
import { matchesFilter } from './tableWords';
import { WaitingNotices } from './WaitingNotices';

const NO_SOURCES: Source[] = [];
const NO_TABLES: TableSummary[] = [];

/** Sources with their tables, those of the open question first; tables can be filtered, opened, and dragged onto questions. */
export function EvidenceList({ questionId }: { questionId: QuestionId | null }) {
  const { say } = useWords();
  const { go } = useNavigator();
  const run = useRun();
  const [filter, setFilter] = useState('');
  const sources = useQuery('source:list', {});
  const tables = useQuery('table:list', { sourceId: null });
  const { value: links } = useQuery('link:list', {});

  const importFiles = () =>
    run(async () => {
      const files = await getHost().pickFiles('source');
      if (files.length > 0) go({ type: 'openDialog', dialog: { name: 'import', files } });
    });
  const fileNameOf = (table: TableSummary) => sources.value?.find((source) => source.sourceId === table.sourceId)?.fileName ?? '';
  const shown = (tables.value ?? NO_TABLES).filter(
    (table) => filter.trim() === '' || matchesFilter(table, fileNameOf(table), filter.trim()),
  );
  const nothing = sources.value?.length === 0 && tables.value?.length === 0;

  return (
    <>
      <div className="evidence-tools">
        <SearchField aria-label={say('evidence.filter')} value={filter} onChange={setFilter} className="field evidence-filter">
          <Input className="input" placeholder={say('evidence.filter')} />
        </SearchField>
        <Button icon={Upload} onPress={importFiles}>
          {say('evidence.import')}
        </Button>
      </div>
      {nothing ? (
        <EmptyState title={say('evidence.none')}>{say('evidence.noneNote')}</EmptyState>
      ) : (
        <div className="evidence-list scroll">
          <WaitingNotices />
          {questionId && filter === '' ? (
            <LinkedTables
              questionId={questionId}
              links={links ?? []}
              tables={tables.value ?? NO_TABLES}
              emptyHint={say('evidence.linkedHereNone', { keys: (MENU_KEYS.linkTable ?? '').replace('CmdOrCtrl', 'Ctrl') })}
            />
          ) : null}
          {filter !== '' && shown.length === 0 ? <p className="evidence-hint faint">{say('evidence.noMatch', { filter })}</p> : null}
          <SourceTree sources={sources.value ?? NO_SOURCES} tables={shown} links={links ?? []} filtered={filter !== ''} />
        </div>
      )}
    </>
  );
}
