import type { KeyboardEvent } from 'react';
import { GridList, GridListItem } from 'react-aria-components';
import type { AliasEntry, AliasVerdict } from '../../../shared/domain/metricAlias';
import { LinkButton } from '../../ui/Button';
import { useWords } from '../../ui/language';
import { useNavigator } from '../../workspace/navigation';

const VERDICTS: Readonly<Record<string, AliasVerdict | null>> = { y: 'confirmed', x: 'rejected', Delete: null, Backspace: null };

type AliasListProps = {
  entries: readonly AliasEntry[];
  onDecide: (entry: AliasEntry, verdict: AliasVerdict | null) => void;
};

/** Pairs of names, those nobody decided on first; keys decide on the one in focus. */
export function AliasList({ entries, onDecide }: AliasListProps) {
  const { say } = useWords();

  function onKey(event: KeyboardEvent) {
    const verdict = VERDICTS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (verdict === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    const row = (event.target as HTMLElement).closest<HTMLElement>('[data-key]');
    const entry = entries.find((each) => keyOf(each) === row?.dataset.key);
    if (!entry || entry.verdict === verdict) return;
    event.preventDefault();
    event.stopPropagation();
    onDecide(entry, verdict);
  }

  return (
    // In the capture phase: the list itself would take letters for a search by name.
    <div onKeyDownCapture={onKey}>
      {entries.length > 0 ? <p className="small faint">{say('numbers.aliasKeys')}</p> : null}
      <GridList
        aria-label={say('numbers.aliases')}
        className="alias-list"
        items={entries.map((entry) => ({ ...entry, id: keyOf(entry) }))}
        dependencies={[onDecide]}
        renderEmptyState={() => <p className="faint">{say('numbers.noAliases')}</p>}
      >
        {(entry) => (
          <GridListItem
            id={entry.id}
            textValue={say('numbers.aliasPair', { first: entry.first, second: entry.second })}
            className="alias-row"
          >
            <span className="alias-names">{say('numbers.aliasPair', { first: entry.first, second: entry.second })}</span>
            <AliasEvidence entry={entry} />
            <span className={`small alias-verdict ${entry.verdict === null ? 'text-doubt' : 'faint'}`}>
              {say(entry.verdict === null ? 'numbers.aliasOpen' : `numbers.aliasIs.${entry.verdict}`)}
            </span>
            <span className="alias-tasks">
              {entry.verdict === null ? (
                <>
                  <LinkButton onPress={() => onDecide(entry, 'confirmed')}>{say('numbers.aliasConfirm')}</LinkButton>
                  <LinkButton onPress={() => onDecide(entry, 'rejected')}>{say('numbers.aliasReject')}</LinkButton>
                </>
              ) : (
                <LinkButton onPress={() => onDecide(entry, null)}>{say('numbers.takeBack')}</LinkButton>
              )}
            </span>
          </GridListItem>
        )}
      </GridList>
    </div>
  );
}

/** How many numbers the two names share, and the way to the first that is equal, on both sides. */
function AliasEvidence({ entry: { equal, differing, places } }: { entry: AliasEntry }) {
  const { say } = useWords();
  const { go } = useNavigator();
  if (equal === 0) return <span className="small faint">{say('numbers.aliasByHand')}</span>;
  return (
    <span className="small faint alias-evidence">
      {say(differing > 0 ? 'numbers.aliasAgreesBut' : 'numbers.aliasAgrees', { equal, differing })}
      {places.slice(0, 2).map(({ tableId, rowId, colId, text, label }) => (
        <LinkButton
          key={`${rowId} ${colId}`}
          hint={label ?? ''}
          onPress={() => {
            if (tableId) go({ type: 'openTable', tableId, cell: rowId && colId ? { rowId, colId } : null });
          }}
        >
          <span className="number">{text}</span>
        </LinkButton>
      ))}
    </span>
  );
}

function keyOf({ first, second }: Pick<AliasEntry, 'first' | 'second'>): string {
  return `${first} ${second}`;
}
