import { PARAGRAPH_STYLES, type ParagraphStyle } from '../../../shared/document/filingBlock';
import type { StyleMapping } from '../../../shared/document/template/documentTemplate';
import { ChoiceField } from '../../ui/fields';
import { useWords } from '../../ui/language';

type StyleMapProps = {
  styles: readonly { styleId: string; name: string }[];
  mapping: StyleMapping;
  onChange: (style: ParagraphStyle, styleId: string | null) => void;
};

/** Stands for our own style in a list of the template's: no style id has a blank. */
const OWN = ' own';

/** Each of our styles beside the template's style that stands for it. */
export function StyleMap({ styles, mapping, onChange }: StyleMapProps) {
  const { say } = useWords();
  const choices = [{ value: OWN, label: say('template.own') }, ...styles.map(({ styleId, name }) => ({ value: styleId, label: name }))];
  return (
    <div className="style-map">
      {PARAGRAPH_STYLES.map((style) => (
        <div key={style} className="style-pair">
          <span>{say(`template.style.${style}`)}</span>
          <ChoiceField
            label={say(`template.style.${style}`)}
            hideLabel
            value={mapping[style] ?? OWN}
            choices={choices}
            onChange={(value) => onChange(style, value === OWN ? null : value)}
          />
        </div>
      ))}
    </div>
  );
}
