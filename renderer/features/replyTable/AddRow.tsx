import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { RowId } from '../../../shared/domain/ids';
import { addRowOfTwo, addTotalRow } from '../../../shared/tables/reply/editRows';
import type { ReplyTableDefinition } from '../../../shared/tables/reply/replyTableDefinition';
import { Button } from '../../ui/Button';
import { ChoiceField } from '../../ui/fields';
import { useWords } from '../../ui/language';
import type { Edit } from './Builder';

const KINDS = ['sum', 'average', 'difference', 'share'] as const;
type Kind = (typeof KINDS)[number];

/** Adds 合计 or 平均 of the rows, or a row computed from two of them. */
export function AddRow({ definition, edit }: { definition: ReplyTableDefinition; edit: Edit }) {
  const { say } = useWords();
  const [kind, setKind] = useState<Kind>('sum');
  const [chosen, setChosen] = useState<(RowId | null)[]>([null, null]);
  const { rows } = definition;
  if (rows.length === 0) return null;
  const choices = rows.map((row) => ({ value: row.rowId as string, label: row.label || say('replyTable.unnamed') }));
  const [first, second] = [0, 1].map((at) => (rows.find((row) => row.rowId === chosen[at]) ?? rows[Math.min(at, rows.length - 1)]!).rowId);
  const add = () =>
    edit((now) =>
      kind === 'sum' || kind === 'average' ? addTotalRow(now, kind) : addRowOfTwo(now, kind, [first!, second!], say('replyTable.unnamed')),
    );
  return (
    <div className="builder-adding" role="group" aria-label={say('replyTable.addRow')}>
      <ChoiceField
        label={say('replyTable.addRow')}
        value={kind}
        choices={KINDS.map((value) => ({ value, label: say(`replyTable.row.${value}`) }))}
        onChange={setKind}
      />
      {kind === 'difference' || kind === 'share' ? (
        <div className="builder-pair">
          <ChoiceField
            label={say('replyTable.first')}
            value={first as string}
            choices={choices}
            onChange={(id) => setChosen([id as RowId, second!])}
          />
          <ChoiceField
            label={say('replyTable.second')}
            value={second as string}
            choices={choices}
            onChange={(id) => setChosen([first!, id as RowId])}
          />
        </div>
      ) : null}
      <Button icon={Plus} onPress={add}>
        {say('replyTable.add')}
      </Button>
    </div>
  );
}
