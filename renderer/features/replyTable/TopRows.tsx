import { useState } from 'react';
import type { ColId } from '../../../shared/domain/ids';
import { takeTop } from '../../../shared/tables/reply/editRows';
import type { GetSourceCell } from '../../../shared/tables/reply/printReplyCell';
import type { ReplyTableDefinition } from '../../../shared/tables/reply/replyTableDefinition';
import { Button } from '../../ui/Button';
import { CheckField, ChoiceField, TextInput } from '../../ui/fields';
import { useWords } from '../../ui/language';
import type { Edit } from './Builder';

/** 前五名: keeps the largest rows by a column, and the rest in one row when wanted. */
export function TopRows({ definition, getCell, edit }: { definition: ReplyTableDefinition; getCell: GetSourceCell; edit: Edit }) {
  const { say } = useWords();
  const [colId, setColId] = useState<ColId | null>(null);
  const [count, setCount] = useState('5');
  const [keepOthers, setKeepOthers] = useState(true);
  const numeric = definition.columns.filter((column) => column.format !== null);
  const column = numeric.find((one) => one.colId === colId) ?? numeric[0];
  if (!column) return null;
  const wanted = /^[1-9]\d{0,2}$/.test(count) ? Number(count) : null;
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
        onPress={() => edit((now) => takeTop(now, { colId: column.colId, count: wanted!, keepOthers }, getCell))}
      >
        {say('replyTable.takeTop')}
      </Button>
    </div>
  );
}
