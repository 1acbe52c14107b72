import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { ColId } from '../../../shared/domain/ids';
import { addColumn } from '../../../shared/tables/reply/editColumns';
import type { ComputedContent, ReplyTableDefinition } from '../../../shared/tables/reply/replyTableDefinition';
import { getColumnFormat } from '../../../shared/tables/reply/typedNumbers';
import { Button } from '../../ui/Button';
import { CheckField, ChoiceField } from '../../ui/fields';
import { useWords } from '../../ui/language';
import type { Edit } from './Builder';

const KINDS = ['difference', 'growth', 'share', 'shareOfTotal', 'margin', 'ratio', 'sum', 'average'] as const;
type Kind = (typeof KINDS)[number];

/** Chooses a computation and its columns, and adds the column. */
export function AddColumn({ definition, edit }: { definition: ReplyTableDefinition; edit: Edit }) {
  const { say } = useWords();
  const [kind, setKind] = useState<Kind>('difference');
  const [chosen, setChosen] = useState<(ColId | null)[]>([null, null]);
  const [leftOut, setLeftOut] = useState<ReadonlySet<ColId>>(new Set());
  const numeric = definition.columns.filter((column) => getColumnFormat(column, definition.unit) !== null);
  if (numeric.length === 0) return null;
  const choices = numeric.map((column) => ({ value: column.colId as string, label: column.path.join(' / ') || say('replyTable.unnamed') }));
  const [first, second] = [0, 1].map(
    (at) => numeric.find((column) => column.colId === chosen[at]) ?? numeric[Math.min(at, numeric.length - 1)]!,
  );
  const isMany = kind === 'sum' || kind === 'average';
  const isPair = !isMany && kind !== 'shareOfTotal';
  const many = numeric.filter((column) => !leftOut.has(column.colId)).map((column) => column.colId);

  function content(): ComputedContent {
    if (kind === 'sum' || kind === 'average') return { kind, of: many };
    if (kind === 'shareOfTotal') return { kind, of: first!.colId, whole: null };
    return { kind, of: [first!.colId, second!.colId] };
  }

  return (
    <div className="builder-adding" role="group" aria-label={say('replyTable.addColumn')}>
      <ChoiceField
        label={say('replyTable.addColumn')}
        value={kind}
        choices={KINDS.map((value) => ({ value, label: say(`replyTable.kind.${value}`) }))}
        onChange={setKind}
      />
      {isMany ? (
        <div className="builder-checks">
          {choices.map((choice) => (
            <CheckField
              key={choice.value}
              label={choice.label}
              value={!leftOut.has(choice.value as ColId)}
              onChange={() => setLeftOut((now) => toggle(now, choice.value as ColId))}
            />
          ))}
        </div>
      ) : (
        <div className="builder-pair">
          <ChoiceField
            label={say('replyTable.first')}
            value={first!.colId as string}
            choices={choices}
            onChange={(id) => setChosen([id as ColId, second!.colId])}
          />
          {isPair ? (
            <ChoiceField
              label={say('replyTable.second')}
              value={second!.colId as string}
              choices={choices}
              onChange={(id) => setChosen([first!.colId, id as ColId])}
            />
          ) : null}
        </div>
      )}
      <Button icon={Plus} isDisabled={isMany && many.length === 0} onPress={() => edit((now) => addColumn(now, content()))}>
        {say('replyTable.add')}
      </Button>
    </div>
  );
}

function toggle(ids: ReadonlySet<ColId>, id: ColId): ReadonlySet<ColId> {
  const next = new Set(ids);
  if (!next.delete(id)) next.add(id);
  return next;
}
