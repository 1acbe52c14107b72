import type { ReplyColumn } from '../../../shared/tables/reply/replyTableDefinition';
import { listUnitChoices } from '../../../shared/tables/reply/unitChoices';
import { CheckField, ChoiceField, TextInput } from '../../ui/fields';
import { useWords } from '../../ui/language';

const DECIMALS = ['0', '1', '2', '3', '4', '5', '6'] as const;

/** How a column prints: the title above it, unit, rounding, and whether totals and the column itself are shown. */
export function ColumnDetails({ column, onChange }: { column: ReplyColumn; onChange: (changed: Partial<ReplyColumn>) => void }) {
  const { say } = useWords();
  const { format, path } = column;
  const setFormat = (changed: Partial<NonNullable<ReplyColumn['format']>>) => format && onChange({ format: { ...format, ...changed } });
  return (
    <div className="builder-details">
      <TextInput
        label={say('replyTable.group')}
        value={path.slice(0, -1).join(' / ')}
        onChange={(group) => onChange({ path: [...(group === '' ? [] : group.split(' / ')), path.at(-1) ?? ''] })}
      />
      {format ? (
        <div className="builder-pair">
          <ChoiceField
            label={say('replyTable.columnUnit')}
            value={format.unit}
            choices={listUnitChoices(format.unit).map((unit) => ({ value: unit, label: unit || say('replyTable.noUnit') }))}
            onChange={(unit) => setFormat({ unit })}
          />
          <ChoiceField
            label={say('replyTable.decimals')}
            value={String(format.decimals)}
            choices={DECIMALS.map((count) => ({ value: count as string, label: count }))}
            onChange={(count) => setFormat({ decimals: Number(count) })}
          />
        </div>
      ) : null}
      <div className="builder-checks">
        {format ? (
          <>
            <CheckField label={say('replyTable.grouping')} value={format.grouping} onChange={(grouping) => setFormat({ grouping })} />
            <CheckField label={say('replyTable.showUnit')} value={format.showUnit} onChange={(showUnit) => setFormat({ showUnit })} />
            <CheckField label={say('replyTable.totalled')} value={column.totalled} onChange={(totalled) => onChange({ totalled })} />
          </>
        ) : null}
        <CheckField label={say('replyTable.hidden')} value={column.hidden} onChange={(hidden) => onChange({ hidden })} />
      </div>
    </div>
  );
}
