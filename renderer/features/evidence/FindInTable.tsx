import { useState } from 'react';
import { Input, SearchField } from 'react-aria-components';
import type { TableId } from '../../../shared/domain/ids';
import { useRun } from '../../workspace/useRun';
import { call } from '../../ipc/client';
import { useWords } from '../../ui/language';
import type { GridPosition } from './gridCursor';

type FindInTableProps = { tableId: TableId; at: GridPosition | null; onFound: (at: GridPosition) => void };

/** Looks for a text in one table: Enter goes to the next cell that holds it, Shift+Enter to the one before, round the end. */
export function FindInTable({ tableId, at, onFound }: FindInTableProps) {
  const { say } = useWords();
  const run = useRun();
  const [text, setText] = useState('');
  const [missed, setMissed] = useState(false);

  const find = (backwards: boolean) =>
    run(async () => {
      const wanted = text.trim();
      if (wanted === '') return;
      const ends = backwards ? { row: 1e9, col: 0 } : { row: -1, col: 0 };
      const search = { tableId, text: wanted, backwards };
      const found = (at && (await call('table:findText', { ...search, ...at }))) || (await call('table:findText', { ...search, ...ends }));
      setMissed(found === null);
      if (found) onFound(found);
    });

  return (
    <SearchField
      aria-label={say('table.find')}
      className="field table-find"
      value={text}
      onChange={(next) => (setText(next), setMissed(false))}
      onKeyDown={(event) => {
        if (event.key !== 'Enter') return;
        event.preventDefault();
        find(event.shiftKey);
      }}
    >
      <Input className="input" placeholder={say('table.find')} />
      {missed ? (
        <span className="small text-doubt" role="status">
          {say('table.findNone')}
        </span>
      ) : null}
    </SearchField>
  );
}
