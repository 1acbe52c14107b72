import { useState } from 'react';
import type { AliasEntry, AliasVerdict } from '../../../shared/domain/metricAlias';
import { call } from '../../ipc/client';
import { useQuery } from '../../ipc/useQuery';
import { Button } from '../../ui/Button';
import { TextInput } from '../../ui/fields';
import { useWords } from '../../ui/language';
import { useRun, useShowUndoable } from '../../workspace/useRun';
import { AliasList } from './AliasList';

/** 指标别名: pairs of names the tables give the same numbers, to be confirmed as one metric or told apart; another pair may be written down. */
export function AliasSection() {
  const { say } = useWords();
  const run = useRun();
  const showUndoable = useShowUndoable();
  const { value: entries } = useQuery('alias:list', {});
  const decide = (names: [string, string], verdict: AliasVerdict | null) =>
    run(async () => {
      await call('alias:decide', { names, verdict });
      showUndoable(say(verdict === null ? 'numbers.aliasOpened' : `numbers.alias.${verdict}`, { first: names[0], second: names[1] }));
    });
  return (
    <section aria-labelledby="numbers-aliases">
      <h3 id="numbers-aliases">
        {say('numbers.aliases')} <span className="faint small">{entries?.length ?? ''}</span>
      </h3>
      <p className="small faint">{say('numbers.aliasesNote')}</p>
      {entries ? (
        <AliasList
          entries={entries}
          onDecide={({ first, second }: AliasEntry, verdict: AliasVerdict | null) => decide([first, second], verdict)}
        />
      ) : null}
      <AliasForm onAdd={(names) => decide(names, 'confirmed')} />
    </section>
  );
}

function AliasForm({ onAdd }: { onAdd: (names: [string, string]) => void }) {
  const { say } = useWords();
  const [first, setFirst] = useState('');
  const [second, setSecond] = useState('');
  const isWhole = first.trim() !== '' && second.trim() !== '' && first.trim() !== second.trim();
  return (
    <form
      className="alias-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isWhole) return;
        onAdd([first.trim(), second.trim()]);
        setFirst('');
        setSecond('');
      }}
    >
      <TextInput label={say('numbers.aliasFirst')} placeholder={say('numbers.aliasFirstHint')} value={first} onChange={setFirst} />
      <TextInput label={say('numbers.aliasSecond')} placeholder={say('numbers.aliasSecondHint')} value={second} onChange={setSecond} />
      <Button type="submit" isDisabled={!isWhole}>
        {say('numbers.aliasAdd')}
      </Button>
    </form>
  );
}
