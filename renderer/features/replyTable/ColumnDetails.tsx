import type { ReplyColumn } from '../../../shared/tables/reply/replyTableDefinition';
import { listUnitChoices } from '../../../shared/tables/reply/unitChoices';
import { CheckField, TextInput } from '../../ui/fields';
import { useWords } from '../../ui/language';
import { FormatFields } from './FormatFields';

type ColumnDetailsProps = {
  column: ReplyColumn;
  /** Whether it holds numbers, taken, computed or typed. */
  isNumeric: boolean;
  onChange: (changed: Partial<ReplyColumn>) => void;
};

/** How a column prints: the title above it, unit, rounding, and whether totals and the column itself are shown. */
export function ColumnDetails({ column, isNumeric, onChange }: ColumnDetailsProps) {
  const { say } = useWords();
  const { format, path } = column;
  const shown = (
    <>
      {isNumeric ? (
        <CheckField label={say('replyTable.totalled')} value={column.totalled} onChange={(totalled) => onChange({ totalled })} />
      ) : null}
      <CheckField label={say('replyTable.hidden')} value={column.hidden} onChange={(hidden) => onChange({ hidden })} />
    </>
  );
  return (
    <div className="builder-details">
      <TextInput
        label={say('replyTable.group')}
        value={path.slice(0, -1).join(' / ')}
        onChange={(group) => onChange({ path: [...(group === '' ? [] : group.split(' / ')), path.at(-1) ?? ''] })}
      />
      {format ? (
        <FormatFields format={format} units={listUnitChoices(format.unit)} onChange={(changed) => onChange({ format: changed })}>
          {shown}
        </FormatFields>
      ) : (
        <div className="builder-checks">{shown}</div>
      )}
    </div>
  );
}
