import type { ReactNode } from 'react';
import type { CellFormat } from '../../../shared/tables/reply/replyTableDefinition';
import { CheckField, ChoiceField } from '../../ui/fields';
import { useWords } from '../../ui/language';

const DECIMALS = ['0', '1', '2', '3', '4', '5', '6'] as const;

type FormatFieldsProps = { format: CellFormat; units: readonly string[]; onChange: (format: CellFormat) => void; children?: ReactNode };

/** How numbers print: unit, rounding, separators, and whether the unit stands in the cell; `children` are further boxes to tick. */
export function FormatFields({ format, units, onChange, children }: FormatFieldsProps) {
  const { say } = useWords();
  const set = (changed: Partial<CellFormat>) => onChange({ ...format, ...changed });
  return (
    <>
      <div className="builder-pair">
        <ChoiceField
          label={say('replyTable.columnUnit')}
          value={format.unit}
          choices={units.map((unit) => ({ value: unit, label: unit || say('replyTable.noUnit') }))}
          onChange={(unit) => set({ unit })}
        />
        <ChoiceField
          label={say('replyTable.decimals')}
          value={String(format.decimals)}
          choices={DECIMALS.map((count) => ({ value: count as string, label: count }))}
          onChange={(count) => set({ decimals: Number(count) })}
        />
      </div>
      <div className="builder-checks">
        <CheckField label={say('replyTable.grouping')} value={format.grouping} onChange={(grouping) => set({ grouping })} />
        <CheckField label={say('replyTable.showUnit')} value={format.showUnit} onChange={(showUnit) => set({ showUnit })} />
        {children}
      </div>
    </>
  );
}
