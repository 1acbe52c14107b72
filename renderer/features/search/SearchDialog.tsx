import { useEffect, useState } from 'react';
import { Autocomplete, FieldInputContext, ListBox, ListBoxItem, SearchField } from 'react-aria-components';
import { sayHitPlace } from '../../../shared/catalogue/sayPlace';
import type { BlockId, ColId, RowId } from '../../../shared/domain/ids';
import type { SearchHit } from '../../../shared/ipc/results';
import type { ErrorValue } from '../../../shared/ipc/errors';
import { useNavigator } from '../../workspace/navigation';
import { useNameTarget } from '../../workspace/useLinkTable';
import { call, toErrorValue } from '../../ipc/client';
import { useQuery } from '../../ipc/useQuery';
import { AppDialog } from '../../ui/AppDialog';
import { FirstInput, TextInput } from '../../ui/fields';
import { useWords } from '../../ui/language';
import { Notice } from '../../ui/Notice';
import { markMatches } from './markMatches';
import './search.css';

const LIMIT = 100;

/** Finds words and numbers in letter, replies, tables and sources while one types; Enter goes to the place. */
export function SearchDialog({ onClose }: { onClose: () => void }) {
  const { language, say, sayError } = useWords();
  const { go } = useNavigator();
  const [query, setQuery] = useState('');
  const [period, setPeriod] = useState('');
  const [unit, setUnit] = useState('');
  const nameTarget = useNameTarget();
  const { value: sources } = useQuery('source:list', {});
  // A table is found by its caption: beside it stand the file and the place alone.
  const sayWhere = (hit: SearchHit) => {
    const file = sources?.find((source) => source.sourceId === hit.sourceId)?.fileName;
    return [file, sayHitPlace(language, hit.kind === 'table' ? { place: hit.place } : hit)].filter(Boolean).join(' · ');
  };
  const { hits, error } = useSearch(query.trim(), period.trim(), unit.trim());

  function open(hit: SearchHit) {
    if (hit.tableId) {
      const cell = hit.rowId && hit.colId ? { rowId: hit.rowId as RowId, colId: hit.colId as ColId } : null;
      go({ type: 'openTable', tableId: hit.tableId, cell });
    } else if (hit.questionId) {
      go({ type: 'openQuestion', questionId: hit.questionId, blockId: hit.kind === 'reply' ? (hit.id as BlockId) : null });
    } else if (hit.sourceId) {
      go({ type: 'openTab', tab: 'evidence' });
      go({ type: 'openDialog', dialog: { name: 'sourceText', sourceId: hit.sourceId, paragraph: hit.id } });
    }
  }

  return (
    <AppDialog title={say('search.title')} onClose={onClose} wide top>
      <Autocomplete inputValue={query} onInputChange={setQuery}>
        <SearchField aria-label={say('search.field')} className="field pinned">
          <FirstInput placeholder={say('search.field')} />
        </SearchField>
        {/* Without this the library takes what is typed into any field here for the query. */}
        <FieldInputContext value={null}>
          <div className="search-filters">
            <TextInput label={say('search.period')} value={period} onChange={setPeriod} placeholder={say('search.periodHint')} />
            <TextInput label={say('search.unit')} value={unit} onChange={setUnit} placeholder={say('search.unitHint')} />
          </div>
        </FieldInputContext>
        {error ? <Notice kind="error">{sayError(error)}</Notice> : null}
        <p className="small faint" role="status">
          {query.trim() === '' ? say('search.hint') : hits === null ? say('shell.loading') : say('search.count', { count: hits.length })}
        </p>
        <ListBox
          className="search-hits"
          aria-label={say('search.title')}
          items={(hits ?? []).map((hit, index) => ({ key: `${index}`, hit }))}
          onAction={(key) => {
            const hit = hits?.[Number(key)];
            if (hit) open(hit);
          }}
          renderEmptyState={() =>
            query.trim() !== '' && hits ? <p className="search-none faint">{say('search.none', { query: query.trim() })}</p> : null
          }
        >
          {({ key, hit }) => (
            <ListBoxItem id={key} textValue={hit.snippet} className="search-hit">
              <span className="chip">{say(`search.kind.${hit.kind}`)}</span>
              <div className="search-words">
                <p className="search-snippet">
                  {hit.row ? (
                    <RowContext row={hit.row} found={hit.snippet} />
                  ) : (
                    markMatches(hit.snippet, query.trim()).map((part, at) => (part.match ? <mark key={at}>{part.text}</mark> : part.text))
                  )}
                </p>
                <p className="clip small faint">
                  {hit.questionId ? nameTarget({ questionId: hit.questionId, itemId: null }) : sayWhere(hit)}
                </p>
              </div>
            </ListBoxItem>
          )}
        </ListBox>
      </Autocomplete>
    </AppDialog>
  );
}

/** The table row a cell was found in, the cell marked. */
function RowContext({ row, found }: { row: string[]; found: string }) {
  return row.map((text, at) => (
    <span key={at} className="search-cell">
      {text === found ? <mark>{text}</mark> : text}
    </span>
  ));
}

/** Hits of a query; null while they are looked for. An answer that comes after a newer question is dropped. */
function useSearch(query: string, period: string, unit: string): { hits: SearchHit[] | null; error: ErrorValue | null } {
  const [state, setState] = useState<{ query: string; hits: SearchHit[] | null; error: ErrorValue | null }>({
    query: '',
    hits: null,
    error: null,
  });
  const asked = [query, period, unit].join('\n');
  useEffect(() => {
    if (query === '') return;
    let gone = false;
    const search = async () => {
      try {
        const hits = await call('search:query', { query, limit: LIMIT, period, unit });
        if (!gone) setState({ query: asked, hits, error: null });
      } catch (error) {
        if (!gone) setState({ query: asked, hits: [], error: toErrorValue(error) });
      }
    };
    void search();
    return () => {
      gone = true;
    };
  }, [asked, query, period, unit]);
  if (query === '') return { hits: null, error: null };
  return { hits: state.query === asked ? state.hits : null, error: state.query === asked ? state.error : null };
}
