import { Label, NumberField, Group, Input, Button as AriaButton } from 'react-aria-components';
import type { FigureFormat } from '../../../../shared/domain/figure';
import { CheckField, ChoiceField, TextInput } from '../../../ui/fields';
import { useWords } from '../../../ui/language';
import { listUnitChoices } from './figureFormats';

type FormatFieldsProps = { format: FigureFormat; onChange: (format: FigureFormat) => void };

/** How a figure is printed: unit, decimals and the rest, each change at once. */
export function FormatFields({ format, onChange }: FormatFieldsProps) {
  const { say } = useWords();
  const units = listUnitChoices(format.unit).map((unit) => ({ value: unit, label: unit === '' ? say('reply.figure.noUnit') : unit }));
  return (
    <div className="figure-format">
      <ChoiceField
        label={say('reply.figure.unit')}
        value={format.unit}
        choices={units}
        onChange={(unit) => onChange({ ...format, unit, showUnit: unit !== '' && (format.showUnit || format.unit === '') })}
      />
      <NumberField
        className="field"
        value={format.decimals}
        minValue={-8}
        maxValue={12}
        onChange={(decimals) => onChange({ ...format, decimals: Number.isInteger(decimals) ? decimals : 0 })}
      >
        <Label>{say('reply.figure.decimals')}</Label>
        <Group className="figure-decimals">
          <AriaButton slot="decrement" className="toolbar-toggle">
            −
          </AriaButton>
          <Input className="input" />
          <AriaButton slot="increment" className="toolbar-toggle">
            +
          </AriaButton>
        </Group>
      </NumberField>
      <TextInput
        label={say('reply.figure.wording')}
        placeholder={say('reply.figure.wordingHint')}
        value={format.wording}
        onChange={(wording) => onChange({ ...format, wording })}
      />
      <div className="figure-checks">
        <CheckField
          label={say('reply.figure.grouping')}
          value={format.grouping}
          onChange={(grouping) => onChange({ ...format, grouping })}
        />
        <CheckField
          label={say('reply.figure.showUnit')}
          value={format.showUnit}
          onChange={(showUnit) => onChange({ ...format, showUnit })}
        />
        <CheckField
          label={say('reply.figure.signByWords')}
          value={format.signByWords}
          onChange={(signByWords) => onChange({ ...format, signByWords })}
        />
      </div>
    </div>
  );
}
