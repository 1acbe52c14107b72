import { useState } from 'react';
import { type ColId, newId } from '../../../shared/domain/ids';
import type { ReplyTableDefinition } from '../../../shared/tables/reply/replyTableDefinition';
import { getColumnFormat } from '../../../shared/tables/reply/typedNumbers';
import { Button } from '../../ui/Button';
import { CheckField, ChoiceField, TextInput } from '../../ui/fields';
import { useWords } from '../../ui/language';
import type { Edit } from './Builder';

/** 前五名: prints the largest rows by a column, and the rest in one row when wanted, until all are wanted again. */
export function TopRows({ definition, edit }: { definition: ReplyTableDefinition; edit: Edit }) {
  const { say } = useWords();
  const { top } = definition;
  const [colId, setColId] = useState<ColId | null>(top?.colId ?? null);
  const [count, setCount] = useState(String(top?.count ?? 5));
  const [keepOthers, setKeepOthers] = useState(top?.others !== null);
  const numeric = definition.columns.filter((one) => getColumnFormat(one, definition.unit) !== null);
  const column = numeric.find((one) => one.colId === colId) ?? numeric[0];
  if (!column) return null;
  const wanted = /^[1-9]\d{0,2}$/.test(count) ? Math.min(Number(count), 500) : null;
  return (
    <div className="builder-adding" role="group" aria-label={say('replyTable.top')}>
      <div className="builder-pair">
        <ChoiceField
          label={`${say('replyTable.top')}：${say('replyTable.topBy')}`}
          value={column.colId as string}
          choices={numeric.map((one) => ({ value: one.colId as string, label: one.path.join(' / ') || say('replyTable.unnamed') }))}
          onChange={(id) => setColId(id as ColId)}
        />
        <TextInput label={say('replyTable.topCount')} value={count} onChange={setCount} />
      </div>
      <CheckField label={say('replyTable.keepOthers')} value={keepOthers} onChange={setKeepOthers} />
      <Button
        isDisabled={wanted === null}
        onPress={() =>
          edit((now) => ({
            ...now,
            top: { colId: column.colId, count: wanted!, others: keepOthers ? (now.top?.others ?? newId<'row'>()) : null },
          }))
        }
      >
        {say('replyTable.takeTop')}
      </Button>
      {top ? <Button onPress={() => edit(({ top: _top, ...all }) => all)}>{say('replyTable.takeAll')}</Button> : null}
      {top ? <p className="small faint">{say('replyTable.topNote', { count: top.count })}</p> : null}
    </div>
  );
}
