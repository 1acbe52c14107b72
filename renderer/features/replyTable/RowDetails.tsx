import type { CellFormat, ReplyRow } from '../../../shared/tables/reply/replyTableDefinition';
import { listRowUnits } from '../../../shared/tables/reply/unitChoices';
import { CheckField } from '../../ui/fields';
import { useWords } from '../../ui/language';
import { FormatFields } from './FormatFields';

type RowDetailsProps = {
  row: ReplyRow;
  /** Units of the cells the row is made from. */
  found: readonly string[];
  onChange: (format: CellFormat | null) => void;
};

/** A row in another unit than its columns (毛利率 among amounts): its own unit and rounding, or the columns'. */
export function RowDetails({ row: { format }, found, onChange }: RowDetailsProps) {
  const { say } = useWords();
  const units = listRowUnits(format?.unit ?? null, found);
  const first: CellFormat = { unit: units[0] ?? '', decimals: 2, grouping: true, showUnit: true };
  return (
    <div className="builder-details">
      <CheckField label={say('replyTable.ownFormat')} value={format !== null} onChange={(own) => onChange(own ? first : null)} />
      {format ? <FormatFields format={format} units={units} onChange={onChange} /> : null}
    </div>
  );
}
