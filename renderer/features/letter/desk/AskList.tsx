import type { KeyboardEvent } from 'react';
import { GridList, GridListItem } from 'react-aria-components';
import type { Ask } from '../../../../shared/domain/letter';
import { useWords } from '../../../ui/language';

export type AskAction = 'edit' | 'split' | 'merge' | 'remove' | 'add';

const ACTIONS: Readonly<Record<string, AskAction>> = {
  Enter: 'edit',
  s: 'split',
  m: 'merge',
  Delete: 'remove',
  Backspace: 'remove',
  a: 'add',
};

/** The asks of the item (or question) in hand; keys correct the one in focus. */
export function AskList({ asks, onAction }: { asks: readonly Ask[]; onAction: (action: AskAction, ask: Ask | null) => void }) {
  const { say } = useWords();

  function onKey(event: KeyboardEvent) {
    const action = ACTIONS[event.key.length === 1 ? event.key.toLowerCase() : event.key];
    if (!action || event.ctrlKey || event.metaKey || event.altKey) return;
    const row = (event.target as HTMLElement).closest<HTMLElement>('[data-key]');
    event.preventDefault();
    event.stopPropagation();
    onAction(action, asks.find(({ askId }) => askId === row?.dataset.key) ?? null);
  }

  return (
    // In the capture phase: the list itself would take letters for a search by name.
    <div className="desk-asks" onKeyDownCapture={onKey}>
      <p className="small faint">
        {say('desk.asks')} {asks.length > 0 ? <span>· {say('desk.askKeys')}</span> : null}
      </p>
      <GridList
        aria-label={say('desk.asks')}
        items={asks.map((ask) => ({ ...ask, id: ask.askId }))}
        renderEmptyState={() => <p className="small faint">{say('desk.noAsks')}</p>}
        onAction={(key) => onAction('edit', asks.find(({ askId }) => askId === key) ?? null)}
      >
        {(ask) => (
          <GridListItem id={ask.askId} textValue={`${ask.verb}${ask.object}`} className="desk-ask">
            <span className="chip">{ask.verb}</span>
            <span>{ask.object}</span>
            {ask.state === 'open' ? null : <span className="small faint">{say(`askState.${ask.state}`)}</span>}
          </GridListItem>
        )}
      </GridList>
    </div>
  );
}
